import { afterEach, beforeEach, expect, test } from 'vitest';
import { action } from '#app/routes/lifecycle/event.tsx';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf, posting, thrown } from './door.ts';

let world: World;
let id: string;
beforeEach(async () => {
  world = await openWorld();
  const draft = await world.draft();
  id = draft.id;
  await world.must(draft.lead, 'application', id, 'submit', { consent: true, truth: true });
});
afterEach(() => world.close());

const accept = async (form: Readonly<Record<string, string>>, who = 'manager') =>
  action(
    posting(await doorOf(world, who), `/applications/${id}/acceptance`, form, {
      collection: 'applications',
      id,
      noun: 'acceptance',
    }),
  );
const versionNow = async () => String((await world.record('application', id)).row.version);

test('a form that does not say which version was seen moves nothing', async () => {
  for (const version of [undefined, '', 'x', '-1', '1e3']) {
    const answer = await accept(version === undefined ? {} : { version });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { errors: [{ code: 'versionMissing' }] },
    ]);
  }
  expect(await world.stateOf('application', id)).toBe('submitted');
});

test('an old version is told that somebody changed the record; the present one moves it', async () => {
  const stale = await accept({ version: '1' });
  expect([stale.status, await stale.json()]).toMatchObject([409, { errors: [{ code: 'changedMeanwhile' }] }]);
  expect((await thrown(async () => accept({ version: await versionNow() }))).status).toBe(303);
  expect(await world.stateOf('application', id)).toBe('screening');
});

test('what is not possible now is said first, with or without a version', async () => {
  expect((await accept({}, 'director')).status).toBe(403);
  await world.must('manager', 'application', id, 'accept');
  expect((await accept({})).status).toBe(409);
});
