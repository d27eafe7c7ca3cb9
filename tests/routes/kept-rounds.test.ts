import { expect, test } from 'vitest';
import { keepPages } from '#app/http/kept-pages.server.ts';
import type { Visit } from '#app/http/visit.ts';

const visit: Visit = {
  requestId: 'one',
  nonce: '',
  locale: 'zh-CN',
  method: 'GET',
  url: new URL('http://localhost/directory'),
  address: '::1',
  cookie: '',
  now: '2026-03-02T01:00:00.000Z',
};
const nextRound = () => new Promise((resolve) => setImmediate(resolve));

test('who comes in one round of the event loop shares one question for the version, and the next round asks anew', async () => {
  let version = 1;
  let questions = 0;
  const pages = keepPages(
    {
      ask: async () => {
        questions += 1;
        return version;
      },
      atOnce: null,
    },
    () => 'zh-CN',
  );
  const [first] = await Promise.all([pages.look(visit), pages.look(visit), pages.look(visit)]);
  first?.keep(new TextEncoder().encode('<p>1</p>').buffer, 'directory');
  expect(questions).toBe(1);
  expect((await pages.look(visit))?.page?.bytes.toString()).toBe('<p>1</p>');
  await nextRound();
  version = 2;
  expect((await pages.look(visit))?.page).toBeUndefined();
  expect(questions).toBe(2);
});

test('a question that fails is asked again in the next round', async () => {
  let isAway = true;
  const pages = keepPages(
    {
      ask: async () => {
        if (isAway) throw new Error('away');
        return 1;
      },
      atOnce: null,
    },
    () => 'zh-CN',
  );
  await expect(pages.look(visit)).rejects.toThrow('away');
  isAway = false;
  await nextRound();
  expect((await pages.look(visit))?.page).toBeUndefined();
});

test('where the version has to be waited for, no page is sent at once, and none asks for it in vain', async () => {
  let questions = 0;
  const ask = async () => {
    questions += 1;
    return 1;
  };
  const pages = keepPages({ ask, atOnce: null }, () => 'zh-CN');
  (await pages.look(visit))?.keep(new TextEncoder().encode('<p>1</p>').buffer, 'directory');
  expect(pages.atOnce(visit, '/directory')).toBeUndefined();
  expect(questions).toBe(1);
});

test('a page is sent at once while its version and its minute hold, and not where the database fails', async () => {
  let version = 1;
  let isAway = false;
  const atOnce = () => {
    if (isAway) throw new Error('away');
    return version;
  };
  const pages = keepPages({ ask: async () => atOnce(), atOnce }, () => 'zh-CN');
  expect(pages.atOnce(visit, '/directory')).toBeUndefined();
  (await pages.look(visit))?.keep(new TextEncoder().encode('<p>1</p>').buffer, 'directory');
  expect(pages.atOnce(visit, '/directory')?.bytes.toString()).toBe('<p>1</p>');
  expect(pages.atOnce({ ...visit, now: '2026-03-02T01:01:00.000Z' }, '/directory')).toBeUndefined();
  isAway = true;
  expect(pages.atOnce(visit, '/directory')).toBeUndefined();
  isAway = false;
  version = 2;
  expect(pages.atOnce(visit, '/directory')).toBeUndefined();
});
