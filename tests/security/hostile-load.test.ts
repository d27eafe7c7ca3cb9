import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';
import { watchTables } from './digest.ts';

let world: World;
let served: Served;
let manager: string;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  manager = await served.cookieOf('manager');
});
afterAll(async () => {
  await served.close();
  await world.close();
});

describe('large and slow', () => {
  it('B015 B058 [ASVS 5.2.1] a million fields are refused and take no memory', async () => {
    const body = Buffer.from('a=1&'.repeat(1_000_000));
    const before = process.memoryUsage().rss;
    const answer = await fetch(`${served.origin}/sign-in`, {
      method: 'POST',
      headers: { origin: served.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect(answer.status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024);
  });

  it('B008 B006 patterns do not hold up anybody else', async () => {
    const probes = [
      'a'.repeat(50_000),
      '1'.repeat(50_000),
      '·'.repeat(50_000),
      '(('.repeat(20_000),
      `${'a@'.repeat(20_000)}`,
    ];
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last - 5);
      last = performance.now();
    }, 5);
    for (const probe of probes)
      for (const field of ['name', 'email', 'phone', 'organizationName'])
        await (await served.post(manager, '/account', { [field]: probe, locale: 'x' })).arrayBuffer();
    clearInterval(beat);
    expect(longest).toBeLessThan(400);
  });

  it('B060 five hundred connections that say nothing do not keep others waiting', async () => {
    const port = Number(new URL(served.origin).port);
    const sockets = Array.from({ length: 500 }, () => connect(port, '127.0.0.1').on('error', () => {}));
    for (const socket of sockets) socket.write('GET / HTTP/1.1\r\nHost: x');
    const times: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const begun = performance.now();
      await (await fetch(`${served.origin}/healthz`)).arrayBuffer();
      times.push(performance.now() - begun);
    }
    for (const socket of sockets) socket.destroy();
    times.sort((a, b) => a - b);
    expect(times[37]).toBeLessThan(300);
  });

  it('B066 a body on a GET, B086 many ranges and packings, B065 HEAD are answered as ever', async () => {
    const range = Array.from({ length: 1_000 }, (_, n) => `${n}-${n}`).join(',');
    const answer = await fetch(`${served.origin}/notices`, {
      headers: { range: `bytes=${range}`, 'accept-encoding': 'gzip, '.repeat(500) },
    });
    expect([200, 416]).toContain(answer.status);
    for (const path of ['/', '/notices', '/sign-in', '/nowhere', '/desk']) {
      const watch = await watchTables(world);
      const [get, head] = [
        await fetch(served.origin + path, { redirect: 'manual' }),
        await fetch(served.origin + path, { method: 'HEAD', redirect: 'manual' }),
      ];
      expect(head.status).toBe(get.status);
      expect(await head.text()).toBe('');
      await get.arrayBuffer();
      expect(await watch.changed()).toEqual([]);
      await watch.close();
    }
  });

  it('B071 [ASVS 7.2.1] cookies of any kind are nobody’s', async () => {
    for (const cookie of [
      'session=',
      'session=x',
      `session=${'a'.repeat(8_000)}`,
      'session=a; session=b',
      '__proto__=1',
      'session=%ff%fe',
      `${manager}x`,
      manager.slice(0, -3),
    ]) {
      const answer = await served.get(cookie, '/desk');
      expect([302, 431], cookie.slice(0, 20)).toContain(answer.status);
    }
  });

  it('B062 B084 B085 addresses of any kind are answered, and none fails', async () => {
    const odd = [
      '/..%2f',
      '/.git/HEAD',
      '/.env',
      '/build/',
      '/app.js.map',
      '//',
      '/%00',
      '/%',
      '/%ff',
      `/${'a'.repeat(15_000)}`,
      '/a'.repeat(3_500),
      '/desk?_data=routes/desk/desk',
      '/desk.data',
      '/__manifest?p=/a',
      '/?after=%00',
      '/notices?after=%ff',
      '/directory?q[]=1&q[]=2',
      '/applications?size=1e9&after=~~~',
      '/applications?sort=score&after=x~x',
      '/applications?sort=score&before=1e400~x',
      '/applications?sort=score&after=99999999999999999999~x',
      "/organizations?type='--",
    ];
    for (const path of odd) {
      const answer = await served.get(manager, path);
      expect([200, 302, 400, 404, 414], `${path.slice(0, 40)}: ${answer.status}`).toContain(answer.status);
    }
  });

  it('B084 a NUL is asked for by nobody', async () => {
    for (const path of ['/directory?q=a%00b', '/notices?after=%00', '/organizations?q=%00', '/?%00=1']) {
      expect((await served.get('', path)).status, path).toBe(400);
      expect((await served.get(manager, path)).status, path).toBe(400);
    }
    expect((await served.get('', '/directory?q=%2500')).status).toBe(200);
  });
});
