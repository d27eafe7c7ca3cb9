import { afterEach, beforeEach, expect, test } from 'vitest';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { Actor, Subject } from '#app/domain/policy/actor.ts';
import { roleToSend } from '#app/domain/policy/can.ts';
import { openRecord } from '#app/operations/view/record-view.server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
let id: string;
let organizationId: string;
beforeEach(async () => {
  world = await openWorld();
  const draft = await world.draft();
  ({ id, organizationId } = draft);
  await world.must(draft.lead, 'application', id, 'submit', { consent: true, truth: true });
});
afterEach(() => world.close());

const stepsOf = async (who: string) =>
  (await openRecord(world.house, await world.as(who), 'application', id))?.view.steps.map((s) => s.event);
const reassign = (who: string) =>
  world.send(who, 'application', id, 'reassign', { manager: world.idOf('manager2') });
const codes = (result: Awaited<ReturnType<typeof reassign>>) =>
  result.ok ? [] : result.refusals.map((r) => r.code);
const givesOffice = (who: string) => world.person(who, 'staff', 'organization', organizationId);

test('while a director is free, the supervisor sends nothing of theirs', async () => {
  expect(await stepsOf('supervisor')).not.toContain('reassign');
  expect(codes(await reassign('supervisor'))).toEqual(['notYours']);
});

test('where the only director holds an office in the organization, the supervisor decides in their place', async () => {
  await givesOffice('director');
  expect(codes(await reassign('director'))).not.toEqual([]);
  expect(await stepsOf('supervisor')).toContain('reassign');
  expect(codes(await reassign('supervisor'))).toEqual([]);
  expect((await world.record('application', id)).row.responsible_id).toBe(world.idOf('manager2'));
});

test('another director comes before the supervisor, until that one steps back too', async () => {
  await world.person('director2', 'director', 'center', world.centerId);
  await givesOffice('director');
  expect(codes(await reassign('supervisor'))).toEqual(['notYours']);
  await givesOffice('director2');
  expect(codes(await reassign('supervisor'))).toEqual([]);
});

test('an account that was closed is nobody who could decide, and another organization’s office is none here', async () => {
  await world.person('director2', 'director', 'center', world.centerId);
  await givesOffice('director2');
  await world.person('director', 'staff', 'organization', (await world.organization()).id);
  expect(codes(await reassign('supervisor'))).toEqual(['notYours']);
  await world.store.write((trx) =>
    trx
      .updateTable('person')
      .set({ disabled_at: world.clock.now() })
      .where('id', '=', world.idOf('director'))
      .execute(),
  );
  expect(codes(await reassign('supervisor'))).toEqual([]);
});

test('the policy: only a supervisor who is free stands in, and what is theirs anyway they send as such', () => {
  const application = lifecycleNamed('application');
  const supervisor: Actor = {
    personId: 's',
    name: 'S',
    memberships: [{ role: 'supervisor', scope: 'region', scopeId: '41' }],
  };
  const manager: Actor = {
    personId: 'm',
    name: 'M',
    memberships: [{ role: 'manager', scope: 'center', scopeId: 'c' }],
  };
  const subject: Subject = {
    centerId: 'c',
    regionCode: '411025001',
    organizationId: 'o',
    assigned: [],
    recused: ['d'],
    directorFree: false,
  };
  expect(roleToSend(supervisor, application, subject, 'refuse')).toBe('director');
  expect(roleToSend(supervisor, application, subject, 'admit')).toBe('supervisor');
  expect(roleToSend(supervisor, application, subject, 'accept')).toBeNull();
  expect(roleToSend(manager, application, subject, 'refuse')).toBeNull();
  for (const change of [{ directorFree: true }, { recused: ['d', 's'] }, { regionCode: '32' }])
    expect(roleToSend(supervisor, application, { ...subject, ...change }, 'refuse')).toBeNull();
});
