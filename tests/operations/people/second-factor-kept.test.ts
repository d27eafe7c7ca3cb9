import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptAsNewcomer } from '#app/operations/people/accept-invitation.server.ts';
import { comeIn } from '#app/operations/people/come-in.server.ts';
import { sealedFor } from '#app/operations/people/give-code.server.ts';
import { invite } from '#app/operations/people/invite.server.ts';
import { newSecret } from '#app/operations/people/one-time-codes.server.ts';
import { requestPasswordReset } from '#app/operations/people/request-password-reset.server.ts';
import { resetPassword } from '#app/operations/people/reset-password.server.ts';
import { endSessionsFor, resetSecondFactor } from '#app/operations/people/reset-second-factor.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { removeSecondFactor, setUpSecondFactor } from '#app/operations/people/second-factor.server.ts';
import { openWorld, type World } from '../../world.ts';
import { elsewhere, goodPassword, here, letterTo, requireSecondFactor, withPassword } from './accounts.ts';

import { codes, minute, must, sealer, secondFactorsIn } from './second-factors.ts';

let world: World;
let email: string;
let acts: ReturnType<typeof secondFactorsIn>;

beforeEach(async () => {
  world = await openWorld();
  await requireSecondFactor(world);
  email = await withPassword(world, 'manager');
  acts = secondFactorsIn(world);
});
afterEach(() => world.close());

const come = (who = email, from = here) => acts.come(who, from);
const setUp = (name = 'manager') => acts.setUp(name);
const codeNow = (secret: string, asideMs = 0) => acts.codeNow(secret, asideMs);
const viewer = (token: string) => acts.viewer(token);
const give = (token: string, typed: string, from = here) => acts.give(token, typed, from);

describe('setting it up and turning it off by oneself', () => {
  const setUpAsMentor = async () => {
    const mail = await withPassword(world, 'mentor');
    const [first, other] = [await come(mail), await come(mail, elsewhere)];
    const secret = newSecret();
    const personId = world.idOf('mentor');
    const sealed = sealer.seal(secret, sealedFor(personId));
    const on = (current: string) =>
      setUpSecondFactor(world.house, sealer, { ...here, personId, current, sealed, typed: codeNow(secret) });
    return { mail, first, other, secret, personId, on };
  };

  it('[ASVS 7.5.1] [ASVS 7.4.3] needs the password, ends every other session and is told by mail', async () => {
    const { mail, first, other, on } = await setUpAsMentor();
    expect(codes(await on('a wrong password here'))).toBe('people.wrongPassword');
    const made = must(await on(goodPassword));
    expect(made.codes).toHaveLength(10);
    expect([await viewer(first.token), await viewer(other.token)]).toEqual([null, null]);
    expect(await viewer(made.token)).not.toBeNull();
    expect((await letterTo(world, mail)).letter?.text).toContain('启用了两步验证');
    expect((await come(mail)).step).toBe('code');
    expect(codes(await on(goodPassword))).toBe('people.secondFactor.there');
  });

  it('needs password and code to turn off, and is refused to those who must have it', async () => {
    const { mail, secret, personId, on } = await setUpAsMentor();
    const { token } = must(await on(goodPassword));
    const { sessionId } = await resolveViewer(world.store, token, world.clock.now());
    world.clock.advance(minute);
    const off = (current: string, typed: string, id = personId) =>
      removeSecondFactor(world.house, sealer, {
        ...here,
        personId: id,
        sessionId: sessionId ?? '',
        current,
        typed,
      });
    expect(codes(await off('a wrong password here', codeNow(secret)))).toBe('people.wrongPassword');
    expect(codes(await off(goodPassword, '000000'))).toBe('people.wrongCode');
    expect(codes(await off(goodPassword, codeNow(secret)))).toBe('done');
    world.clock.advance(minute);
    expect((await come(mail)).step).toBeNull();
    const manager = await setUp();
    expect(codes(await off(goodPassword, codeNow(manager.secret), world.idOf('manager')))).toBe(
      'people.secondFactor.needed',
    );
  });
});

describe('every other way in', () => {
  it('[ASVS 6.4.3] a mailed link for a new password does not stand in for the code', async () => {
    const { secret } = await setUp();
    await requestPasswordReset(world.house, { email, address: here.address, locale: 'zh-CN' });
    const { token } = await letterTo(world, email);
    const reset = must(await resetPassword(world.house, token, 'quinces by the old well', here));
    expect(reset.step).toBe('code');
    expect(await viewer(reset.token)).toBeNull();
    expect(codes(await give(reset.token, codeNow(secret)))).toBe('done');
  });

  it('[ASVS 6.3.4] an invitation to an office leads to setting it up', async () => {
    const asked = { email: 'new@test.example', locale: 'zh-CN', address: here.address };
    await invite(world.house, {
      ...asked,
      actor: await world.as('director'),
      role: 'manager',
      scopeId: world.centerId,
    });
    const { token } = await letterTo(world, asked.email);
    const newcomer = { name: '王芳', password: goodPassword, locale: 'zh-CN' };
    const came = must(await acceptAsNewcomer(world.house, token, newcomer, here));
    expect(came.step).toBe('setUp');
    expect(await viewer(came.token)).toBeNull();
  });

  it('an account that is closed meanwhile goes no further', async () => {
    const { secret } = await setUp();
    const { token } = await come();
    await world.store.write((trx) =>
      trx.updateTable('person').set({ disabled_at: world.clock.now() }).where('email', '=', email).execute(),
    );
    expect(codes(await give(token, codeNow(secret)))).toBe('people.signInOver');
    const person = { id: world.idOf('manager'), email };
    const forced = await world.store.write((trx) => comeIn(trx, person, here, world.clock.now()));
    expect(codes(await give(forced.token, codeNow(secret)))).toBe('people.signInOver');
  });
});

describe('an administrator', () => {
  const asked = async (by: string, name: string) => ({
    actor: await world.as(by),
    personId: world.idOf(name),
    address: here.address,
  });

  it('resets what somebody has lost: sessions end, it is noted and told; nobody does it for themselves', async () => {
    const { token } = await setUp();
    expect(codes(await resetSecondFactor(world.house, await asked('director', 'manager')))).toBe('notYours');
    expect(codes(await resetSecondFactor(world.house, await asked('admin', 'director')))).toBe(
      'people.secondFactor.none',
    );
    expect(codes(await resetSecondFactor(world.house, await asked('admin', 'manager')))).toBe('done');
    expect(await viewer(token)).toBeNull();
    expect((await letterTo(world, email)).letter?.text).toContain('重设');
    expect((await come()).step).toBe('setUp');
    await setUp('admin');
    expect(codes(await resetSecondFactor(world.house, await asked('admin', 'admin')))).toBe(
      'people.notForOneself',
    );
    const noted = await world.store.read
      .selectFrom('security_event')
      .select(['person_id', 'detail'])
      .where('kind', '=', 'second_factor_reset')
      .execute();
    expect(noted).toEqual([
      { person_id: world.idOf('manager'), detail: JSON.stringify({ by: world.idOf('admin') }) },
    ]);
  });

  it('[ASVS 7.4.5] ends the sessions of a person', async () => {
    const { token } = await setUp();
    expect(codes(await endSessionsFor(world.house, await asked('director', 'manager')))).toBe('notYours');
    expect(codes(await endSessionsFor(world.house, await asked('admin', 'manager')))).toBe('done');
    expect(await viewer(token)).toBeNull();
  });
});
