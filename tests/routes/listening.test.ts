import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listenSafely } from '#app/http/listening.server.ts';

const megabyte = 1024 * 1024;
/** More than what the kernel takes for a reader who takes nothing. */
const large = Buffer.alloc(32 * megabyte, 'a');

async function listening(answer: RequestListener, readerMs: number): Promise<number> {
  const running = await listenSafely(createServer(answer), { host: '127.0.0.1', port: 0 }, readerMs);
  onTestFinished(() => running.close(0));
  return running.port;
}

function asking(port: number) {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
  onTestFinished(() => {
    socket.destroy();
  });
  return socket.on('error', () => {});
}

describe('a reader', () => {
  it('[ASVS 15.2.2] who takes nothing of an answer is cut off, and what was held for him is let go', async () => {
    let closed: Promise<unknown> | undefined;
    const port = await listening((_request, response) => {
      closed = once(response, 'close');
      response.writeHead(200, { 'content-length': large.byteLength });
      response.end(large);
    }, 50);
    const socket = asking(port);
    await once(socket, 'readable');
    await closed;
    let taken = 0;
    socket.on('data', (piece: Buffer) => {
      taken += piece.byteLength;
    });
    await once(socket, 'close');
    expect(taken).toBeLessThan(large.byteLength);
  });

  it('who has to wait longer than that for what is still being made gets all of it', async () => {
    const port = await listening((_request, response) => {
      response.once('timeout', () =>
        setImmediate(() => {
          response.writeHead(200, { 'content-length': large.byteLength, connection: 'close' });
          response.end(large);
        }),
      );
    }, 300);
    const socket = asking(port);
    let taken = 0;
    for await (const piece of socket) taken += (piece as Buffer).byteLength;
    expect(taken).toBeGreaterThan(large.byteLength);
  });
});
