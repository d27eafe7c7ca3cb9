import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '#db/connection.server.ts';
import { randomFrom } from '#tests/random.ts';
import { monday } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import { accountOf } from './kill-account.ts';
import { prepareKillWorld } from './kill-world.ts';
import { folderOnDisk } from './on-disk.ts';
import { startRealServer } from './real-server.ts';

const clients = 4;
/** Worlds that are killed at the same time, each by itself: while one server starts, the other is at work. */
const tracks = 2;
const cycles = times(200 / tracks);
const sum = { kills: 0, confirmed: 0, retried: 0, lost: 0, doubled: 0, starts: [] as number[] };

afterAll(() => {
  const starts = sum.starts.toSorted((a, b) => a - b);
  const median = Math.round(starts[Math.floor(starts.length / 2)] ?? 0);
  tellFigure({
    row: 1,
    promise: 'What was confirmed survives a kill, and nothing happens twice',
    tried: `${sum.kills} kills under ${clients} clients, ${sum.confirmed} confirmed, ${sum.retried} sent again; median start ${median} ms`,
    lost: sum.lost + sum.doubled,
  });
});

/** Kills the server of one world again and again, then holds what its clients were told against what is there. */
async function killAgainAndAgain(folder: string, seed: number): Promise<void> {
  const staff = await prepareKillWorld(folder, clients);
  const confirmed = () => staff.reduce((n, [client]) => n + client.confirmed.size, 0);
  // A kill at another moment each time, the same ones each run
  const random = randomFrom(seed);
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const server = await startRealServer(folder, { NOW: monday });
    sum.starts.push(server.readyAfterMs);
    const target = confirmed() + random.below(20);
    const until = performance.now() + 5_000;
    const working = staff.map(([client]) => client.work(server, () => performance.now() > until));
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (confirmed() < target && performance.now() < until) return;
        clearInterval(look);
        resolve();
      }, 1 + random.below(8));
    });
    await server.kill();
    sum.kills += 1;
    await Promise.all(working);
  }
  const server = await startRealServer(folder, { NOW: monday });
  const until = performance.now() + 1_000;
  await Promise.all(staff.map(([client]) => client.work(server, () => performance.now() > until)));
  expect(await server.stop(), 'it ends cleanly when asked to').toBe(0);
  sum.confirmed += confirmed();
  const store = openStore({ file: join(folder, 'hatchery.db') });
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.read);
    expect(rows).toEqual([{ integrity_check: 'ok' }]);
    for (const [client, incubation] of staff) {
      const { lost, doubled } = await accountOf(store, client, incubation);
      sum.lost += lost;
      sum.doubled += doubled;
      expect(client.strange).toEqual([]);
      sum.retried += client.retried();
    }
  } finally {
    await store.close();
  }
}

test('what was confirmed survives a kill, and nothing happens twice', { timeout: 1_200_000 }, async () => {
  const folders = Array.from({ length: tracks }, () => folderOnDisk('hatchery-kill-'));
  try {
    const ended = await Promise.allSettled(
      folders.map((folder, track) => killAgainAndAgain(folder, 20_261_125 + track)),
    );
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
  expect({ lost: sum.lost, doubled: sum.doubled }).toEqual({ lost: 0, doubled: 0 });
});
