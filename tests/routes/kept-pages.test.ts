import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';
import { openPlace } from '../database.ts';

let world: World;
let served: Served;
let heard: string[] = [];

beforeEach(async () => {
  heard = [];
  world = await openWorld({ watch: (statement) => heard.push(statement) });
  served = await serveWorld(world);
});
afterEach(async () => {
  await served.close();
  await world.close();
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(served.origin + path, {
    method,
    headers: { 'accept-language': 'zh-CN', ...headers },
    redirect: 'manual',
  });
const read = async (path: string, headers?: Record<string, string>) => (await ask(path, headers)).text();

/** What was asked for beside the version, which is asked for now and then. */
const beside = (statements: readonly string[]) =>
  statements.filter((text) => !text.includes('public_version'));

const change = (store: World['store'], id: string, listed: number) =>
  store.write((trx) =>
    trx.updateTable('organization').set({ standing: 'incubated', listed }).where('id', '=', id).execute(),
  );

test('a page that was drawn once is sent again without asking for what it shows', async () => {
  const first = await read('/directory');
  heard = [];
  expect(await read('/directory')).toBe(first);
  expect(beside(heard)).toEqual([]);
});

test('what is published shows at once, and what is retracted is gone at once', async () => {
  const { id } = await world.organization({ name: '襄城县萤火志愿服务队' });
  expect(await read('/directory')).not.toContain('萤火');
  await change(world.store, id, 1);
  expect(await read('/directory')).toContain('萤火');
  await change(world.store, id, 0);
  expect(await read('/directory')).not.toContain('萤火');
  expect((await ask(`/directory/${id}`)).status).toBe(404);
});

test('what another process writes shows within a moment', async () => {
  const { id } = await world.organization({ name: '襄城县萤火志愿服务队' });
  await read('/directory');
  const other = await openPlace(world.place);
  await change(other, id, 1);
  await other.close();
  await vi.waitFor(async () => expect(await read('/directory')).toContain('萤火'), { interval: 5 });
});

test('a write that is undone leaves what is kept', async () => {
  const { id } = await world.organization({ name: '襄城县萤火志愿服务队' });
  await read('/directory');
  const undone = world.store.write(async (trx) => {
    await trx.updateTable('organization').set({ listed: 1 }).where('id', '=', id).execute();
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  heard = [];
  expect(await read('/directory')).not.toContain('萤火');
  expect(beside(heard)).toEqual([]);
});

test('a draft that is saved for nobody else drops nothing', async () => {
  await read('/directory');
  await served.cookieOf('manager');
  heard = [];
  await read('/directory');
  expect(beside(heard)).toEqual([]);
});

test('the page of who is signed in is neither kept nor answered from what is kept', async () => {
  const cookie = await served.cookieOf('manager');
  const { name } = await world.as('manager');
  const own = await ask('/directory', { cookie });
  expect(await own.text()).toContain(name);
  expect(own.headers.get('cache-control')).toBe('no-store');
  expect(own.headers.get('etag')).toBeNull();
  expect(await read('/directory')).not.toContain(name);
  expect(await read('/directory', { cookie })).toContain(name);
});

test('languages are kept apart, by the browser and by what was chosen', async () => {
  const chinese = await read('/directory');
  const english = await read('/directory', { 'accept-language': 'en' });
  expect(chinese).toContain('lang="zh-CN"');
  expect(english).toContain('lang="en"');
  const chosen = await ask('/language?locale=en&back=%2Fdirectory');
  expect(chosen.headers.get('location')).toBe('/directory');
  const cookie = String(chosen.headers.get('set-cookie')).split(';')[0] as string;
  expect(await read('/directory', { cookie })).toBe(english);
  expect(await read('/directory')).toBe(chinese);
});

test('an address that leads elsewhere, or to no language, sets nothing', async () => {
  const away = await ask('/language?locale=en&back=%2F%2Fevil.example');
  expect(away.headers.get('location')).toBe('/');
  const unknown = await ask('/language?locale=xx&back=%2Fnotices');
  expect(unknown.headers.get('set-cookie')).toBeNull();
});

test('who has the page already hears so, until it is another one', async () => {
  const { id } = await world.organization({ name: '襄城县萤火志愿服务队' });
  const first = await ask('/directory');
  const etag = String(first.headers.get('etag'));
  expect(first.headers.get('cache-control')).toBe('no-cache');
  expect((await ask('/directory', { 'if-none-match': etag })).status).toBe(304);
  const head = await ask('/directory', {}, 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1000);
  await change(world.store, id, 1);
  expect((await ask('/directory', { 'if-none-match': etag })).status).toBe(200);
});

test('the second reader gets the same headers as the first, with an id of their own', async () => {
  const told = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => !['x-request-id', 'date'].includes(name)));
  const browsers: readonly Record<string, string>[] = [{}, { 'accept-encoding': 'identity' }];
  for (const headers of browsers) {
    const [first, second] = [await ask('/notices', headers), await ask('/notices', headers)];
    expect(told(second)).toEqual(told(first));
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  }
});

test('a kept page opens no way round the checks of a request', async () => {
  await read('/directory');
  const raw = (method: string, target: string, headers: Readonly<Record<string, string>>, body?: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request(served.origin, { method, path: target, headers, agent: false }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode));
      });
      asked.on('error', reject).end(body);
    });
  const many = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`x-${n}`, '1']));
  expect(await raw('GET', '/directory', { host: 'evil.example' })).toBe(
    await raw('GET', '/desk', { host: 'evil.example' }),
  );
  expect(await raw('GET', '/directory', { host: 'evil.example' })).toBeGreaterThanOrEqual(400);
  expect(await raw('GET', '/directory', many)).toBe(431);
  expect(await raw('POST', '/directory', {})).toBe(403);
  expect(await raw('PUT', '/directory', {})).toBe(405);
  // what comes after a body that nobody asked for is the next request, and not the rest of this one
  expect(await raw('GET', '/directory', { 'content-length': '2' }, '{}')).toBe(200);
});

