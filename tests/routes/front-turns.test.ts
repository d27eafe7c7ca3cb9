import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildOf, closeAll, page, serve } from './front-server.ts';

/** In which round of the event loop something was done, since the test began. */
let round = 0;
let counting = true;
const count = (): void => {
  round += 1;
  if (counting) setImmediate(count);
};

beforeEach(() => {
  counting = true;
  setImmediate(count);
});
afterEach(async () => {
  counting = false;
  await closeAll();
});

/** Requests that arrive in one piece over one connection: the server reads all of them in the same round. */
const atOnce = (host: string, paths: readonly string[]): string =>
  paths
    .map((path, i) => {
      const isLast = i === paths.length - 1;
      return `GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${isLast ? 'connection: close\r\n' : ''}\r\n`;
    })
    .join('');

const seen: { readonly what: string; readonly round: number }[] = [];
const note = (what: string): void => void seen.push({ what, round });
beforeEach(() => void seen.splice(0));

const serving = (how: Parameters<typeof serve>[1] = {}) =>
  serve(
    buildOf({
      slow: {
        path: 'page',
        module: page({
          loader: async ({ request }) => {
            note(new URL(request.url).search);
            return null;
          },
        }),
      },
    }),
    how,
  );

test('of pages that are asked for at once one is begun in each round, in the order in which they came', async () => {
  const served = await serving();
  const asked = ['?a', '?b', '?c', '?d', '?e'];
  const answers = await served.raw(
    atOnce(
      served.host,
      asked.map((one) => `/page${one}`),
    ),
  );
  expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(asked.length);
  expect(seen.map(({ what }) => what)).toEqual(asked);
  expect(new Set(seen.map((one) => one.round)).size).toBe(asked.length);
});

test('who asks whether the server lives is told before the pages that wait for their turn', async () => {
  const served = await serving({
    ready: async () => {
      note('ready');
      return { ok: true };
    },
  });
  await served.raw(atOnce(served.host, ['/page?a', '/page?b', '/page?c', '/readyz']));
  expect(seen.map(({ what }) => what)).toEqual(['ready', '?a', '?b', '?c']);
});

test('a page that breaks down in its turn takes nobody else his', async () => {
  let visits = 0;
  const served = await serving({
    loadContext: () => {
      visits += 1;
      if (visits === 1) throw new Error('broken');
      return {} as never;
    },
  });
  const answers = await served.raw(atOnce(served.host, ['/page?a', '/page?b', '/page?c']));
  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 500', 'HTTP/1.1 200', 'HTTP/1.1 200']);
  expect(seen.map(({ what }) => what)).toEqual(['?b', '?c']);
});

test.each(['end', 'resetAndDestroy'] as const)(
  'who goes away while waiting (%s) is drawn nothing',
  async (leave) => {
    const served = await serving();
    const asked = Array.from({ length: 200 }, (_, n) => `?${n}`);
    const client = connect(Number(served.host.split(':')[1]), '127.0.0.1');
    client.on('error', () => {});
    client.write(
      atOnce(
        served.host,
        asked.map((one) => `/page${one}`),
      ),
    );
    await expect.poll(() => seen.length, { interval: 1 }).toBeGreaterThan(0);
    client[leave]();
    // who comes after them has his turn after theirs
    expect((await served.ask('/page?last')).status).toBe(200);
    expect(seen.at(-1)?.what).toBe('?last');
    expect(seen.length).toBeLessThan(asked.length / 2);
  },
);
