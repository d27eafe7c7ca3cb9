import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heapOf, RATE_WINDOW_MS, requestRates } from '#app/domain/people/request-rates.ts';
import { doorOf } from '#app/http/guarding.server.ts';
import { createRequestLimits } from '#app/operations/guard/request-limits.server.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';
import { builtDoors } from '../security/doors.ts';

let world: World;
let served: Served;
beforeEach(async () => {
  world = await openWorld();
  served = await serveWorld(world, { rateLimits: true });
});
afterEach(async () => {
  await served.close();
  await world.close();
});

const office = '203.0.113.7';

const send = (
  path: string,
  more: { from?: string; cookie?: string; origin?: string; locale?: string } = {},
) =>
  fetch(served.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: more.origin ?? served.origin,
      'x-forwarded-for': more.from ?? office,
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': more.locale ?? 'zh-CN',
      ...(more.cookie ? { cookie: more.cookie } : {}),
    },
    body: 'email=nobody@test.example',
  });

const noted = (kind: string) =>
  world.store.read.selectFrom('security_event').selectAll().where('kind', '=', kind).execute();

describe('[ASVS 2.4.1] whoever comes too often', () => {
  it('to a door that sends letters has to wait, is told so in both languages, and others are not', async () => {
    const { address } = requestRates.mail;
    const statuses: number[] = [];
    for (let n = 0; n < address; n += 1) statuses.push((await send('/password-reset')).status);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    const refused = await send('/password-reset');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBe(RATE_WINDOW_MS / 1000);
    expect(await refused.text()).toContain('请 10 分钟后再试');
    expect(await (await send('/password-reset', { locale: 'en' })).text()).toContain('10 minutes');
    expect((await send('/password-reset', { from: '198.51.100.1' })).status).toBeLessThan(429);
    expect(await noted('too_many_requests')).not.toHaveLength(0);
    // the door itself lets an address ask for twenty letters an hour
    world.clock.advance(3_600_001);
    expect((await send('/password-reset')).status).not.toBe(429);
  });

  it('is still known after a restart, because the counts lie in the database', async () => {
    const { session } = requestRates.mail;
    const before = createRequestLimits(world.house);
    const coming = { door: 'mail', address: office, session: 'somebody' } as const;
    for (let n = 0; n < session; n += 1) expect(await before.wait(coming)).toBeNull();
    expect(await createRequestLimits(world.house).wait(coming)).toBeGreaterThan(0);
    expect(await createRequestLimits(world.house).wait({ ...coming, session: 'another' })).toBeNull();
  });

  it('is counted in heaps, so that reading writes little', async () => {
    const limits = createRequestLimits(world.house);
    const heap = heapOf(requestRates.page.address);
    const told = async () =>
      (await world.store.read.selectFrom('request_count').select('count').execute()).map(
        ({ count }) => count,
      );
    for (let n = 0; n < heap; n += 1) await limits.wait({ door: 'page', address: office, session: null });
    expect(await told()).toEqual([1]);
    await limits.wait({ door: 'page', address: office, session: null });
    expect(await told()).toEqual([heap + 1]);
  });

  it('is never this machine itself: an undeclared proxy would be everybody', async () => {
    const limits = createRequestLimits(world.house);
    const coming = { door: 'objection', address: '127.0.0.1', session: null } as const;
    for (let n = 0; n < 100; n += 1) expect(await limits.wait(coming)).toBeNull();
  });

  it('from one IPv6 network is one, whichever of its addresses it takes', async () => {
    const limits = createRequestLimits(world.house);
    const most = requestRates.objection.address;
    const from = (address: string) => limits.wait({ door: 'objection', address, session: null });
    for (let n = 0; n < most; n += 1) expect(await from(`2001:db8:1:2:${n.toString(16)}::1`)).toBeNull();
    expect(await from('2001:0db8:0001:0002:ffff:ffff:ffff:ffff')).toBeGreaterThan(0);
    expect(await from('2001:db8:1:3::1')).toBeNull();
  });

  it('is counted without an address or a session being written down, and is forgotten', async () => {
    const limits = createRequestLimits(world.house);
    await limits.wait({ door: 'form', address: office, session: 'token-of-somebody' });
    const rows = await world.store.read.selectFrom('request_count').selectAll().execute();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|token-of/);
    world.clock.advance(3 * RATE_WINDOW_MS);
    await limits.forget();
    expect(await world.store.read.selectFrom('request_count').selectAll().execute()).toEqual([]);
  });

  it('leaves an office room: a hundred people at work stay below every limit of an address', () => {
    const people = 100;
    const minutes = RATE_WINDOW_MS / 60_000;
    expect(requestRates.page.address).toBeGreaterThanOrEqual(people * minutes * 12);
    expect(requestRates.form.address).toBeGreaterThanOrEqual(people * minutes * 3);
    expect(requestRates.upload.address).toBeGreaterThanOrEqual(people * 6);
    // the draft of one person that saves itself every two seconds, and another form a minute
    expect(requestRates.form.session).toBeGreaterThanOrEqual(minutes * 30);
  });

  it('goes on the count of the door that is used', () => {
    expect(doorOf('GET', {})).toBe('page');
    expect(doorOf('GET', { costly: 'export' })).toBe('export');
    expect(doorOf('GET', { costly: 'mail' })).toBe('page');
    expect(doorOf('POST', { costly: 'mail' })).toBe('mail');
    expect(doorOf('POST', { uploads: true })).toBe('upload');
    expect(doorOf('POST', { uploads: true, costly: 'objection' })).toBe('objection');
    expect(doorOf('POST', {})).toBe('form');
  });

  it('is counted as costly at every door that makes or hands out files, and nowhere else', async () => {
    const doors = await builtDoors();
    const files = doors.filter((door) => door.isResource && door.canRead).map(({ id }) => id);
    expect(files.length).toBeGreaterThan(4);
    expect(
      doors
        .filter(({ costly }) => costly === 'export')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(files.sort());
  });
});

