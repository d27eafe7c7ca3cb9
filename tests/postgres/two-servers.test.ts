import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionCookieOf } from '#app/http/session-cookie.server.ts';
import { verifyHistory } from '#app/operations/engine/verify-history.server.ts';
import { beginSession } from '#app/operations/people/begin-session.server.ts';
import { paths } from '#app/paths.ts';
import { setInstanceValue } from '#db/writes/instance.server.ts';
import { type RealServer, startRealServer } from '#tests/faults/real-server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
let servers: readonly RealServer[] = [];
let post: PostOffice;

beforeEach(async () => {
  world = await openWorld();
  post = await postOffice();
  await world.store.write((trx) => setInstanceValue(trx, 'test', '1'));
});
afterEach(async () => {
  for (const server of servers) await server.stop();
  post.close();
  await world.close();
});

interface PostOffice {
  readonly url: string;
  /** The message ids of the letters that it took. */
  readonly letters: string[];
  readonly close: () => void;
}

/** A mail server that takes every letter. */
async function postOffice(): Promise<PostOffice> {
  const letters: string[] = [];
  const server: Server = createServer((socket) => {
    let received = '';
    let inLetter = false;
    socket.write('220 test\r\n');
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      received += data.toString('utf8');
      if (inLetter) {
        if (!received.includes('\r\n.\r\n')) return;
        letters.push(/^Message-ID: (.*)$/im.exec(received)?.[1]?.trim() ?? '');
        inLetter = false;
        received = '';
        socket.write('250 taken\r\n');
        return;
      }
      if (!received.endsWith('\r\n')) return;
      for (const line of received.split('\r\n').slice(0, -1)) {
        inLetter ||= line === 'DATA';
        socket.write(line === 'DATA' ? '354 go on\r\n' : '250 ok\r\n');
      }
      received = '';
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}?from=center@demo.test&ignoreTLS=true`,
    letters,
    close: () => void server.close(),
  };
}

/** Two programs on the world's database, at a time of the world. */
async function startTwo(now: string): Promise<void> {
  const { url } = world.place as { readonly url: string };
  const environment = { DATABASE_URL: url, NOW: now, SMTP_URL: post.url };
  servers = await Promise.all([1, 2].map(() => startRealServer(world.folder, environment)));
}

async function cookieOf(name: string): Promise<string> {
  const person = { id: world.idOf(name), email: `${name}@test.example` };
  const { token } = await world.store.write((trx) =>
    beginSession(trx, person, { address: '127.0.0.1', agent: 'test' }, world.clock.now()),
  );
  return sessionCookieOf({ publicUrl: null }).set(token).split(';')[0] as string;
}

async function submitted(): Promise<string> {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  return id;
}

/** Asks again and again until it holds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 240 && !(await holds()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 250));
  expect(await holds()).toBe(true);
}

const undelivered = async (): Promise<number> =>
  (await world.store.read.selectFrom('outbox').select('id').where('delivered_at', 'is', null).execute())
    .length;

/** Sixteen posts at once that accept one application, to either program in turn; their statuses in order. */
async function race(id: string, cookie: string, keyOf: (n: number) => string): Promise<readonly number[]> {
  const { version } = (await world.record('application', id)).row;
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, n) => {
      const { origin } = servers[n % 2] as RealServer;
      return fetch(origin + paths.event('application', id, 'acceptance'), {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ version: String(version), key: keyOf(n) }).toString(),
      });
    }),
  );
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  return answers.map((answer) => answer.status).sort();
}

test('two programs on one database: of sixteen posts one moves, of one form sent sixteen times too, no letter goes twice, the chains verify', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 16; n += 1) ids.push(await submitted());
  const cookie = await cookieOf('manager');
  await startTwo(world.clock.now());
  for (let n = 0; n < 12; n += 4) {
    const four = ids.slice(n, n + 4).map((id) => race(id, cookie, (post) => `${id}-${post}`));
    for (const statuses of await Promise.all(four))
      expect(statuses).toEqual([303, ...Array.from({ length: 15 }, () => 409)]);
  }
  for (const id of ids.slice(12))
    expect(new Set(await race(id, cookie, () => `${id}-same`))).toEqual(new Set([303]));
  const accepted = await world.store.read
    .selectFrom('history')
    .select('record_id')
    .where('event', '=', 'accept')
    .execute();
  expect(accepted.map((row) => row.record_id).sort()).toEqual([...ids].sort());
  await until(async () => (await undelivered()) === 0);
  expect(post.letters.length).toBeGreaterThan(0);
  expect(new Set(post.letters).size).toBe(post.letters.length);
  expect(await verifyHistory(world.store.read, world.centerId)).toMatchObject({ records: 16, faults: [] });
}, 120_000);

test('two programs on one database fire each timer once', async () => {
  for (let n = 0; n < 12; n += 1) await submitted();
  const later = new Date(Date.parse(world.clock.now()) + 90 * 86_400_000).toISOString();
  const due = async () =>
    (await world.store.read.selectFrom('timer').select('name').where('try_at', '<=', later).execute()).length;
  expect(await due()).toBeGreaterThanOrEqual(12);
  await startTwo(later);
  await until(async () => (await due()) === 0);
  const fired = await world.store.read
    .selectFrom('history')
    .select(['record_id', 'event', 'at'])
    .where('role', '=', 'clock')
    .execute();
  expect(fired.length).toBeGreaterThanOrEqual(12);
  expect(new Set(fired.map((row) => `${row.record_id} ${row.event} ${row.at}`)).size).toBe(fired.length);
  expect(await verifyHistory(world.store.read, world.centerId)).toMatchObject({ records: 12, faults: [] });
  const checkpoints = await world.store.read.selectFrom('checkpoint').select('id').execute();
  expect(checkpoints).toHaveLength(1);
});
