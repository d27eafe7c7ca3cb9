import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyWholeHistory } from '#app/operations/engine/verify-history.server.ts';
import { openStore } from '#db/connection.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { monday } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import { prepareKillWorld } from './kill-world.ts';
import { folderOnDisk } from './on-disk.ts';
import { startRealServer } from './real-server.ts';

const loops = times(20);
const key = 'the key that the operator holds';

/** Runs a built command as its own process; answers its exit status and what it said. */
async function run(name: 'backup' | 'restore', folder: string, dataDir: string, sealed: boolean) {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    NOW: monday,
    ...(sealed ? { BACKUP_KEY: key } : {}),
  };
  const child = spawn(process.execPath, [join(process.cwd(), 'build', 'commands', `${name}.js`), folder], {
    env,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, said };
}

test('a backup made under load is restored, verifies, and is served', async () => {
  const folder = folderOnDisk('hatchery-backup-load-');
  const { mkdirSync } = await import('node:fs');
  mkdirSync(join(folder, 'data'));
  const staff = await prepareKillWorld(join(folder, 'data'), 2);
  const server = await startRealServer(join(folder, 'data'), {
    NOW: monday,
    BACKUP_DIR: 'none',
    RATE_LIMITS: 'off',
  });
  let over = false;
  let checked = 0;
  let lost = 0;
  const working = staff.map(([client]) => client.work(server, () => over));
  try {
    for (let loop = 0; loop < loops; loop += 1) {
      const before = staff.map(([client]) => new Set(client.confirmed));
      const [backup, restored] = [join(folder, `backup-${loop}`), join(folder, `restored-${loop}`)];
      const made = await run('backup', backup, join(folder, 'data'), loop % 2 === 1);
      expect(made.status, made.said).toBe(0);
      const put = await run('restore', backup, restored, loop % 2 === 1);
      expect(put.status, put.said).toBe(0);
      const store = openStore({ file: join(restored, 'hatchery.db') });
      expect((await verifyWholeHistory(store.read)).faults).toEqual([]);
      for (const [i, [, incubation]] of staff.entries()) {
        const chain = await historyOf(store.read, 'incubation', incubation);
        const kept = new Set(
          chain.map((event) => String((JSON.parse(event.input) as { note?: string }).note)),
        );
        for (const note of before[i] ?? []) if (!kept.has(note)) lost += 1;
        checked += before[i]?.size ?? 0;
      }
      await store.close();
      const again = await startRealServer(restored, { NOW: monday, BACKUP_DIR: 'none' });
      expect((await fetch(`${again.origin}/readyz`)).status).toBe(200);
      await again.stop();
      rmSync(backup, { recursive: true });
      rmSync(restored, { recursive: true });
    }
    expect(staff.flatMap(([client]) => client.strange)).toEqual([]);
  } finally {
    over = true;
    await Promise.all(working);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  tellFigure({
    row: 11,
    promise: 'A backup is a backup',
    tried: `${loops} backups under load, restored and served, ${checked} confirmations looked up`,
    lost,
  });
  expect(lost).toBe(0);
  expect(checked).toBeGreaterThan(0);
});
