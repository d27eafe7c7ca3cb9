import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { openWorld, type World } from '#tests/world.ts';
import { toReview } from '../routes/review-story.ts';
import { sheetInput } from './model/application.play.ts';

let world: World;
let id: string;
beforeEach(async () => {
  world = await openWorld();
  const draft = await world.draft();
  id = draft.id;
  await toReview(world, id, draft.lead);
});
afterEach(() => world.close());

const contextNow = async () => (await world.record('application', id)).context as ApplicationContext;
const codes = async (event: string, input: Readonly<Record<string, string>>) => {
  const result = await world.send('manager', 'application', id, event, input);
  return result.ok ? [] : result.refusals.map((r) => r.code);
};

test('a locked sheet stays: its seat is neither emptied nor filled anew', async () => {
  await world.must('reviewer1', 'application', id, 'score', sheetInput(await contextNow(), true));
  const member = world.idOf('reviewer1');
  expect(await codes('recuse', { member, reason: '事后提出。' })).toEqual(['application.sheetLocked']);
  await world.must('manager', 'application', id, 'recuse', {
    member: world.idOf('reviewer2'),
    reason: '亲属任职。',
  });
  expect(await codes('replace_reviewer', { member, replacement: world.idOf('reviewer4') })).toEqual([
    'application.noSeatToFill',
  ]);
  expect((await contextNow()).sheets[member]).toMatchObject({ locked: true });
});

test('whoever still has time to score keeps the seat, though another one is empty', async () => {
  await world.must('manager', 'application', id, 'recuse', {
    member: world.idOf('reviewer2'),
    reason: '亲属任职。',
  });
  const replacement = world.idOf('reviewer4');
  expect(await codes('replace_reviewer', { member: world.idOf('reviewer3'), replacement })).toEqual([
    'application.noSeatToFill',
  ]);
  expect(await codes('replace_reviewer', { member: world.idOf('reviewer2'), replacement })).toEqual([]);
});

test('whoever manages or screened the application does not judge it too', async () => {
  await world.person('manager', 'reviewer', 'center', world.centerId);
  const member = world.idOf('reviewer2');
  await world.must('manager', 'application', id, 'recuse', { member, reason: '亲属任职。' });
  expect(await codes('replace_reviewer', { member, replacement: world.idOf('manager') })).toEqual([
    'application.reviewerManages',
  ]);
});
