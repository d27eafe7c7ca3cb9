import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GivenRole } from '#app/domain/policy/actor.ts';
import { startByLink } from '#app/operations/applications/start-by-link.server.ts';
import { acceptAsNewcomer, acceptInvitation } from '#app/operations/people/accept-invitation.server.ts';
import { changePassword } from '#app/operations/people/change-password.server.ts';
import { createSetupLink } from '#app/operations/people/create-setup-link.server.ts';
import { invite } from '#app/operations/people/invite.server.ts';
import { requestPasswordReset } from '#app/operations/people/request-password-reset.server.ts';
import { resetPassword } from '#app/operations/people/reset-password.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { setUp } from '#app/operations/people/set-up.server.ts';
import { signIn } from '#app/operations/people/sign-in.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { temporaryStore } from '../../database.ts';
import { openWorld, type World } from '../../world.ts';
import { comeIn, countNoted, elsewhere, goodPassword, here, letterTo, withPassword } from './accounts.ts';

const hour = 3_600_000;
const newPassword = 'a quite different password';
let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? 'done' : (result.refusals ?? []).map((each) => each.code).join(' ');

const invited = async (
  by: string,
  role: GivenRole,
  scopeId: string,
  email = 'new@test.example',
  delegate = false,
) =>
  codes(
    await invite(world.house, {
      actor: await world.as(by),
      email,
      role,
      scopeId,
      delegate,
      locale: 'zh-CN',
      address: here.address,
    }),
  );

describe('resetting a password', () => {
  const ask = (email: string, address = here.address) =>
    requestPasswordReset(world.house, { email, address, locale: 'zh-CN' });

  it('[ASVS 6.4.1] works once, signs in here and nowhere else', async () => {
    const email = await withPassword(world, 'manager');
    const before = (await comeIn(world, email, goodPassword, elsewhere)).replace('token ', '');
    await ask(email);
    const { token } = await letterTo(world, email);
    const reset = await resetPassword(world.house, token, newPassword, here);
    expect(codes(reset)).toBe('done');
    const now = world.clock.now();
    expect((await resolveViewer(world.store, before, now)).person).toBeNull();
    expect(reset.ok && (await resolveViewer(world.store, reset.value.token, now)).person?.email).toBe(email);
    expect(codes(await resetPassword(world.house, token, 'yet another password', here))).toBe(
      'people.linkOver',
    );
    expect(await comeIn(world, email, newPassword)).toMatch(/^token /);
  });

  it('[ASVS 6.4.1] [ASVS 9.2.1] is over after an hour, and when a newer link was sent', async () => {
    await ask('manager@test.example');
    const first = (await letterTo(world, 'manager@test.example')).token;
    world.clock.advance(1_000);
    await ask('manager@test.example');
    expect(codes(await resetPassword(world.house, first, newPassword, here))).toBe('people.linkOver');
    const second = (await letterTo(world, 'manager@test.example')).token;
    world.clock.advance(hour);
    expect(codes(await resetPassword(world.house, second, newPassword, here))).toBe('people.linkOver');
  });

  it('[ASVS 6.4.1] is over when the owner changed the password meanwhile', async () => {
    const email = await withPassword(world, 'manager');
    await ask(email);
    const { token } = await letterTo(world, email);
    const owner = { ...here, personId: world.idOf('manager'), current: goodPassword };
    expect(codes(await changePassword(world.house, { ...owner, password: newPassword }))).toBe('done');
    const undone = await resetPassword(world.house, token, 'a password of somebody else', elsewhere);
    expect(codes(undone)).toBe('people.linkOver');
    expect(await comeIn(world, email, newPassword)).toMatch(/^token /);
  });

  it('a bad password leaves the link as it was', async () => {
    await ask('manager@test.example');
    const { token } = await letterTo(world, 'manager@test.example');
    expect(codes(await resetPassword(world.house, token, 'short', here))).toBe('people.password.tooShort');
    expect(codes(await resetPassword(world.house, token, newPassword, here))).toBe('done');
  });

  it('answers the same for an address that nobody has, and sends it nothing', async () => {
    expect(codes(await ask('nobody@test.example'))).toBe('done');
    expect((await letterTo(world, 'nobody@test.example')).letter).toBeUndefined();
  });

  it('floods no mailbox and answers no flood', async () => {
    for (let i = 0; i < 5; i += 1) expect(codes(await ask('manager@test.example'))).toBe('done');
    const letters = await world.store.read
      .selectFrom('outbox')
      .select('id')
      .where('kind', '=', 'mail')
      .execute();
    expect(letters).toHaveLength(3);
    for (let i = 0; i < 15; i += 1) await ask(`somebody${i}@test.example`);
    expect(codes(await ask('one-more@test.example'))).toBe('people.tooManyAttempts');
    expect(codes(await ask('one-more@test.example', elsewhere.address))).toBe('done');
  });
});

