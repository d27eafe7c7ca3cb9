import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildOf, closeAll, page, serve } from '../routes/front-server.ts';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';
import { builtDoors } from './doors.ts';

let world: World;
let served: Served;
const pages: { path: string; who: string; answer: Response; text: string }[] = [];

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  const draft = await world.draft();
  for (const who of ['', 'director', draft.lead, 'admin']) {
    const cookie = who === '' ? '' : await served.cookieOf(who);
    for (const { pattern, canRead } of await builtDoors()) {
      if (!canRead) continue;
      const path = pattern
        .replace('/:token?', '')
        .replace(':collection', 'applications')
        .replace(':noun', 'submission')
        .replace(':section', 'organization')
        .replace(/:\w+/, draft.id);
      const answer = await fetch(served.origin + path, {
        redirect: 'manual',
        headers: { cookie, origin: 'https://evil.example' },
      });
      pages.push({ path, who, answer, text: await answer.text() });
    }
  }
}, 120_000);
afterAll(async () => {
  await served.close();
  await world.close();
});
afterEach(closeAll);

describe('every answer', () => {
  it('[ASVS 3.4.2] lets no other site read it', () => {
    for (const { path, answer } of pages)
      expect(answer.headers.get('access-control-allow-origin'), path).toBeNull();
  });

  it('[ASVS 3.4.4] [ASVS 3.4.5] [ASVS 3.4.6] is not guessed at, not framed, and tells other sites nothing', () => {
    for (const { path, answer } of pages) {
      const { headers } = answer;
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
      expect(headers.get('permissions-policy'), path).toContain('camera=()');
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    }
  });

  it('[ASVS 4.1.1] says what it is and in which writing', () => {
    for (const { path, answer, text } of pages.filter(({ text }) => text !== ''))
      expect(answer.headers.get('content-type'), path + text.slice(0, 40)).toMatch(/; charset=utf-8$/);
  });

  it('[ASVS 14.3.2] [ASVS 14.2.2] is kept by nobody where somebody is signed in', () => {
    for (const { path, answer } of pages.filter(({ who }) => who !== ''))
      expect(answer.headers.get('cache-control'), path).toMatch(/no-store/);
  });

  it('[ASVS 14.2.3] asks nothing of any other site', () => {
    for (const { path, text } of pages) {
      const foreign = [...text.matchAll(/\s(?:src|href|action)="(https?:)?\/\/([^"/]+)/g)].map(
        ([, , host]) => host,
      );
      expect(foreign, path).toEqual([]);
    }
  });

  it('[ASVS 3.4.3] [ASVS 1.2.3] runs one script, ours, by a nonce that is new each time, and none in the page', () => {
    const nonces = new Set<string>();
    const drawn = pages.filter(
      ({ answer }) => answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html'),
    );
    for (const { path, answer, text } of drawn) {
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy, path).not.toMatch(/unsafe-|\*|http:/);
      for (const part of ["object-src 'none'", "base-uri 'none'", "form-action 'self'"])
        expect(policy).toContain(part);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      const scripts = [...text.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
      expect(scripts.length, path).toBeLessThanOrEqual(1);
      for (const [, attributes = '', inside] of scripts) {
        expect(attributes).toContain(`nonce="${nonce}"`);
        expect(inside).toBe('');
      }
      expect(text, path).not.toMatch(/<[a-z][^>]*\s(style|on\w+)="/);
      if (scripts.length === 0) continue;
      expect(nonces.has(nonce), path).toBe(false);
      nonces.add(nonce);
    }
    expect(nonces.size).toBeGreaterThan(40);
    expect(drawn.length).toBeGreaterThan(40);
  });

  it('[ASVS 14.2.1] carries no address with a telephone number, an ID number or a token in it', () => {
    for (const { path, text } of pages) {
      const addresses = [...text.matchAll(/\s(?:href|action)="([^"]*)"/g)].map(([, address = '']) => address);
      expect(
        addresses.filter((address) => /1[3-9]\d{9}|\d{17}[\dX]|token=|session=/.test(address)),
        path,
      ).toEqual([]);
    }
  });

  it('[ASVS 3.4.1] holds browsers to https where the site is https, whatever it answers', async () => {
    const build = buildOf({
      home: { index: true, module: page({ loader: () => 'home' }) },
      broken: {
        path: 'broken',
        module: page({
          loader: () => {
            throw new Error('broken');
          },
        }),
      },
    });
    const secure = await serve(build, {
      configuration: { host: '127.0.0.1', port: 0, publicUrl: 'https://hatchery.example.cn', trustProxy: 0 },
    });
    const asked = [
      ['/', 'GET'],
      ['/nowhere', 'GET'],
      ['/broken', 'GET'],
      ['/%', 'GET'],
      ['/', 'PUT'],
      ['/assets/none.js', 'GET'],
      ['/healthz', 'GET'],
      ['/', 'POST'],
    ] as const;
    for (const [path, method] of asked) {
      const { headers, status } = await secure.ask(path, { method });
      expect(headers['strict-transport-security'], `${method} ${path} ${status}`).toBe(
        'max-age=31536000; includeSubDomains',
      );
    }
  });

  it('[ASVS 15.2.3] [ASVS 13.4.1] comes from a route of the product: nothing for tests or seeds is built in', async () => {
    const patterns = (await builtDoors()).map(({ pattern }) => pattern);
    expect(patterns.filter((pattern) => /test|seed|debug|fixture|gallery|__/.test(pattern))).toEqual([]);
    for (const path of [
      '/package.json',
      '/hatchery.db',
      '/data/hatchery.db',
      '/uploads/',
      '/.env',
      '/build/server/index.js',
      '/assets/app.css.map',
    ])
      expect((await served.get('', path)).status, path).toBe(404);
  });

  it('[ASVS 3.3.1] [ASVS 3.3.2] [ASVS 3.3.4] sets cookies that scripts cannot read and foreign forms do not carry', async () => {
    const answer = await served.post('', '/language', { locale: 'en', back: '/' });
    const set = [
      ...pages.flatMap(({ answer: each }) => each.headers.getSetCookie()),
      ...answer.headers.getSetCookie(),
    ];
    expect(set.length).toBeGreaterThan(0);
    for (const cookie of set) expect(cookie).toMatch(/Path=\/; HttpOnly; SameSite=Lax/);
  });
});
