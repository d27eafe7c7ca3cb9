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
    async () => {
      questions += 1;
      return version;
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
    async () => {
      if (isAway) throw new Error('away');
      return 1;
    },
    () => 'zh-CN',
  );
  await expect(pages.look(visit)).rejects.toThrow('away');
  isAway = false;
  await nextRound();
  expect((await pages.look(visit))?.page).toBeUndefined();
});
