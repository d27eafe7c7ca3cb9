import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { packAssets } from '../../scripts/build-parts.mjs';
import { buildOf, closeAll, formHeaders, page, serve } from './front-server.ts';

afterEach(closeAll);

const long = 'a'.repeat(5_000);
const Nothing = () => null;
const build = () =>
  buildOf({
    home: { index: true, module: page({ loader: () => 'home' }) },
    long: { path: 'long', module: page({ loader: () => long }) },
    failing: {
      path: 'failing',
      module: page({
        loader: () => {
          throw new Error('secret words');
        },
        ErrorBoundary: Nothing,
      }),
    },
    broken: {
      path: 'broken',
      module: {
        loader: () => new Response(null, { status: 500 }),
      },
    },
    file: {
      path: 'file',
      module: {
        loader: () =>
          new Response(new Blob(['%PDF-', long]).stream(), {
            headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment' },
          }),
      },
    },
    halfFile: {
      path: 'half-file',
      module: {
        loader: () => {
          const body = new ReadableStream({
            pull(controller) {
              controller.enqueue(new Uint8Array(10));
              controller.error(new Error('disk gone'));
            },
          });
          return new Response(body, { headers: { 'content-type': 'application/pdf' } });
        },
      },
    },
    cookies: {
      path: 'cookies',
      module: {
        loader: () => {
          const headers = new Headers({ location: '/', etag: '"1"' });
          headers.append('set-cookie', 'a=1');
          headers.append('set-cookie', 'b=2');
          return new Response(null, { status: 303, headers });
        },
      },
    },
    kept: {
      path: 'kept',
      module: {
        loader: () =>
          new Response('kept', {
            headers: { etag: '"v1"', 'content-type': 'text/html', 'cache-control': 'public, no-cache' },
          }),
      },
    },
  });

describe('every answer', () => {
  it('carries the same protection and its own request number', async () => {
    const served = await serve(build());
    const ids = new Set<unknown>();
    for (const path of ['/', '/nowhere', '/healthz', '/%', '/file', '/assets/none.js']) {
      const { headers } = await served.ask(path);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['x-powered-by']).toBeUndefined();
      ids.add(headers['x-request-id']);
    }
    expect(ids.size).toBe(6);
  });

  it('[ASVS 3.4.3] of a page allows its own nonce only, a new one each time', async () => {
    const served = await serve(build());
    const first = await served.ask('/');
    const second = await served.ask('/');
    const nonce = served.visits[0]?.nonce;
    expect(first.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'`,
    );
    expect(second.headers['content-security-policy']).not.toContain(nonce);
    expect(served.visits[0]?.requestId).toBe(first.headers['x-request-id']);
    expect(served.visits[0]?.now).toBe('2026-11-24T01:00:00.000Z');
  });

  it('of a file can do nothing where it is opened', async () => {
    const served = await serve(build());
    const { headers, text } = await served.ask('/file');
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(text).toBe(`%PDF-${long}`);
  });

  it('keeps each cookie apart, and is not stored unless the app says so', async () => {
    const served = await serve(build());
    const { headers, status } = await served.ask('/cookies');
    expect(status).toBe(303);
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(headers['cache-control']).toBe('no-store');
    expect((await served.ask('/kept')).headers['cache-control']).toBe('public, no-cache');
  });

  it('is short where the reader has the page already', async () => {
    const served = await serve(build());
    const again = await served.ask('/kept', { headers: { 'if-none-match': '"v1"' } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await served.ask('/kept', { headers: { 'if-none-match': '"v0"' } })).text).toBe('kept');
  });

  it('of a page is packed where it is long and the reader can unpack', async () => {
    const served = await serve(build());
    const packed = await served.ask('/long', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary).toBe('accept-encoding');
    expect(gunzipSync(packed.bytes).toString()).toContain(long);
    expect((await served.ask('/long')).headers['content-encoding']).toBeUndefined();
    const short = await served.ask('/', { headers: { 'accept-encoding': 'gzip' } });
    expect(short.headers['content-encoding']).toBeUndefined();
  });

  it('to HEAD is that to GET without the body', async () => {
    const served = await serve(build());
    for (const path of ['/', '/long', '/file', '/nowhere', '/cookies', '/healthz', '/%']) {
      const got = await served.ask(path);
      const head = await served.ask(path, { method: 'HEAD' });
      expect(head.status, path).toBe(got.status);
      expect(head.text).toBe('');
      expect(head.headers['content-type']).toBe(got.headers['content-type']);
    }
  });
});

