import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { environmentOf } from '#tests/database.ts';
import { accountOf } from '#tests/faults/kill-account.ts';
import { type Staff, staffOf } from '#tests/faults/kill-world.ts';
import { type RealServer, startRealServer } from '#tests/faults/real-server.ts';
import { goodPassword, withPassword } from '#tests/operations/people/accounts.ts';
import { openWorld, type World } from '#tests/world.ts';

const workers = 3;
let world: World;
let staff: Staff;
let server: RealServer | undefined;
/** Whoever works or reads in the background stops then. */
let isOver = false;

beforeEach(async () => {
  world = await openWorld();
  staff = await staffOf(world, 4);
  isOver = false;
});
afterEach(async () => {
  isOver = true;
  await server?.stop();
  server = undefined;
  await world.close();
});

const start = (count = workers): Promise<RealServer> =>
  startRealServer(world.folder, {
    ...environmentOf(world.place),
    NOW: world.clock.now(),
    BACKUP_DIR: 'none',
    WORKERS: String(count),
    METRICS_TOKEN: 'a-token-of-some-length',
  });

/** The processes that a program has started and that live. */
function childrenOf({ process: { pid } }: RealServer): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await holds()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await holds()).toBe(true);
}

/** Each on a connection of its own, so that any of the processes may be the one that answers. */
const ask = (origin: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: string) =>
  fetch(origin + path, {
    redirect: 'manual',
    headers: { connection: 'close', ...headers },
    ...(body === undefined ? {} : { method: 'POST', body }),
  });

test('a program of several processes: who signs in at one works at each, and no process answers otherwise', async () => {
  server = await start();
  const { origin } = server;
  await until(() => childrenOf(server as RealServer).length === workers);
  const email = await withPassword(world, 'manager');
  const form = { origin, 'content-type': 'application/x-www-form-urlencoded' };
  const signedIn = await ask(
    origin,
    '/sign-in',
    form,
    new URLSearchParams({ email, password: goodPassword }).toString(),
  );
  expect(signedIn.status).toBe(303);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const pages = await Promise.all(
    Array.from({ length: 24 }, async () => {
      const answer = await ask(origin, '/desk', { cookie });
      return [answer.status, (await answer.text()).includes('/sign-out')];
    }),
  );
  expect(pages.filter(([status, isInside]) => status === 200 && isInside)).toHaveLength(24);
  expect((await ask(origin, '/readyz')).status).toBe(200);
  const ended = await ask(origin, '/sign-out', { ...form, cookie }, '');
  expect(ended.status).toBe(303);
  for (let n = 0; n < workers * 2; n += 1)
    expect((await ask(origin, '/desk', { cookie })).status, 'signed out at each').toBe(302);
});

test('whichever of the processes is asked, the figures are those of all', async () => {
  server = await start();
  const { origin } = server;
  await until(() => childrenOf(server as RealServer).length === workers);
  for (let n = 0; n < 9; n += 1) expect((await ask(origin, paths.home())).status).toBe(200);
  for (let n = 0; n < workers * 2; n += 1) {
    const answer = await ask(origin, '/metrics', { authorization: 'Bearer a-token-of-some-length' });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    const counted = [
      ...text.matchAll(/^hatchery_request_duration_seconds_count\{route="([^"]*)"\} (\d+)$/gm),
    ];
    expect(counted.map((found) => Number(found[2])).sort((a, b) => b - a)[0], text).toBe(9);
    expect(text).toMatch(/^hatchery_timers_due 0$/m);
    expect(text, 'of no backup yet').toMatch(/^hatchery_backup_age_seconds Nan$/m);
    expect(text.match(/^# TYPE hatchery_requests_total /gm)).toHaveLength(1);
  }
});

test('a process that is killed is replaced, and what was confirmed stays', async () => {
  server = await start();
  await until(() => childrenOf(server as RealServer).length === workers);
  const confirmed = () => staff.reduce((sum, [client]) => sum + client.confirmed.size, 0);
  const working = staff.map(async ([client]) => {
    while (!isOver) await client.work(server as RealServer, () => isOver);
  });
  for (let n = 0; n < 3; n += 1) {
    const target = confirmed() + 10;
    await until(() => confirmed() >= target);
    const before = childrenOf(server);
    process.kill(before[n % before.length] as number, 'SIGKILL');
    await until(() => {
      const now = childrenOf(server as RealServer);
      return now.length === workers && now.some((pid) => !before.includes(pid));
    });
  }
  const target = confirmed() + 10;
  await until(() => confirmed() >= target);
  isOver = true;
  await Promise.all(working);
  const died = server.said().match(/"event":"worker\.died","worker":\d,"status":null,"signal":"SIGKILL"/g);
  expect(died).toHaveLength(3);
  for (const [client, incubation] of staff) {
    expect(client.strange).toEqual([]);
    expect(await accountOf(world.store, client, incubation)).toEqual({ lost: 0, doubled: 0 });
  }
});

test('asked to stop while some of its processes are still starting, it ends well', async () => {
  server = await start(6);
  const children = childrenOf(server);
  expect(children).toHaveLength(6);
  expect(await server.stop()).toBe(0);
  for (const pid of children) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('asked to stop under load, all its processes finish what they have begun, and none is left', async () => {
  for (const count of [2, 4]) {
    server = await start(count);
    const { origin } = server;
    await until(() => childrenOf(server as RealServer).length === count);
    const children = childrenOf(server);
    isOver = false;
    let asked = 0;
    const cut: string[] = [];
    const working = staff.map(([client]) => client.work(server as RealServer, () => isOver));
    const reading = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        asked += 1;
        try {
          const answer = await ask(origin, paths.home());
          await answer.text();
          // told that it stops: a browser comes back later
          if (answer.status === 503) return;
        } catch (error) {
          const code = (error as { cause?: { code?: string } }).cause?.code ?? String(error);
          // a connection that was never taken up is refused; one that was, is answered
          if (code !== 'ECONNREFUSED') cut.push(code);
          return;
        }
      }
    });
    await until(() => asked > 20);
    const begun = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(8_000);
    isOver = true;
    await Promise.all([...working, ...reading]);
    expect(cut).toEqual([]);
    for (const pid of children) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  }
  for (const [client, incubation] of staff)
    expect(await accountOf(world.store, client, incubation)).toEqual({ lost: 0, doubled: 0 });
});
