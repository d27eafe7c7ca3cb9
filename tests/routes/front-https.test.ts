import { afterEach, describe, expect, it } from 'vitest';
import { buildOf, closeAll, page, serve } from './front-server.ts';

let written: string[] = [];
const build = () => {
  written = [];
  const action = async ({ request }: { request: Request }) => {
    written.push(await request.text());
    return new Response('written');
  };
  return buildOf({
    echo: { path: 'echo', module: page({ loader: () => 'read', action }) },
    resource: { path: 'resource', module: { action } },
  });
};
afterEach(closeAll);

describe('a request that came', () => {
  it('[ASVS 4.1.2] in the clear leads pages on to https, and refuses forms, where a trusted proxy says so', async () => {
    const publicUrl = 'https://hatchery.example.cn';
    const configuration = { host: '127.0.0.1', port: 0, publicUrl, trustProxy: 1 };
    const behind = await serve(build(), { configuration });
    const host = { 'x-forwarded-host': 'hatchery.example.cn', 'x-forwarded-proto': 'http' };
    const page = await behind.ask('/echo?a=1', { headers: host });
    expect([page.status, page.headers.location]).toEqual([308, `${publicUrl}/echo?a=1`]);
    const form = { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' };
    for (const path of ['/echo', '/resource', '/nowhere']) {
      const sent = await behind.ask(path, { method: 'POST', headers: { ...form, ...host }, body: 'a=1' });
      expect([sent.status, sent.headers.location], path).toEqual([403, undefined]);
      expect(sent.text).toContain('http');
    }
    expect(written).toEqual([]);
    const safe = { ...host, 'x-forwarded-proto': 'https' };
    expect((await behind.ask('/echo', { headers: safe })).status).toBe(200);
    // nobody is believed who is no proxy of ours, and who watches the process asks it directly
    const bare = await serve(build(), { configuration: { ...configuration, trustProxy: 0 } });
    const name = { host: 'hatchery.example.cn', 'x-forwarded-proto': 'http' };
    expect((await bare.ask('/echo', { headers: name })).status).toBe(200);
    expect((await behind.ask('/healthz', { headers: host })).status).toBe(200);
  });
});
