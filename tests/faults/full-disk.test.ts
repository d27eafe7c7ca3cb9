import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyWholeHistory } from '#app/operations/engine/verify-history.server.ts';
import { openStore } from '#db/connection.server.ts';
import { faultsOfFile } from '#db/copies.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { randomFrom } from '#tests/random.ts';
import { monday } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import { prepareKillWorld } from './kill-world.ts';
import { ownTime } from './own-time.ts';
import { startRealServer } from './real-server.ts';
import { smallDisk } from './small-disk.ts';

const points = times(50);
const disk = smallDisk();

/** Takes so much room, or all that is left where the server was quicker. */
function fillUp(file: string, bytes: number): void {
  try {
    writeFileSync(file, Buffer.alloc(bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

test('a full disk harms nothing, and work goes on when there is room again', async ({ skip }) => {
  skip(!disk.isMounted);
  const staff = await prepareKillWorld(disk.folder, 2);
  const server = await startRealServer(disk.folder, { NOW: monday, BACKUP_DIR: 'none', RATE_LIMITS: 'off' });
  const filler = join(disk.folder, 'filler');
  const random = randomFrom(7);
  let recovered = 0;
  const confirmed = () => staff.reduce((n, [client]) => n + client.confirmed.size, 0);
  const workFor = async (ms: number, enough: () => boolean = () => false) => {
    const until = performance.now() + ms;
    await Promise.all(
      staff.map(([client]) => client.work(server, () => performance.now() > until || enough())),
    );
  };
  try {
    for (let point = 0; point < points; point += 1) {
      const { bavail, bsize } = statfsSync(disk.folder);
      // between nothing and a few dozen pages are left
      const left = random.below(40) * 4096;
      fillUp(filler, Math.max(0, bavail * bsize - left));
      await workFor(150);
      // people read on while the disk is full
      expect((await fetch(server.origin)).status).toBe(200);
      rmSync(filler);
      const before = confirmed();
      const taken = ownTime(server.process.pid ?? 0);
      await workFor(20_000, () => confirmed() > before);
      expect(confirmed()).toBeGreaterThan(before);
      if (taken() <= 1_000) recovered += 1;
    }
    const strange = staff.flatMap(([client]) => client.strange);
    expect(strange.filter((answer) => !/^(503|507)/.test(answer))).toEqual([]);
    expect(strange.length).toBeGreaterThan(0);
    expect(await server.stop()).toBe(0);
  } finally {
    await server.kill();
  }
  expect(faultsOfFile(join(disk.folder, 'hatchery.db'))).toEqual([]);
  const store = openStore({ file: join(disk.folder, 'hatchery.db') });
  let lost = 0;
  for (const [client, incubation] of staff) {
    const chain = await historyOf(store.read, 'incubation', incubation);
    const notes = chain.map((event) => String((JSON.parse(event.input) as { note?: string }).note));
    lost += [...client.confirmed].filter((note) => notes.filter((one) => one === note).length !== 1).length;
  }
  expect((await verifyWholeHistory(store.read)).faults).toEqual([]);
  await store.close();
  tellFigure({
    row: 4,
    promise: 'A full disk harms nothing',
    tried: `${points} times full, ${confirmed()} confirmed, ${recovered} times at work again within a second`,
    lost,
  });
  expect(lost).toBe(0);
});
