import { afterEach, beforeEach, expect, test } from 'vitest';
import { environmentOf } from '#tests/database.ts';
import { accountOf } from '#tests/faults/kill-account.ts';
import { type Staff, staffOf } from '#tests/faults/kill-world.ts';
import { type RealServer, startRealServer } from '#tests/faults/real-server.ts';
import { openWorld, type World } from '#tests/world.ts';

const kills = 5;
/** Whether a kill meets somebody who waits for an answer is chance: it goes on until one did, but not for ever. */
const mostKills = 30;
let world: World;
let staff: Staff;
const servers: RealServer[] = [];
let isOver = false;

beforeEach(async () => {
  world = await openWorld();
  staff = await staffOf(world, 4);
});
afterEach(async () => {
  isOver = true;
  for (const server of servers.splice(0)) await server.stop();
  await world.close();
});

const start = () =>
  startRealServer(world.folder, {
    ...environmentOf(world.place),
    NOW: world.clock.now(),
    BACKUP_DIR: 'none',
  });

test('of two programs on one database one is killed again and again: nothing confirmed is lost, nothing is done twice', async () => {
  servers.push(await start(), await start());
  isOver = false;
  // each client goes from one program to the other, also in the middle: what got no answer is sent again to the next
  const working = staff.map(async ([client], n) => {
    for (let turn = n; !isOver; turn += 1) {
      const until = client.confirmed.size + 3;
      await client.work(servers[turn % 2] as RealServer, () => isOver || client.confirmed.size >= until);
    }
  });
  const confirmed = () => staff.reduce((sum, [client]) => sum + client.confirmed.size, 0);
  const retried = () => staff.reduce((sum, [client]) => sum + client.retried(), 0);
  for (let n = 0; n < kills || (retried() === 0 && n < mostKills); n += 1) {
    const target = confirmed() + 8 + (n % kills);
    for (let tries = 0; tries < 10_000 && confirmed() < target; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 3));
    expect(confirmed()).toBeGreaterThanOrEqual(target);
    await servers[n % 2]?.kill();
    servers[n % 2] = await start();
  }
  isOver = true;
  await Promise.all(working);
  for (const [client, incubation] of staff) {
    expect(client.strange).toEqual([]);
    expect(await accountOf(world.store, client, incubation)).toEqual({ lost: 0, doubled: 0 });
  }
  expect(retried()).toBeGreaterThan(0);
  expect(confirmed()).toBeGreaterThan(40);
}, 180_000);
