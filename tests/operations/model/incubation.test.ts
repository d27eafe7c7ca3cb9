import { expect, test } from 'vitest';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { graphOf } from '#app/domain/lifecycles/graph.ts';
import { oversleep } from './clock-hand.ts';
import { incubationPlay } from './incubation.play.ts';
import { longRoads } from './incubation-roads.ts';
import { along } from './long-walk.ts';
import { edgeName, type Play, walk, walksOf } from './walk.ts';

const walks = walksOf(incubationPlay);

test('the walks cover every transition of an incubation', () => {
  const walked = new Set(walks.map((w) => w.last));
  expect(
    graphOf(lifecycleNamed('incubation'))
      .edges.map(edgeName)
      .filter((edge) => !walked.has(edge)),
  ).toEqual([]);
  expect(walked.size).toBeGreaterThan(75);
});

test.each(walks.map((w) => [w.last, w] as const))('%s', async (_name, path) => {
  expect(await walk(incubationPlay, path)).toBe(path.edges.length);
});

test.each(longRoads)('%s', { timeout: 120_000 }, async (_name, names) => {
  expect(await walk(incubationPlay, along(incubationPlay, names))).toBe(names.length);
});

const asleep: Play = {
  ...incubationPlay,
  begin: (world) => {
    oversleep(world);
    return incubationPlay.begin(world);
  },
};

test.each(longRoads)(
  'while the clock is looked at only now and then: %s',
  { timeout: 120_000 },
  async (_name, names) => {
    expect(await walk(asleep, along(asleep, names))).toBe(names.length);
  },
);
