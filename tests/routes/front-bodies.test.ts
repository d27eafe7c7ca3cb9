import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answered } from '#app/http/front.server.ts';
import { buildOf, closeAll, formHeaders, page, type Served, serve } from './front-server.ts';

afterEach(closeAll);

const MEGABYTE = 1024 * 1024;

function buildWriting(written: number[], wait: Promise<unknown> = Promise.resolve()) {
  const action = async ({ request }: { request: Request }) => {
    const { byteLength } = await request.arrayBuffer();
    await wait;
    written.push(byteLength);
    return byteLength;
  };
  return buildOf({
    form: { path: 'form', module: page({ action }) },
    upload: { path: 'upload', module: page({ action, handle: { uploads: true } }) },
  });
}

/** Sends the beginning of a form and no more; resolves with what the server says until it closes. */
function stall(served: Served, announced: number, sent: string): Promise<string> {
  const head = [
    'POST /form HTTP/1.1',
    `Host: ${served.host}`,
    `Origin: http://${served.host}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${announced}`,
  ].join('\r\n');
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(served.port, '127.0.0.1', () => socket.write(`${head}\r\n\r\n${sent}`));
    socket.on('data', (piece) => {
      received += piece.toString('utf8');
      if (received.includes('</html>')) socket.end();
    });
    socket.on('error', () => resolve(received));
    socket.on('close', () => resolve(received));
  });
}

describe('the size of a form', () => {
  it('B038 [ASVS 5.2.1] may be the limit and not a byte more, announced or not', async () => {
    const written: number[] = [];
    const served = await serve(buildWriting(written));
    const headers = formHeaders(served);
    const chunked = { ...headers, 'transfer-encoding': 'chunked' };
    for (const all of [headers, chunked]) {
      expect(
        (await served.ask('/form', { method: 'POST', headers: all, body: new Uint8Array(MEGABYTE) })).status,
      ).toBe(200);
      const larger = await served.ask('/form', {
        method: 'POST',
        headers: all,
        body: new Uint8Array(MEGABYTE + 1),
      });
      expect(larger.status).toBe(413);
      expect(larger.text).toContain('不能超过 1 MB');
      // a page like the others, and the way back to the form
      expect(larger.text).toMatch(/<header>.*孵化台<\/a><\/header>/);
      expect(larger.text).toContain('<a href="/form">回到刚才的页面</a>');
    }
    expect(written).toEqual([MEGABYTE, MEGABYTE]);
  });

  it('leads back to its own address as text, whatever stands in it', async () => {
    const served = await serve(buildWriting([]));
    const headers = { ...formHeaders(served), 'content-type': 'text/plain' };
    const path = '/form?a="><b>&to=//evil.example';
    const { status, text } = await served.ask(path, { method: 'POST', headers, body: 'a=1' });
    expect(status).toBe(415);
    expect(text).toContain('<a href="/form?a=&quot;&gt;&lt;b&gt;&amp;to=//evil.example">');
    expect(text).not.toContain('<b>');
  });

  it('is larger where files are sent', async () => {
    const written: number[] = [];
    const served = await serve(buildWriting(written));
    const headers = { ...formHeaders(served), 'content-type': 'multipart/form-data; boundary=x' };
    const body = new Uint8Array(25 * MEGABYTE);
    expect((await served.ask('/upload', { method: 'POST', headers, body })).status).toBe(200);
    const larger = new Uint8Array(25 * MEGABYTE + 1);
    expect((await served.ask('/upload', { method: 'POST', headers, body: larger })).status).toBe(413);
    expect((await served.ask('/form', { method: 'POST', headers, body })).status).toBe(413);
    expect(written).toEqual([25 * MEGABYTE]);
  });

  it('of 200 MB is answered and takes no memory', async () => {
    const served = await serve(buildWriting([]));
    const body = new Uint8Array(200 * MEGABYTE);
    const headers = { ...formHeaders(served), 'transfer-encoding': 'chunked' };
    const before = process.memoryUsage().rss;
    expect((await served.ask('/form', { method: 'POST', headers, body })).status).toBe(413);
    // the client's copy of the body lives in this process too, and was there before
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MEGABYTE);
  });

  it('counts together for all who send at the same time, and is given back afterwards', async () => {
    const written: number[] = [];
    let finish = () => {};
    const wait = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const served = await serve(buildWriting(written, wait), { limits: { atOnce: 1_500 } });
    const send = () =>
      served.ask('/form', { method: 'POST', headers: formHeaders(served), body: new Uint8Array(1_000) });
    const first = send();
    await expect.poll(() => served.visits.length).toBe(1);
    const second = await send();
    expect(second.status).toBe(503);
    expect(second.headers['retry-after']).toBe('5');
    finish();
    expect((await first).status).toBe(200);
    expect((await send()).status).toBe(200);
  });
});

