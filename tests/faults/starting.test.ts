import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { monday } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import { prepareKillWorld } from './kill-world.ts';
import { folderOnDisk } from './on-disk.ts';
import { startRealServer } from './real-server.ts';

const starts = times(20);
const longestMs = 1_500;

test('from the start of the program to its first page is a moment', async () => {
  const folder = folderOnDisk('hatchery-start-');
  await prepareKillWorld(folder, 1);
  const firstPages: number[] = [];
  let failed = 0;
  try {
    for (let n = 0; n < starts; n += 1) {
      const server = await startRealServer(folder, { NOW: monday, BACKUP_DIR: 'none' });
      try {
        const answer = await fetch(server.origin);
        await answer.text();
        if (answer.status !== 200) failed += 1;
        firstPages.push(server.ownMs());
      } finally {
        // every other one is killed: the next one finds its write-ahead log
        if (n % 2 === 0) await server.stop();
        else await server.kill();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const sorted = firstPages.toSorted((a, b) => a - b);
  const [median, slowest] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0].map(Math.round);
  tellFigure({
    row: 21,
    promise: 'It starts fast',
    tried: `${starts} starts to the first page, half after a kill, in time of their own: median ${median} ms, slowest ${slowest} ms`,
    lost: failed,
  });
  expect(failed).toBe(0);
  expect(median).toBeLessThan(longestMs);
});
