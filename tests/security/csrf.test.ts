import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';
import { watchTables } from './digest.ts';
import { builtDoors, type Door, spreadOut } from './doors.ts';

let world: World;
let served: Served;
let cookie: string;
let doors: readonly Door[];
let application: { id: string };

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  cookie = await served.cookieOf('manager');
  application = await world.draft();
  doors = spreadOut(await builtDoors()).filter(({ canSend }) => canSend);
});
afterAll(async () => {
  await served.close();
  await world.close();
});

const evil = 'https://evil.example';
/** The ways in which a request from a foreign page looks, or pretends not to; each must be refused. */
const variants: readonly (readonly [string, Readonly<Record<string, string>>, string?])[] = [
  ['another site', { origin: evil }],
  ['a page without an origin', { origin: 'null' }],
  ['a malformed origin', { origin: 'http://' }],
  ['our host on another port', { origin: 'http://127.0.0.1:1' }],
  ['our host as a part of theirs', { origin: 'http://localhost.evil.example' }],
  ['Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['Sec-Fetch-Site: same-site', { 'sec-fetch-site': 'same-site' }],
  ['no word of where from', {}],
  ['another site that claims Sec-Fetch-Site: same-origin', { origin: evil, 'sec-fetch-site': 'same-origin' }],
  ['another site with a forwarded host', { origin: evil, 'x-forwarded-host': 'evil.example' }],
  ['another site that asks for data', { origin: evil }, '_data=ROUTE'],
  ['another site that asks for an index and data', { origin: evil }, 'index&_data=root'],
];

const addressOf = (door: Door) => door.pattern.replace(/:\w+\??/g, application.id);

describe('[ASVS 3.5.1] B075 B076 a form from a foreign page is refused', () => {
  it('at every door that takes forms, in each of twelve ways, and writes nothing', async () => {
    const watch = await watchTables(world);
    const wrong: string[] = [];
    let asked = 0;
    for (const door of doors) {
      for (const [name, headers, query] of variants) {
        const path =
          addressOf(door) + (query ? `?${query.replace('ROUTE', encodeURIComponent(door.id))}` : '');
        const answer = await fetch(served.origin + path, {
          method: 'POST',
          redirect: 'manual',
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: 'email=manager%40test.example&password=x&locale=en&session=all',
        });
        asked += 1;
        if (answer.status !== 403 || answer.headers.has('set-cookie'))
          wrong.push(`${path}: ${name}: ${answer.status}`);
        await answer.arrayBuffer();
      }
    }
    expect(wrong).toEqual([]);
    expect(doors.length).toBeGreaterThan(60);
    expect(asked).toBe(doors.length * 12);
    expect(await watch.changed()).toEqual([]);
    await watch.close();
  });

  it('B077 and cannot sign anybody in', async () => {
    const answer = await fetch(`${served.origin}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: evil, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=manager%40test.example&password=x',
    });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    expect(await answer.text()).toContain('请求来源不正确，请从本系统页面操作');
  });

  it('B078 nor may a foreign page frame ours, at any door that draws one', async () => {
    for (const door of (await builtDoors()).filter(({ canRead, isResource }) => canRead && !isResource)) {
      const answer = await served.get(cookie, addressOf(door));
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(answer.status >= 300 && answer.status < 400 ? 'frame-ancestors' : policy).toContain(
        'frame-ancestors',
      );
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
      await answer.arrayBuffer();
    }
  });

  it('[ASVS 3.5.3] what changes something is asked by POST: the same addresses read by GET write nothing', async () => {
    const watch = await watchTables(world);
    for (const door of doors) await (await served.get(cookie, addressOf(door))).arrayBuffer();
    expect(await watch.changed()).toEqual([]);
    await watch.close();
  });
});