describe('a sender', () => {
  it('B059 who brings too little in too long a time is cut off, with a word', async () => {
    const served = await serve(buildWriting([]), { limits: { progressMs: 50 } });
    expect(await stall(served, 1_000, 'a=1')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('B037 who goes away in the middle leaves nothing behind', async () => {
    const written: number[] = [];
    const answered: Answered[] = [];
    const served = await serve(buildWriting(written), {
      limits: { atOnce: 1_000 },
      onAnswer: (one) => answered.push(one),
    });
    for (let index = 0; index < 5; index += 1) {
      const head = `POST /form HTTP/1.1\r\nHost: ${served.host}\r\nOrigin: http://${served.host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\n`;
      const socket = connect(served.port, '127.0.0.1', () => {
        socket.write(head + 'a'.repeat(500));
        socket.end();
      });
      socket.on('error', () => {});
      await expect.poll(() => answered.length).toBe(index + 1);
    }
    const body = new Uint8Array(900);
    expect((await served.ask('/form', { method: 'POST', headers: formHeaders(served), body })).status).toBe(
      200,
    );
    expect(written).toEqual([900]);
  });
});

describe('closing', () => {
  it('lets requests under way finish and takes no new ones', async () => {
    const written: number[] = [];
    let finish = () => {};
    const wait = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const served = await serve(buildWriting(written, wait));
    const under = served.ask('/form', { method: 'POST', headers: formHeaders(served), body: 'a=1' });
    await expect.poll(() => served.visits.length).toBe(1);
    const closed = served.front.close();
    // for a moment it says that it stops; then nobody is there any more
    const late = await served.ask('//evil.example/form');
    expect(late.text).not.toContain('evil');
    expect([late.status, late.headers['retry-after'], late.headers.connection]).toEqual([503, '30', 'close']);
    await expect
      .poll(() => served.ask('/form').catch((error: NodeJS.ErrnoException) => error.code))
      .toBe('ECONNREFUSED');
    finish();
    expect((await under).status).toBe(200);
    await closed;
    expect(written).toEqual([3]);
  });

  it('does not wait for ever', async () => {
    const served = await serve(buildWriting([], new Promise(() => {})));
    const under = served.ask('/form', { method: 'POST', headers: formHeaders(served), body: 'a=1' });
    const cut = expect(under).rejects.toThrow();
    await expect.poll(() => served.visits.length).toBe(1);
    await served.front.close(20);
    await cut;
  });
});

describe('what is counted', () => {
  it('names the route, the status and the reason, and nothing of a person', async () => {
    const answered: Answered[] = [];
    const served = await serve(buildWriting([]), { onAnswer: (one) => answered.push(one) });
    await served.ask('/form?q=13800000000', { method: 'POST', headers: formHeaders(served), body: 'a=1' });
    await served.ask('/form', { method: 'PUT' });
    await expect.poll(() => answered.length).toBe(2);
    expect(answered[0]).toMatchObject({ route: 'form', method: 'POST', status: 200 });
    expect(answered[1]).toMatchObject({ route: 'front', method: 'PUT', status: 405, refusal: 'method' });
    expect(JSON.stringify(answered)).not.toContain('138');
  });
});
