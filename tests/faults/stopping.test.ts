import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { monday } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import { prepareKillWorld } from './kill-world.ts';
import { folderOnDisk } from './on-disk.ts';
import { ownTime } from './own-time.ts';
import { startRealServer } from './real-server.ts';

const restarts = times(10);
const quiet = { NOW: monday, BACKUP_DIR: 'none', RATE_LIMITS: 'off' };

test('asked to stop under load, it finishes what it has begun, puts the write-ahead log away and ends', async () => {
  const folder = folderOnDisk('hatchery-stop-');
  const staff = await prepareKillWorld(folder, 4);
  const times: number[] = [];
  const cut: string[] = [];
  let asked = 0;
  try {
    for (let i = 0; i < restarts; i += 1) {
      const server = await startRealServer(folder, quiet);
      let over = false;
      const working = staff.map(([client]) => client.work(server, () => over));
      const reading = Array.from({ length: 4 }, async () => {
        while (!over) {
          asked += 1;
          try {
            // on a connection of its own: one that was kept may be closed for idle in the moment in which it is used again
            const answer = await fetch(server.origin, { headers: { connection: 'close' } });
            await answer.text();
            // told that it stops: a browser comes back later
            if (answer.status === 503) return;
          } catch (error) {
            // a connection that was never taken up is refused; one that was, is answered
            const cause = (error as { cause?: { code?: string; message?: string } }).cause;
            if (cause?.code !== 'ECONNREFUSED') cut.push(`stop ${i}: ${cause?.code} ${cause?.message}`);
            return;
          }
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      const taken = ownTime(server.process.pid ?? 0);
      // when it has ended, nobody says any more how long it was kept waiting
      const asking = setInterval(taken, 20);
      expect(await server.stop()).toBe(0);
      clearInterval(asking);
      times.push(taken());
      over = true;
      await Promise.all([...working, ...reading]);
      expect(existsSync(join(folder, 'hatchery.db-wal'))).toBe(false);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const slowest = Math.round(Math.max(...times));
  tellFigure({
    row: 21,
    promise: 'It stops cleanly',
    tried: `${restarts} stops under load, ${asked} pages asked for, the slowest stop ${slowest} ms of its own time`,
    lost: cut.length,
  });
  expect(slowest).toBeLessThan(5_000);
  expect(cut).toEqual([]);
});

test('while another program holds the database, writing is answered with 503 and when to try again; then it goes on', async () => {
  const folder = folderOnDisk('hatchery-busy-');
  const [[client]] = (await prepareKillWorld(folder, 1)) as [
    Awaited<ReturnType<typeof prepareKillWorld>>[number],
  ];
  const server = await startRealServer(folder, quiet);
  const other = new Sqlite(join(folder, 'hatchery.db'));
  try {
    await client.work(server, () => client.confirmed.size > 0);
    other.exec('begin immediate');
    await client.work(server, () => client.strange.length > 0);
    expect(client.strange.every((answer) => answer.startsWith('503'))).toBe(true);
    other.exec('rollback');
    const before = client.confirmed.size;
    await client.work(server, () => client.confirmed.size > before);
    expect(client.confirmed.size).toBeGreaterThan(before);
  } finally {
    other.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