test('a page that is not there, or leads on, is not kept', async () => {
  expect((await ask('/directory/01J0000000000000000000NONE')).headers.get('etag')).toBeNull();
  expect((await ask('/certificates?number=CK-2024-001')).status).toBe(302);
});

test('a call that opens by the clock alone shows when it opens', async () => {
  const opensAt = new Date(Date.parse(world.clock.now()) + 3_600_000).toISOString();
  await world.store.write((trx) =>
    trx
      .updateTable('call')
      .set({ opens_at: opensAt, title: '夏季招募' })
      .where('id', '=', world.callId)
      .execute(),
  );
  const before = await read(`/calls/${world.callId}`);
  world.clock.set(opensAt);
  expect(await read(`/calls/${world.callId}`)).not.toBe(before);
});

test('pages for everyone hold no script, no nonce and no form that sends; what they read raises the version', async () => {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  const { id: organization } = await world.organization({ name: '襄城县萤火志愿服务队' });
  await change(world.store, organization, 1);
  await world.store.write((trx) =>
    trx
      .insertInto('notice')
      .values({
        id: '01J0000000000000000000NNNN',
        center_id: world.centerId,
        lifecycle: 'application',
        record_id: id,
        number: 'RK-202603-0001',
        organization_name: '萤火',
        content: '{"score":8000}',
        published_at: world.clock.now(),
        ends_at: null,
        outcome: null,
      })
      .execute(),
  );
  heard = [];
  const pages = ['/', '/notices', '/directory', '/certificates', `/calls/${world.callId}`];
  for (const path of [...pages, `/directory/${organization}`, '/notices/01J0000000000000000000NNNN']) {
    const answer = await ask(path);
    const html = await answer.text();
    expect([path, answer.status, answer.headers.get('etag') !== null]).toEqual([path, 200, true]);
    expect(html, path).not.toMatch(/<script|nonce=|method="post"/);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/script-src|nonce/);
  }
  const migration = readFileSync('db/migrations/0012-public-version.ts', 'utf8');
  const raising = [...migration.matchAll(/^ {2}'(\w+)',$/gm)].map(([, table]) => table);
  const asked = new Set(
    heard.flatMap((text) =>
      [...text.matchAll(/\b(?:from|join) "?(\w+)"?/g)].map(([, table]) => table as string),
    ),
  );
  // Names are found by an index that is written with the organization; a calendar's version with its days.
  const besides = [
    'public_version',
    'calendar_version',
    'found',
    'organization_search',
    'organization_grams',
  ];
  expect([...asked].filter((table) => !raising.includes(table) && !besides.includes(table))).toEqual([]);
  expect(asked.size).toBeGreaterThan(5);
});