describe('an invitation', () => {
  const newcomer = { name: '王芳', password: newPassword, locale: 'zh-CN' };

  it('[ASVS 6.4.1] makes an account with exactly that role, once', async () => {
    expect(await invited('director', 'manager', world.centerId)).toBe('done');
    const { token } = await letterTo(world, 'new@test.example');
    const accepted = await acceptAsNewcomer(world.house, token, newcomer, here);
    expect(accepted.ok && (await membershipsOf(world.store.read, accepted.value.personId))).toEqual([
      { role: 'manager', scope: 'center', scopeId: world.centerId },
    ]);
    expect(codes(await acceptAsNewcomer(world.house, token, newcomer, here))).toBe('people.linkOver');
  });

  it('adds a role to an account that is there, without signing in', async () => {
    await invited('director', 'assessor', world.centerId, 'manager@test.example');
    const { token } = await letterTo(world, 'manager@test.example');
    expect(codes(await acceptInvitation(world.house, token, here.address))).toBe('done');
    const held = await membershipsOf(world.store.read, world.idOf('manager'));
    expect(held.map((each) => each.role).sort()).toEqual(['assessor', 'manager']);
    expect(await world.store.read.selectFrom('session').selectAll().execute()).toEqual([]);
  });

  it('[ASVS 6.4.1] [ASVS 9.2.1] is over after a week', async () => {
    await invited('director', 'manager', world.centerId);
    const { token } = await letterTo(world, 'new@test.example');
    world.clock.advance(7 * 24 * hour);
    expect(codes(await acceptAsNewcomer(world.house, token, newcomer, here))).toBe('people.linkOver');
  });

  it('is refused where another role gives this one, and where there is no such place', async () => {
    const { lead, id } = await world.organization();
    expect(await invited('manager', 'director', world.centerId)).toBe('notYours');
    expect(await invited('director', 'admin', '*')).toBe('notYours');
    expect(await invited(lead, 'manager', world.centerId)).toBe('notYours');
    expect(await invited(lead, 'lead', id)).toBe('notYours');
    expect(await invited(lead, 'staff', id)).toBe('done');
    expect(await invited('admin', 'director', 'nowhere')).toBe('unseen');
    expect(await invited('admin', 'supervisor', 'not a code')).toBe('unseen');
    expect(await invited('admin', 'supervisor', '411025')).toBe('done');
  });

  it('to another organization is refused to a lead', async () => {
    const mine = await world.organization();
    const other = await world.organization();
    expect(await invited(mine.lead, 'staff', other.id)).toBe('notYours');
  });

  it('gives nothing any more when its inviter has left, or may no longer give that role', async () => {
    const offer = async (email: string) => {
      world.clock.advance(1_000);
      expect(await invited('director', 'reviewer', world.centerId, email)).toBe('done');
      return (await letterTo(world, email)).token;
    };
    const first = await offer('first@test.example');
    const known = await offer('manager@test.example');
    const set = (change: { disabled_at?: string | null; expires_on?: string | null }) =>
      world.store.write((trx) =>
        trx.updateTable('person').set(change).where('id', '=', world.idOf('director')).execute(),
      );
    await set({ disabled_at: world.clock.now() });
    expect(codes(await acceptAsNewcomer(world.house, first, newcomer, here))).toBe('people.inviterLeft');
    expect(codes(await acceptInvitation(world.house, known, here.address))).toBe('people.inviterLeft');
    await set({ disabled_at: null, expires_on: '2026-03-01' });
    expect(codes(await acceptInvitation(world.house, known, here.address))).toBe('people.inviterLeft');
    await set({ expires_on: null });
    // the link was not used up by being refused: with the power back, it holds again
    expect(codes(await acceptInvitation(world.house, known, here.address))).toBe('done');
    await world.store.write((trx) =>
      trx
        .updateTable('membership')
        .set({ ended_at: world.clock.now() })
        .where('person_id', '=', world.idOf('director'))
        .execute(),
    );
    expect(codes(await acceptAsNewcomer(world.house, first, newcomer, here))).toBe('people.inviterLeft');
    expect(
      await world.store.read
        .selectFrom('person')
        .select('id')
        .where('email', '=', 'first@test.example')
        .execute(),
    ).toEqual([]);
  });

  it('makes nobody two of administrator, auditor and director, however it is tried', async () => {
    expect(await invited('admin', 'director', world.centerId, 'auditor@test.example')).toBe(
      'people.rolesApart',
    );
    await invited('admin', 'auditor', '*');
    const auditor = (await letterTo(world, 'new@test.example')).token;
    world.clock.advance(1_000);
    await invited('admin', 'admin', '*');
    const admin = (await letterTo(world, 'new@test.example')).token;
    expect(codes(await acceptAsNewcomer(world.house, auditor, newcomer, here))).toBe('done');
    expect(codes(await acceptInvitation(world.house, admin, here.address))).toBe('people.rolesApart');
  });

  it('to what somebody is already is refused', async () => {
    expect(await invited('director', 'manager', world.centerId, 'manager@test.example')).toBe(
      'people.alreadyHolds',
    );
  });
});

