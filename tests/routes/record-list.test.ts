import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordList } from '#app/http/record-list.server.ts';
import { openDesk } from '#app/operations/view/desk-view.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf } from './door.ts';
import { reviewed, toReview } from './review-story.ts';

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

it('who holds an office in an organization hears no score of it, and finds it not among the scores', async () => {
  const { row } = await world.record('application', id);
  await world.person('director', 'staff', 'organization', row.organization_id);
  expect((await listFor('director')).rows.map((r) => r.id)).not.toContain(id);
  const plain = await recordList(
    await doorOf(world, 'director'),
    new Request('http://hatchery.test/applications'),
    'application',
  );
  expect(plain.rows.find((r) => r.id === id)?.score).toBeNull();
});

it('a list and the desk leave out what somebody stepped back from, as its page is closed to them', async () => {
  await world.person('reviewer1', 'manager', 'center', world.centerId);
  const other = await world.draft();
  await toReview(world, other.id, other.lead);
  expect((await listFor('reviewer1')).rows.map((r) => r.id)).toContain(other.id);
  await world.must('reviewer1', 'application', other.id, 'recuse', { reason: '与负责人有亲属关系。' });
  expect((await listFor('reviewer1')).rows.map((r) => r.id)).toEqual([id]);
  const desk = await openDesk(world.house, await world.as('reviewer1'));
  expect([...desk.rows, ...desk.following].map((r) => r.recordId)).not.toContain(other.id);
  await world.must('reviewer3', 'application', other.id, 'recuse', { reason: '曾受聘于该组织。' });
  const others = await openDesk(world.house, await world.as('manager'));
  expect(others.following.find((r) => r.recordId === other.id && r.event === 'score')?.name).toBe(
    'reviewer2',
  );
});
