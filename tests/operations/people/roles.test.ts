import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markDelegate, takeMembership } from '#app/operations/people/change-membership.server.ts';
import { disableAccount, setAccountExpiry } from '#app/operations/people/disable-account.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { listPeople, peopleOfOrganization, viewPerson } from '#app/operations/people/view-people.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { openWorld, type World } from '../../world.ts';
import { comeIn, goodPassword, here, withPassword } from './accounts.ts';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? 'done' : (result.refusals ?? []).map((each) => each.code).join(' ');

describe('ending and changing roles', () => {
  const membershipOf = async (name: string) =>
    (
      await world.store.read
        .selectFrom('membership')
        .select('id')
        .where('person_id', '=', world.idOf(name))
        .where('ended_at', 'is', null)
        .executeTakeFirstOrThrow()
    ).id;
  const take = async (by: string, from: string) =>
    codes(
      await takeMembership(world.house, {
        actor: await world.as(by),
        membershipId: await membershipOf(from),
        address: here.address,
      }),
    );

  it('is for those who may give it; for others it does not exist', async () => {
    expect(await take('manager', 'reviewer1')).toBe('unseen');
    expect(await take('director', 'reviewer1')).toBe('done');
    expect(await membershipsOf(world.store.read, world.idOf('reviewer1'))).toEqual([]);
    expect(await take('director', 'admin')).toBe('unseen');
  });

  it('anyone may step down, but not the last administrator', async () => {
    expect(await take('mentor', 'mentor')).toBe('done');
    expect(await take('admin', 'admin')).toBe('people.lastAdministrator');
  });

  it('the only lead does not leave an organization to nobody, but the office may end the role', async () => {
    const { id, lead } = await world.organization();
    expect(await take(lead, lead)).toBe('people.lastLead');
    await world.person('second', 'lead', 'organization', id);
    expect(await take(lead, lead)).toBe('done');
    expect(await take('manager', 'second')).toBe('done');
  });

  it('a lead lets the own staff submit, and nobody else’s', async () => {
    const { id, lead } = await world.organization();
    const other = await world.organization();
    await world.person('helper', 'staff', 'organization', id);
    const mark = async (by: string, delegate: boolean) =>
      codes(
        await markDelegate(world.house, {
          actor: await world.as(by),
          membershipId: await membershipOf('helper'),
          delegate,
          address: here.address,
        }),
      );
    expect(await mark(other.lead, true)).toBe('unseen');
    expect(await mark('helper', true)).toBe('notYours');
    expect(await mark(lead, true)).toBe('done');
    expect((await world.as('helper')).memberships[0]?.delegate).toBe(true);
  });

  it('an account that is closed is signed out and cannot come in', async () => {
    const email = await withPassword(world, 'manager');
    const token = (await comeIn(world, email, goodPassword)).replace('token ', '');
    const disable = async (by: string, disabled: boolean) =>
      codes(
        await disableAccount(world.house, {
          actor: await world.as(by),
          personId: world.idOf('manager'),
          disabled,
          address: here.address,
        }),
      );
    expect(await disable('director', true)).toBe('notYours');
    expect(await disable('admin', true)).toBe('done');
    expect((await resolveViewer(world.store, token, world.clock.now())).person).toBeNull();
    expect(await comeIn(world, email, goodPassword)).toBe('people.wrongCredentials');
    expect(await disable('admin', false)).toBe('done');
    expect(await comeIn(world, email, goodPassword)).toMatch(/^token /);
  });
});

describe('an account with a last day', () => {
  it('is given one by the administrator, not by themselves; after it nobody comes in', async () => {
    const email = await withPassword(world, 'manager');
    const set = async (by: string, name: string, lastDay: string | null) =>
      codes(
        await setAccountExpiry(world.house, {
          actor: await world.as(by),
          personId: world.idOf(name),
          lastDay,
          address: here.address,
        }),
      );
    expect(await set('director', 'manager', '2026-03-02')).toBe('notYours');
    expect(await set('admin', 'admin', '2026-03-02')).toBe('people.notForOneself');
    expect(await set('admin', 'manager', '2026-03-02')).toBe('done');
    expect(await comeIn(world, email, goodPassword)).toMatch(/^token /);
    world.clock.advance(24 * 3_600_000);
    expect(await comeIn(world, email, goodPassword)).toBe('people.wrongCredentials');
    expect(await set('admin', 'manager', null)).toBe('done');
    expect(await comeIn(world, email, goodPassword)).toMatch(/^token /);
  });

  it('that nobody signed in to for ninety days is on the administrator’s list', async () => {
    const email = await withPassword(world, 'mentor');
    const unused = async () =>
      (
        await listPeople(world.house, await world.as('admin'), { q: '', size: 100, unused: true })
      )?.page.rows.map((row) => row.name);
    expect(await unused()).toEqual([]);
    world.clock.advance(91 * 24 * 3_600_000);
    await comeIn(world, email, goodPassword);
    expect(await unused()).toContain('manager');
    expect(await unused()).not.toContain('mentor');
  });
});

describe('who sees whom', () => {
  const asked = { q: '', size: 25 };

  it('the administrator everyone, a director the people of the center, others nobody', async () => {
    const { lead } = await world.organization();
    const everyone = await listPeople(world.house, await world.as('admin'), { ...asked, size: 100 });
    const own = await listPeople(world.house, await world.as('director'), { ...asked, size: 100 });
    expect(everyone?.page.rows.map((row) => row.name)).toContain(lead);
    expect(own?.page.rows.map((row) => row.name)).toContain('manager');
    expect(own?.page.rows.map((row) => row.name)).not.toContain('auditor');
    expect(await listPeople(world.house, await world.as('manager'), asked)).toBeUndefined();
    expect(await viewPerson(world.house, await world.as('director'), world.idOf('auditor'))).toBeUndefined();
    expect(await viewPerson(world.house, await world.as('admin'), world.idOf('auditor'))).toBeDefined();
  });

  it('people are found by a part of name or address, and a percent sign is only a percent sign', async () => {
    const names = async (q: string) =>
      (await listPeople(world.house, await world.as('admin'), { ...asked, q }))?.page.rows.map(
        (row) => row.name,
      );
    expect(await names('DIRECT')).toEqual(['director']);
    expect(await names('%')).toEqual([]);
  });

  it('an organization’s people are for its lead and the office', async () => {
    const { id, lead } = await world.organization();
    const other = await world.organization();
    const seen = async (who: string) =>
      (await peopleOfOrganization(world.house, await world.as(who), id))?.members.length;
    expect([await seen(lead), await seen('manager'), await seen(other.lead), await seen('mentor')]).toEqual([
      1,
      1,
      undefined,
      undefined,
    ]);
  });
});