describe('a link of one kind', () => {
  it('[ASVS 9.2.2] opens nothing of another kind, and is not used up by the attempt', async () => {
    const newcomer = { name: '王芳', password: newPassword, locale: 'zh-CN' };
    await requestPasswordReset(world.house, {
      email: 'manager@test.example',
      address: here.address,
      locale: 'zh-CN',
    });
    const reset = (await letterTo(world, 'manager@test.example')).token;
    await invited('director', 'manager', world.centerId);
    const invitation = (await letterTo(world, 'new@test.example')).token;
    const account = { ...newcomer, email: 'x@test.example' };
    const from = { ...here, requestId: 'request' };
    for (const [token, use] of [
      [reset, acceptAsNewcomer(world.house, reset, newcomer, here)],
      [reset, acceptInvitation(world.house, reset, here.address)],
      [reset, setUp(world.house, reset, account, here)],
      [reset, startByLink(world.house, reset, newcomer, from)],
      [invitation, resetPassword(world.house, invitation, newPassword, here)],
      [invitation, setUp(world.house, invitation, account, here)],
      [invitation, startByLink(world.house, invitation, newcomer, from)],
    ] as const)
      expect(codes(await use), token === reset ? 'reset' : 'invitation').toBe('people.linkOver');
    expect(await world.store.read.selectFrom('session').select('id').execute()).toEqual([]);
    expect(codes(await resetPassword(world.house, reset, newPassword, here))).toBe('done');
    expect(codes(await acceptAsNewcomer(world.house, invitation, newcomer, here))).toBe('done');
  });
});

describe('the first administrator', () => {
  const account = { email: 'first@test.example', name: '李明', password: newPassword, locale: 'zh-CN' };

  it('[ASVS 6.3.2] comes into an installation that has no account at all', async () => {
    const { store, remove } = await temporaryStore();
    await migrate(store, world.clock.now());
    const house = { store, clock: world.clock };
    for (const table of ['person', 'membership', 'session'] as const)
      expect(await store.read.selectFrom(table).selectAll().execute(), table).toEqual([]);
    for (const name of ['admin', 'root', 'demo', 'first@test.example'])
      expect(codes(await signIn(house, { ...here, email: name, password: name }))).toBe(
        'people.wrongCredentials',
      );
    const link = (await createSetupLink(house))?.replace('/setup/', '') ?? '';
    expect(link).toMatch(/^[\w-]{43}$/);
    world.clock.advance(24 * hour);
    expect(codes(await setUp(house, link, account, here))).toBe('people.linkOver');
    const another = (await createSetupLink(house))?.replace('/setup/', '') ?? '';
    expect(codes(await setUp(house, another, account, here))).toBe('done');
    expect(await store.read.selectFrom('person').select('email').execute()).toEqual([
      { email: account.email },
    ]);
    await remove();
  });

  it('comes by a link that is made only while there is none', async () => {
    expect(await createSetupLink(world.house)).toBeNull();
    await world.store.write((trx) => trx.deleteFrom('membership').where('role', '=', 'admin').execute());
    const first = (await createSetupLink(world.house))?.replace('/setup/', '') ?? '';
    const second = (await createSetupLink(world.house))?.replace('/setup/', '') ?? '';
    expect(codes(await setUp(world.house, first, account, here))).toBe('people.linkOver');
    const made = await setUp(world.house, second, account, here);
    expect(made.ok && (await membershipsOf(world.store.read, made.value.personId))).toEqual([
      { role: 'admin', scope: 'instance', scopeId: '*' },
    ]);
    expect(codes(await setUp(world.house, second, account, here))).toBe('people.linkOver');
    expect(await createSetupLink(world.house)).toBeNull();
    expect(await countNoted(world, 'account_made')).toBe(1);
  });
});
