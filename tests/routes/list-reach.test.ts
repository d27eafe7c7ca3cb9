import { afterEach, beforeEach, expect, it } from 'vitest';
import { recordList } from '#app/http/record-list.server.ts';
import { createCenter } from '#app/operations/admin/create-center.server.ts';
import { openDesk } from '#app/operations/view/desk-view.server.ts';
import { loader as exportList } from '#app/routes/lifecycle/list-export.ts';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf, getting } from './door.ts';
import { reviewed, toReview } from './review-story.ts';

/** Roles in one center say nothing in another: a list reaches exactly as far as the pages that it leads to. */
let world: World;
let id: string;
let otherCenter: string;
beforeEach(async () => {
  world = await openWorld();
  const draft = await world.draft();
  id = draft.id;
  await reviewed(world, id, draft.lead);
  otherCenter = await createCenter(world.house, center);
});
afterEach(() => world.close());

const center = {
  name: '别处孵化中心',
  nameEn: 'Elsewhere Center',
  regionCode: '530102001',
  address: '昆明市',
  phone: '0871-3560000',
  introduction: '别处。',
  introductionEn: 'Elsewhere.',
  seats: 2,
};

const listFor = async (who: string, query = '') =>
  recordList(
    await doorOf(world, who),
    new Request(`http://hatchery.test/applications${query}`),
    'application',
  );

const exportFor = async (who: string, query = '') => {
  const params = { collection: 'applications', format: 'csv' };
  const door = await doorOf(world, who);
  return (await exportList(getting(door, `/applications/export/csv${query}`, params))).text();
};

const judgesNoMoreHere = (who: string) =>
  world.store.write((trx) =>
    trx
      .updateTable('membership')
      .set({ ended_at: world.clock.now() })
      .where('person_id', '=', world.idOf(who))
      .where('scope_id', '=', world.centerId)
      .execute(),
  );

const scoreInFile = /,\d+\.\d\d,/;

it('who judges no more at a center finds nothing of it in the list of another', async () => {
  expect((await listFor('reviewer1')).rows.map((row) => row.id)).toEqual([id]);
  await world.person('reviewer1', 'reviewer', 'center', otherCenter);
  await judgesNoMoreHere('reviewer1');
  expect((await listFor('reviewer1')).rows).toEqual([]);
});

it('who runs one center and judges at another hears no score of what they judge', async () => {
  expect(await exportFor('manager')).toMatch(scoreInFile);
  await world.person('reviewer1', 'manager', 'center', otherCenter);
  const { rows, scored } = await listFor('reviewer1');
  expect(rows.map((row) => [row.id, row.score])).toEqual([[id, null]]);
  expect(scored).toBe(false);
  expect((await listFor('reviewer1', '?sort=score')).rows).toEqual([]);
  expect(await exportFor('reviewer1')).not.toMatch(scoreInFile);
});

it('who judges no more at a center has nothing of it on the desk, whatever was theirs to do', async () => {
  const other = await world.draft();
  await toReview(world, other.id, other.lead);
  const waiting = async () => (await openDesk(world.house, await world.as('reviewer1'))).rows;
  expect((await waiting()).map((row) => row.recordId)).toContain(other.id);
  await world.person('reviewer1', 'reviewer', 'center', otherCenter);
  await judgesNoMoreHere('reviewer1');
  expect(await waiting()).toEqual([]);
});