describe('failures', () => {
  it('[ASVS 13.4.2] [ASVS 16.5.1] of a page are drawn by the app and tell nothing of the cause', async () => {
    const served = await serve(build());
    const { status, text } = await served.ask('/failing');
    expect(status).toBe(500);
    expect(text).not.toContain('secret words');
  });

  it('that the app has no words for get a page with the request number', async () => {
    const served = await serve(build());
    const { status, text, headers } = await served.ask('/broken', { headers: { 'accept-language': 'en' } });
    expect(status).toBe(500);
    expect(text).toContain('Something went wrong');
    expect(text).toContain(headers['x-request-id']);
  });

  it('before the app is asked get the same page', async () => {
    const served = await serve(build(), {
      loadContext: () => {
        throw new Error('secret words');
      },
    });
    const { status, text } = await served.ask('/');
    expect(status).toBe(500);
    expect(text).toContain('系统出错了');
    expect(text).not.toContain('secret words');
  });

  it('in the middle of a file cut the connection, so that half a file is not taken for a whole one', async () => {
    const served = await serve(build());
    await expect(served.ask('/half-file')).rejects.toThrow();
    expect((await served.ask('/')).status).toBe(200);
  });
});

describe('the state of the server', () => {
  it('is told to whoever watches over it', async () => {
    const well = await serve(build());
    expect((await well.ask('/healthz')).text).toBe('{"ok":true}');
    expect((await well.ask('/readyz')).status).toBe(200);
    const ill = await serve(build(), { ready: async () => ({ ok: false, code: 'disk.full' }) });
    const unready = await ill.ask('/readyz');
    expect([unready.status, unready.text]).toEqual([503, '{"ok":false,"code":"disk.full"}']);
    expect((await ill.ask('/healthz')).status).toBe(200);
  });

  it('is not a form', async () => {
    const served = await serve(build());
    expect((await served.ask('/healthz', { method: 'POST', headers: formHeaders(served) })).status).toBe(405);
  });
});

describe('files that never change', () => {
  const folder = () => {
    const root = mkdtempSync(join(tmpdir(), 'hatchery-static-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'assets', 'app-abc.css'), `body{}${' '.repeat(3_000)}`);
    writeFileSync(join(root, 'assets', 'app-abc.js.map'), '{}');
    writeFileSync(join(root, 'robots.txt'), 'User-agent: *');
    writeFileSync(join(root, '.secret.txt'), 'x');
    return root;
  };

  it('are kept by browsers for good where their name has a hash', async () => {
    const served = await serve(build(), { staticFolders: [folder()] });
    const asset = await served.ask('/assets/app-abc.css');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toBe('text/css; charset=utf-8');
    expect((await served.ask('/robots.txt')).headers['cache-control']).toBe('public, max-age=300');
    const again = await served.ask('/assets/app-abc.css', {
      headers: { 'if-none-match': asset.headers.etag! },
    });
    expect([again.status, again.text]).toEqual([304, '']);
    const head = await served.ask('/robots.txt', { method: 'HEAD' });
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', '13']);
  });

  it('are sent as the build has packed them', async () => {
    const root = folder();
    await packAssets(root);
    const served = await serve(build(), { staticFolders: [root] });
    const accepting = (encoding: string) =>
      served.ask('/assets/app-abc.css', { headers: { 'accept-encoding': encoding } });
    const tightest = await accepting('gzip, br');
    expect(tightest.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(tightest.bytes).toString()).toMatch(/^body\{\}/);
    const older = await accepting('gzip');
    expect(older.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(older.bytes).toString()).toMatch(/^body\{\}/);
    const plain = await accepting('identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.text).toMatch(/^body\{\}/);
    for (const { headers } of [tightest, older, plain]) expect(headers.vary).toBe('accept-encoding');
    // too short to be worth it, and what is packed has no address of its own
    const short = await served.ask('/robots.txt', { headers: { 'accept-encoding': 'gzip, br' } });
    expect([short.headers['content-encoding'], short.text]).toEqual([undefined, 'User-agent: *']);
    expect((await served.ask('/assets/app-abc.css.br')).status).toBe(404);
  });

  it('are those on the list and no others', async () => {
    const served = await serve(build(), { staticFolders: [folder(), '/nowhere/at/all'] });
    const paths = [
      '/assets/none.css',
      '/assets/app-abc.js.map',
      '/.secret.txt',
      '/assets/../../etc/passwd',
      '/assets',
    ];
    for (const path of paths) expect((await served.ask(path)).status, path).toBe(404);
  });
});