describe('[ASVS 16.3.3] what looks like trying doors stands in the security log', () => {
  it('a form from a foreign page, at most ten an hour of one address', async () => {
    for (let n = 0; n < 15; n += 1) await send('/sign-in', { origin: 'https://evil.example' });
    expect(await noted('origin_refused')).toHaveLength(10);
    await send('/sign-in', { origin: 'https://evil.example', from: '198.51.100.1' });
    expect(await noted('origin_refused')).toHaveLength(11);
    world.clock.advance(3_600_000);
    await send('/sign-in', { origin: 'https://evil.example' });
    expect((await noted('origin_refused')).at(-1)).toMatchObject({ address: office, person_id: null });
  });

  it('a form from a foreign page, at most ten an hour of one IPv6 network', async () => {
    const before = (await noted('origin_refused')).length;
    for (let n = 0; n < 15; n += 1)
      await send('/sign-in', { origin: 'https://evil.example', from: `2001:db8:7:7:${n.toString(16)}::1` });
    expect(await noted('origin_refused')).toHaveLength(before + 10);
  });

  it('B021 [ASVS 16.3.2] a record of somebody else and one that does not exist alike, without what was typed', async () => {
    const { id } = await world.draft();
    const cookie = await served.cookieOf('mentor');
    for (const path of [
      `/applications/${id}`,
      `/applications/${'0'.repeat(26)}`,
      '/applications/13800001234',
    ])
      await fetch(served.origin + path, { headers: { cookie, 'x-forwarded-for': office } });
    const rows = await noted('unseen_asked');
    expect(rows.map(({ person_id }) => person_id)).toEqual(Array(3).fill(world.idOf('mentor')));
    const ids = rows.map(({ detail }) => JSON.parse(detail).id as string | undefined);
    expect(new Set(ids)).toEqual(new Set([id, '0'.repeat(26), undefined]));
    expect(JSON.stringify(rows)).not.toContain('138000');
  });
});
