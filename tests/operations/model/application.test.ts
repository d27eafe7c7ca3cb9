import { expect, test } from 'vitest';
import { applicationPlay } from './application.play.ts';
import { walk, walksOf } from './walk.ts';

const walks = walksOf(applicationPlay);

test('the walks cover the whole table of an application', () => {
  expect(walks.length).toBeGreaterThan(60);
});

test.each(walks.map((w) => [w.last, w] as const))('%s', async (_name, path) => {
  expect(await walk(applicationPlay, path)).toBe(path.edges.length);
});
