import { expect, test } from 'vitest';
import { inTurn } from '#app/operations/people/in-turn.server.ts';
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

test('B089 of a hundred who sign in at once two are being checked at any moment, and one more than may wait is told to come back', async () => {
  let working = 0;
  let most = 0;
  const check = () =>
    inTurn(async () => {
      working += 1;
      most = Math.max(most, working);
      await nextTurn();
      working -= 1;
      return 'checked';
    });
  const answers = await Promise.all(Array.from({ length: 100 }, check));
  expect(new Set(answers)).toEqual(new Set(['checked']));
  expect(most).toBe(2);
  const crowd = await Promise.all(Array.from({ length: 103 }, check));
  expect(crowd.filter((answer) => answer === 'busy')).toHaveLength(1);
  expect(most).toBe(2);
});
