import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildOf, closeAll, formHeaders, page, type Served, serve } from './front-server.ts';

let served: Served;
let written: string[];

const build = () =>
  buildOf({
    home: { index: true, module: page({ loader: () => 'home' }) },
    echo: {
      path: 'echo',
      module: page({
        loader: ({ request }) => ({ url: request.url, headers: Object.fromEntries(request.headers) }),
        action: async ({ request }) => {
          written.push(await request.text());
          return 'done';
        },
      }),
    },
    resource: {
      path: 'resource',
      module: {
        action: async ({ request }) => {
          written.push(await request.text());
          return new Response('written');
        },
      },
    },
    api: {
      path: 'api/things',
      module: { handle: { json: true }, action: async ({ request }) => Response.json(await request.json()) },
    },
  });

beforeEach(async () => {
  written = [];
  served = await serve(build());
});
afterEach(closeAll);

describe('methods', () => {
  it.each(['OPTIONS', 'TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])(
    '[ASVS 13.4.4] B064 %s is not accepted',
    async (method) => {
      const answer = await served.ask('/echo', { method, headers: formHeaders(served) });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('GET, HEAD, POST');
    },
  );

  it.each(['CONNECT / HTTP/1.1', 'FOO / HTTP/1.1'])('%s is not accepted either', async (line) => {
    expect(await served.raw(`${line}\r\nHost: ${served.host}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 405 /);
  });

  it('cannot be smuggled in a header or a field', async () => {
    const headers = { ...formHeaders(served), 'x-http-method-override': 'DELETE' };
    const answer = await served.ask('/echo', { method: 'POST', headers, body: '_method=DELETE' });
    expect(answer.status).toBe(200);
    expect(written).toEqual(['_method=DELETE']);
  });
});

describe('B067 the host', () => {
  it('may be any name of this machine', async () => {
    for (const name of ['localhost', '127.0.0.1', 'LocalHost']) {
      expect((await served.ask('/', { headers: { host: `${name}:${served.port}` } })).status).toBe(200);
    }
  });

  it.each(['evil.example', 'localhost:1', 'localhost', 'a.localhost'])('%s is not ours', async (host) => {
    expect((await served.ask('/', { headers: { host } })).status).toBe(421);
  });

  it.each(['user:pass@localhost', 'local host', 'a/b', '\u0080'])('%s is no host at all', async (host) => {
    expect((await served.ask('/', { headers: { host } })).status).toBe(400);
  });

  it('comes once', async () => {
    const twice = `GET / HTTP/1.1\r\nHost: ${served.host}\r\nHost: ${served.host}\r\nConnection: close\r\n\r\n`;
    expect(await served.raw(twice)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await served.raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await served.raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('[ASVS 4.1.3] B068 is never taken from what a request claims', async () => {
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-original-url': '/admin',
    };
    const { text, status } = await served.ask('/echo', { headers });
    expect(status).toBe(200);
    expect(text).toContain(`http://localhost:${served.port}/echo`);
    expect(text).not.toMatch(/evil|x-forwarded|x-original/);
  });

  it('is the public one where one is configured', async () => {
    const configuration = {
      host: '127.0.0.1',
      port: 0,
      publicUrl: 'https://hatchery.example.cn',
      trustProxy: 1,
    };
    const behind = await serve(build(), { configuration });
    const headers = { 'x-forwarded-host': 'hatchery.example.cn', 'x-forwarded-for': '6.6.6.6, 10.1.2.3' };
    const { text, status, headers: answered } = await behind.ask('/echo', { headers });
    expect(status).toBe(200);
    expect(text).toContain('https://hatchery.example.cn/echo');
    expect(answered['strict-transport-security']).toContain('max-age=');
    expect(behind.visits[0]?.address).toBe('10.1.2.3');
    expect((await behind.ask('/', { headers: { 'x-forwarded-host': 'evil.example' } })).status).toBe(421);
  });

  it('and the asker are not believed from a stranger', async () => {
    await served.ask('/echo', { headers: { 'x-forwarded-for': '6.6.6.6' } });
    expect(served.visits[0]?.address).toBe('127.0.0.1');
  });
});

describe('[ASVS 3.5.1] a request that may change something', () => {
  const foreign: [string, Record<string, string>][] = [
    ['another site', { origin: 'http://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a malformed origin', { origin: 'http://' }],
    ['another site, by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour, by Sec-Fetch-Site', { 'sec-fetch-site': 'same-site' }],
    ['another site that claims ours', { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['nowhere', {}],
    ['nowhere, with a token and a cookie', { authorization: 'Bearer x', cookie: 'session=1' }],
    ['a claimed forwarded host', { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' }],
  ];

  it.each(['/echo', '/echo?_data=echo', '/resource', '/resource?_data=resource', '/nowhere'])(
    'at %s is refused from everywhere but our own pages',
    async (path) => {
      for (const [from, headers] of foreign) {
        const all = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
        const answer = await served.ask(path, { method: 'POST', headers: all, body: 'a=1' });
        expect(answer.status, from).toBe(403);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
      expect(written).toEqual([]);
    },
  );

  it('is accepted from our own pages', async () => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const ours: Record<string, string>[] = [
      { origin: `http://${served.host}` },
      { origin: `http://localhost:${served.port}` },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'same-origin', origin: `http://${served.host}` },
    ];
    for (const headers of ours) {
      const answer = await served.ask('/echo', {
        method: 'POST',
        headers: { ...headers, ...type },
        body: 'a=1',
      });
      expect(answer.status).toBe(200);
    }
    expect(written).toHaveLength(ours.length);
  });

  it('is accepted from a program with a token and without a cookie', async () => {
    const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
    const answer = await served.ask('/api/things', { method: 'POST', headers, body: '{"a":1}' });
    expect(answer.text).toBe('{"a":1}');
  });
});

describe('[ASVS 3.5.2] the kind of body', () => {
  it.each(['application/json', 'text/plain', 'multipart/form-data', 'text/xml', ''])(
    '%s is no form',
    async (type) => {
      const headers = { origin: `http://${served.host}`, ...(type ? { 'content-type': type } : {}) };
      expect((await served.ask('/echo', { method: 'POST', headers, body: 'a=1' })).status).toBe(415);
      expect(written).toEqual([]);
    },
  );

  it('is JSON where the route takes JSON, and nothing else', async () => {
    const headers = formHeaders(served);
    expect((await served.ask('/api/things', { method: 'POST', headers, body: 'a=1' })).status).toBe(415);
  });

  it('does not matter on a GET', async () => {
    const answer = await served.ask('/echo', {
      headers: { 'content-type': 'text/plain', 'content-length': '5' },
      body: 'hello',
    });
    expect(answer.status).toBe(200);
  });
});

describe('addresses that Remix has', () => {
  it('for data exist nowhere', async () => {
    expect((await served.ask('/echo?_data=echo')).status).toBe(404);
    expect((await served.ask('/echo?_data=unknown')).status).toBe(404);
    expect((await served.ask('/echo.data')).status).toBe(404);
    expect((await served.ask(`/__manifest?p=${'/echo&p='.repeat(500)}`)).status).toBe(404);
  });
});

describe('addresses', () => {
  it.each(['/%', '/%ff', '/calls/%e0%a4', '/%zz'])('%s cannot be decoded', async (path) => {
    expect((await served.ask(path)).status).toBe(400);
  });

  it.each([
    '//',
    '//echo',
    '/..%2f',
    '/..%5cx',
    '/%00',
    '/a%0d%0ab',
    '/.git/HEAD',
    '/.env',
    '/build/',
    '/app.js.map',
  ])('[ASVS 13.4.1] [ASVS 13.4.3] %s leads nowhere', async (path) => {
    expect((await served.ask(path)).status).toBe(404);
  });

  it('B061 B062 have a longest length, and headers a largest size', async () => {
    expect((await served.ask(`/${'a'.repeat(15_000)}`)).status).toBe(414);
    expect((await served.ask('/', { headers: { 'x-long': 'a'.repeat(20_000) } })).status).toBe(431);
    expect((await served.ask('/', { headers: { 'x-longer': 'a'.repeat(40_000) } })).status).toBe(431);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x-${index}`, 'a']));
    expect((await served.ask('/', { headers: many })).status).toBe(431);
  });

  it('of thousands of segments are answered at once', async () => {
    const begun = performance.now();
    expect((await served.ask('/a'.repeat(4_000))).status).toBe(404);
    expect(performance.now() - begun).toBeLessThan(200);
  });

  it('of other servers are not answered', async () => {
    const asked = `GET http://evil.example/ HTTP/1.1\r\nHost: ${served.host}\r\nConnection: close\r\n\r\n`;
    expect(await served.raw(asked)).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('[ASVS 4.2.1] B069 requests that are not HTTP', () => {
  it.each([
    ['two lengths', 'Content-Length: 1\r\nContent-Length: 2'],
    ['a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
    ['an unknown coding', 'Transfer-Encoding: xchunked'],
    ['a folded header', 'X-A: 1\r\n folded'],
    ['a header without a name', ': 1'],
  ])('with %s end in 400 and a closed connection', async (_, header) => {
    const origin = `Origin: http://${served.host}\r\nContent-Type: application/x-www-form-urlencoded`;
    const text = `POST /echo HTTP/1.1\r\nHost: ${served.host}\r\n${origin}\r\n${header}\r\n\r\na=1`;
    expect(await served.raw(text)).toMatch(/^HTTP\/1\.1 400 /);
    expect(written).toEqual([]);
  });

  it('B070 in a long row are each answered in turn', async () => {
    const one = `GET /echo HTTP/1.1\r\nHost: ${served.host}\r\n\r\n`;
    const last = `GET /echo HTTP/1.1\r\nHost: ${served.host}\r\nConnection: close\r\n\r\n`;
    const received = await served.raw(one.repeat(199) + last);
    expect(received.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(200);
  });
});

describe('cookies', () => {
  it.each([
    'a=b; __proto__=1',
    '=;;;=',
    `x=${'a'.repeat(8_000)}`,
    'session=\u00ff\u00fe',
    'constructor=x; toString=y',
  ])('of any shape are handed on without harm (case %#)', async (cookie) => {
    expect((await served.ask('/echo', { headers: { cookie } })).status).toBe(200);
  });
});
