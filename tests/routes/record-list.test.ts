import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordList } from '#app/http/record-list.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf } from './door.ts';
import { reviewed } from './review-story.ts';

let world: World;
let id: string;
let lead: string;
beforeEach(async () => {
  world = await openWorld();
  const draft = await world.draft();
  ({ id, lead } = draft);
  await reviewed(world, id, lead);
});
afterEach(() => world.close());

const listFor = async (who: string) =>
  recordList(
    await doorOf(world, who),
    new Request('http://hatchery.test/applications?sort=score'),
    'application',
  );

it('a list tells scores, and their order, to those who run or oversee the center', async () => {
  for (const who of ['manager', 'director', 'supervisor']) {
    const { rows, sort, scored } = await listFor(who);
    expect(rows.find((row) => row.id === id)?.score, who).toBeGreaterThan(0);
    expect({ sort, scored }, who).toEqual({ sort: 'score', scored: true });
  }
});

it('a list tells no scores to the party committee, a reviewer or the organization, nor their order', async () => {
  for (const who of ['party', 'reviewer1', lead]) {
    const { rows, sort, sorts, scored } = await listFor(who);
    expect(rows.find((row) => row.id === id)?.score, who).toBeNull();
    expect({ sort, scored }, who).toEqual({ sort: 'new', scored: false });
    expect(
      sorts.map((one) => one.sort),
      who,
    ).not.toContain('score');
  }
});
