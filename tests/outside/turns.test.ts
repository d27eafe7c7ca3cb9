import { expect, test } from 'vitest';
import { nextTurn, placesFor } from '#app/outside/turns.server.ts';

test('of all long works one piece is done in each round of the event loop', async () => {
  const done: string[] = [];
  const work = async (name: string) => {
    for (let piece = 0; piece < 3; piece += 1) {
      done.push(name);
      await nextTurn();
    }
  };
  const rounds = (async () => {
    for (let round = 0; round < 12; round += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      done.push('|');
    }
  })();
  await Promise.all([work('a'), work('b'), work('c'), rounds]);
  // all begin at once; from then on no round holds two pieces
  const [first = '', ...later] = done.join('').split('|');
  expect(first).toContain('abc');
  expect(later.every((round) => round.length <= 1)).toBe(true);
  expect(later.join('')).toBe('abcabc');
});

test('places are given in the order in which they were asked for, and given back when the work fails', async () => {
  const places = placesFor(1);
  const done: number[] = [];
  const release: (() => void)[] = [];
  const first = places.take(() => new Promise<void>((resolve) => release.push(resolve)));
  const fails = places.take(async () => {
    throw new Error('broken');
  });
  const others = [1, 2].map((n) => places.take(async () => void done.push(n)));
  expect([places.isFull(), places.waiting()]).toEqual([true, 3]);
  release[0]?.();
  await first;
  await expect(fails).rejects.toThrow('broken');
  await Promise.all(others);
  expect(done).toEqual([1, 2]);
  expect([places.isFull(), places.waiting()]).toEqual([false, 0]);
});
