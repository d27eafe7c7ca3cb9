import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import { askWhile, type Waits } from './honest-asking.ts';
import type { MemoryWatch } from './memory.ts';
import { type ServedApart, serveApart } from './served-apart.ts';

// The server is a process of its own: what the senders hold and do is not counted as its memory.
const megabyte = 1024 * 1024;
const urlencoded = 'application/x-www-form-urlencoded';
const mostGrownMb = 32;
const longestWaitMs = 300;

const multipart = 'multipart/form-data; boundary=x';

/** A file that somebody sends in good faith, and that is none of a register. */
const file = {
  type: multipart,
  piece: Buffer.concat([
    Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'),
    Buffer.alloc(5 * megabyte, 'a'),
    Buffer.from('\r\n--x--\r\n'),
  ]),
  announced: true,
};

let world: World;
let served: ServedApart;
let memory: MemoryWatch | null;
let manager: string;
/** Where files may be sent, so that 25 MB are taken. */
let upload: string;

beforeAll(async () => {
  world = await openWorld();
  served = await serveApart(world);
  manager = await served.cookieOf('manager');
  upload = '/organizations/import';
  expect((await served.get(manager, upload)).status).toBe(200);
  // what the senders cost is held against what honest work takes at its highest: pages, and a file of 5 MB now and then
  memory = served.watchMemory();
  for (let n = 0; n < 300; n += 1) {
    for (const path of ['/', '/sign-in', '/desk']) await (await served.get(manager, path)).arrayBuffer();
    if (n % 30 === 0)
      expect(await sendLarge({ ...file, bytes: file.piece.byteLength, path: upload })).toBe(422);
  }
  memory?.fromHighest();
});
afterAll(async () => {
  await served.close();
  await world.close();
});

/** Abuses the server while honest people ask for pages; tells and holds its memory and their waiting. */
async function abuse(
  promise: string,
  tried: (found: { readonly waits: Waits; readonly grown: number }) => string,
  deed: () => Promise<number>,
): Promise<void> {
  let wrong = 0;
  const waits = await askWhile(served.origin, served.pid, async () => {
    wrong = await deed();
  });
  const grown = memory?.highest() ?? 0;
  const lost = wrong + waits.failed;
  tellFigure({ row: 16, promise, tried: tried({ waits, grown }), lost });
  expect(lost).toBe(0);
  expect(grown).toBeLessThan(mostGrownMb);
  expect(waits.of95).toBeLessThan(longestWaitMs);
}

const inWords = ({ waits, grown }: { readonly waits: Waits; readonly grown: number }): string =>
  `the server took ${grown} MB more than for honest work; ${waits.asked} honest pages, 95 of 100 within ${waits.of95} ms`;

/** A connection that begins a request and then brings a byte now and then. */
function drip(head: string): { readonly socket: Socket; readonly end: () => void } {
  const socket = connect(Number(new URL(served.origin).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(head);
  const drops = setInterval(() => socket.write('a'), 500);
  return {
    socket,
    end: () => {
      clearInterval(drops);
      socket.destroy();
    },
  };
}

test('B059 B060 five hundred who send slowly keep nobody waiting', async () => {
  const host = new URL(served.origin).host;
  const form = `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${served.origin}\r\nContent-Type: ${urlencoded}\r\n`;
  const heads = [
    `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `,
    `${form}Content-Length: 900000\r\n\r\nemail=`,
    `${form}Transfer-Encoding: chunked\r\n\r\n`,
  ];
  const senders = times(500);
  await abuse(
    'Five hundred slow senders keep nobody waiting',
    (found) => `${senders} senders of a byte twice a second for 8 s; ${inWords(found)}`,
    async () => {
      const slow = Array.from({ length: senders }, (_, n) => drip(heads[n % heads.length] ?? ''));
      await new Promise((resolve) => setTimeout(resolve, 8_000));
      for (const { end } of slow) end();
      return 0;
    },
  );
});

interface Large {
  readonly path: string;
  readonly type: string;
  readonly piece: Buffer;
  readonly bytes: number;
  /** Whether it says beforehand how much it is. */
  readonly announced: boolean;
}

/** Sends a large body piece by piece, as far as it is taken; the status of the answer, 0 where there was none. */
function sendLarge({ path, type, piece, bytes, announced }: Large): Promise<number> {
  return new Promise((resolve) => {
    const sending = request(served.origin + path, {
      method: 'POST',
      headers: {
        origin: served.origin,
        cookie: path === upload ? manager : '',
        'content-type': type,
        ...(announced ? { 'content-length': bytes } : { 'transfer-encoding': 'chunked' }),
      },
    });
    let left = bytes;
    let status = 0;
    const more = () => {
      while (left > 0 && status === 0) {
        const next = piece.subarray(0, Math.min(left, piece.byteLength));
        left -= next.byteLength;
        if (!sending.write(next)) return;
      }
      sending.end();
    };
    sending.on('drain', more).on('error', () => resolve(status));
    sending.on('response', (answer) => {
      status = answer.statusCode ?? 0;
      answer.resume().on('close', () => {
        sending.destroy();
        resolve(status);
      });
    });
    more();
  });
}

/** How many of some sendings are not answered with 413. */
async function notRefused(sendings: readonly Large[], together: number): Promise<number> {
  const statuses: number[] = [];
  for (let n = 0; n < sendings.length; n += together)
    statuses.push(...(await Promise.all(sendings.slice(n, n + together).map(sendLarge))));
  return statuses.filter((status) => status !== 413).length;
}

test('B036 B037 B038 bodies of 200 MB are refused and take no memory', async () => {
  const rounds = times(50);
  const zeros = Buffer.alloc(megabyte, 'a');
  const large = (path: string, type: string, announced: boolean): Large => ({
    path,
    type,
    announced,
    piece: zeros,
    bytes: 200 * megabyte,
  });
  const sendings = Array.from({ length: rounds }, () => [
    large('/sign-in', urlencoded, true),
    large('/sign-in', urlencoded, false),
    large('/sign-in', multipart, false),
    large(upload, multipart, true),
  ]).flat();
  await abuse(
    'Bodies of 200 MB are refused',
    (found) => `${sendings.length} bodies of 200 MB, 4 at once, half without a length; ${inWords(found)}`,
    () => notRefused(sendings, 4),
  );
});

test('B015 B058 a million fields are refused and take no memory', async () => {
  const rounds = times(50);
  const field = Buffer.from('a=1&'.repeat(megabyte / 4));
  const part = Buffer.from('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(15_000));
  const many = (bytes: number, announced: boolean): Large => ({
    path: '/sign-in',
    type: urlencoded,
    piece: field,
    bytes,
    announced,
  });
  const sendings = Array.from({ length: rounds }, () => [
    many(4_000_000, true),
    many(4_000_000, false),
    // within the limit of bytes, and a quarter of a million fields all the same
    many(megabyte - 4, true),
    many(megabyte - 4, false),
    // as large as the files that honest people send
    { path: '/sign-in', type: multipart, piece: part, bytes: part.byteLength, announced: true },
    { path: upload, type: multipart, piece: part, bytes: 5 * part.byteLength, announced: true },
  ]).flat();
  await abuse(
    'A million fields are refused',
    (found) =>
      `${sendings.length} bodies of 15 000 to 1 000 000 fields, two of six as parts, 4 at once; ${inWords(found)}`,
    () => notRefused(sendings, 4),
  );
});
