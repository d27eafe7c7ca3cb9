import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changePassword } from '#app/operations/people/change-password.server.ts';
import { endSession, endSessionsOf } from '#app/operations/people/end-sessions.server.ts';
import { hashPassword, isPassword } from '#app/operations/people/passwords.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { signIn } from '#app/operations/people/sign-in.server.ts';
import { viewSessions } from '#app/operations/people/view-account.server.ts';
import { openWorld, type World } from '../../world.ts';
import { comeIn, countNoted, elsewhere, goodPassword, here, withPassword } from './accounts.ts';

let world: World;
let email: string;

beforeEach(async () => {
  world = await openWorld();
  email = await withPassword(world, 'manager');
});
afterEach(() => world.close());

const tokenFor = async (from = here) =>
  (await comeIn(world, email, goodPassword, from)).replace('token ', '');
const viewer = (token: string) => resolveViewer(world.store, token, world.clock.now());

describe('signing in', () => {
  it('opens a session that knows who it is and what they may do', async () => {
    const { person, actor } = await viewer(await tokenFor());
    expect(person).toMatchObject({ id: world.idOf('manager'), email });
    expect(actor.memberships).toEqual([{ role: 'manager', scope: 'center', scopeId: world.centerId }]);
  });

  it('takes the address as people type it', async () => {
    expect(await comeIn(world, ` ${email.toUpperCase()} `, goodPassword)).toMatch(/^token /);
  });

  it('says the same for a wrong password, an unknown address and a disabled account', async () => {
    const disabled = await withPassword(world, 'mentor');
    await world.store.write((trx) =>
      trx
        .updateTable('person')
        .set({ disabled_at: world.clock.now() })
        .where('email', '=', disabled)
        .execute(),
    );
    expect(await comeIn(world, email, 'a wrong password here')).toBe('people.wrongCredentials');
    expect(await comeIn(world, 'nobody@test.example', goodPassword)).toBe('people.wrongCredentials');
    expect(await comeIn(world, disabled, goodPassword)).toBe('people.wrongCredentials');
    expect(await comeIn(world, 'no address', goodPassword)).toBe('people.wrongCredentials');
    expect(await countNoted(world, 'sign_in_failed')).toBe(4);
  });

  it('lets nobody in whose account was closed while the password was being checked', async () => {
    const { store } = world;
    const close = () =>
      store.write((trx) =>
        trx
          .updateTable('person')
          .set({ disabled_at: world.clock.now() })
          .where('email', '=', email)
          .execute(),
      );
    const write: typeof store.write = async (work) => {
      await close();
      return store.write(work);
    };
    const answer = await signIn(
      { ...world.house, store: { ...store, write } },
      { ...here, email, password: goodPassword },
    );
    expect(answer.ok).toBe(false);
    expect(await countNoted(world, 'sign_in')).toBe(0);
  });

  it('[ASVS 11.4.2] keeps of a password an argon2id hash with a salt of its own', async () => {
    const [one, two] = [await hashPassword(goodPassword), await hashPassword(goodPassword)];
    expect(one).not.toBe(two);
    for (const kept of [one, two]) {
      const [, kind, version, cost, salt = '', digest = ''] = kept.split('$');
      expect([kind, version]).toEqual(['argon2id', 'v=19']);
      const of = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(cost ?? '')?.[1]);
      // OWASP, password storage: at least 19 MiB and two passes, or 46 MiB and one
      expect(of('m')).toBeGreaterThanOrEqual(19_456);
      expect(of('t')).toBeGreaterThanOrEqual(2);
      expect(Buffer.from(salt, 'base64')).toHaveLength(16);
      expect(Buffer.from(digest, 'base64')).toHaveLength(32);
      expect(await isPassword(kept, goodPassword)).toBe(true);
      expect(await isPassword(kept, `${goodPassword} `)).toBe(false);
    }
    const { password_hash } = await world.store.read
      .selectFrom('person')
      .select('password_hash')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('keeps neither token nor password anywhere', async () => {
    const token = await tokenFor();
    const rows = await world.store.read.selectFrom('session').selectAll().execute();
    const events = await world.store.read.selectFrom('security_event').selectAll().execute();
    expect(JSON.stringify([rows, events])).not.toContain(token);
    expect(JSON.stringify(events)).not.toContain(email);
  });

  it('B072 [ASVS 7.2.4] ends the session that the browser had before', async () => {
    const first = await tokenFor();
    const before = await viewer(first);
    const second = await signIn(world.house, {
      ...here,
      email,
      password: goodPassword,
      previousSession: before.sessionId,
    });
    expect(second.ok && second.value.token).not.toBe(first);
    expect((await viewer(first)).person).toBeNull();
  });
});

describe('guessing', () => {
  const guess = () => comeIn(world, email, 'a wrong password here');

  it('is slowed after five failures, and the right password does not help then', async () => {
    for (let i = 0; i < 5; i += 1) expect(await guess()).toBe('people.wrongCredentials');
    expect(await comeIn(world, email, goodPassword)).toBe('people.tooManyAttempts');
    world.clock.advance(29_000);
    expect(await guess()).toBe('people.tooManyAttempts');
    world.clock.advance(1_000);
    expect(await comeIn(world, email, goodPassword)).toMatch(/^token /);
  });

  it('tells how long to wait', async () => {
    for (let i = 0; i < 5; i += 1) await guess();
    const result = await signIn(world.house, { ...here, email, password: goodPassword });
    expect(result).toMatchObject({ refusals: [{ params: { minutes: 1, seconds: 30 } }] });
  });

  it('from one place does not keep the owner out in another', async () => {
    for (let i = 0; i < 12; i += 1) await guess();
    expect(await comeIn(world, email, goodPassword, elsewhere)).toMatch(/^token /);
  });

  it('B087 one password at many accounts is slowed too, from whichever address of an IPv6 network', async () => {
    const at = (n: number, network = '2001:db8:1:2') => ({
      ...here,
      address: `${network}:${n.toString(16)}::1`,
    });
    for (let i = 0; i < 30; i += 1)
      await comeIn(world, `person${i}@test.example`, 'a wrong password here', at(i));
    expect(await comeIn(world, 'somebody@test.example', goodPassword, at(99))).toBe('people.tooManyAttempts');
    expect(await comeIn(world, email, goodPassword, at(99, '2001:db8:1:3'))).toMatch(/^token /);
    const addresses = await world.store.read
      .selectFrom('security_event')
      .select('address')
      .where('kind', '=', 'sign_in_failed')
      .execute();
    // what is counted together is still noted apart
    expect(new Set(addresses.map(({ address }) => address)).size).toBe(30);
  });

  it('B087 one password at many accounts is slowed too', async () => {
    for (let i = 0; i < 30; i += 1) await comeIn(world, `person${i}@test.example`, 'a wrong password here');
    expect(await comeIn(world, email, goodPassword)).toBe('people.tooManyAttempts');
  });

  it('all at once gets no further than one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, guess));
    expect(answers.filter((each) => each === 'people.wrongCredentials').length).toBeLessThanOrEqual(6);
  });

  it('is noted, each failure, and being turned away once a minute', async () => {
    for (let i = 0; i < 9; i += 1) await guess();
    expect(await countNoted(world, 'sign_in_failed')).toBe(5);
    expect(await countNoted(world, 'sign_in_turned_away')).toBe(1);
  });

  it('B088 of ten megabytes costs no hashing', async () => {
    const begun = performance.now();
    expect(await comeIn(world, email, 'x'.repeat(10_000_000))).toBe('people.wrongCredentials');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('a session', () => {
  it('can be ended by its person and by nobody else', async () => {
    const [mine, other] = [await tokenFor(), await tokenFor(elsewhere)];
    const { sessionId } = await viewer(other);
    await endSession(world.house, world.idOf('director'), sessionId ?? '', here.address);
    expect((await viewer(other)).person).not.toBeNull();
    await endSession(world.house, world.idOf('manager'), sessionId ?? '', here.address);
    expect((await viewer(other)).person).toBeNull();
    const { sessions } = await viewSessions(world.house, world.idOf('manager'));
    expect(sessions.map((each) => each.address)).toEqual([here.address]);
    expect((await viewer(mine)).person).not.toBeNull();
  });

  it('ends everywhere at once', async () => {
    const tokens = [await tokenFor(), await tokenFor(elsewhere)];
    expect(await endSessionsOf(world.house, world.idOf('manager'), here.address)).toBe(2);
    for (const token of tokens) expect((await viewer(token)).person).toBeNull();
  });

  it('is nobody’s for tokens that were never given', async () => {
    for (const token of [undefined, '', 'x', 'a'.repeat(2000)])
      expect((await resolveViewer(world.store, token, world.clock.now())).person).toBeNull();
  });
});

describe('changing the password', () => {
  const change = (current: string, password: string) =>
    changePassword(world.house, { ...here, personId: world.idOf('manager'), current, password });

  it('needs the present one, and a good new one', async () => {
    expect(await change('not the present one', 'another good password')).toMatchObject({
      refusals: [{ field: 'current', code: 'people.wrongPassword' }],
    });
    expect(await change(goodPassword, 'short')).toMatchObject({ refusals: [{ field: 'password' }] });
  });

  it('says that the present one is missing where it is, and neither counts nor notes that', async () => {
    for (let i = 0; i < 7; i += 1)
      expect(await change('', 'another good password')).toMatchObject({
        refusals: [{ field: 'current', code: 'people.passwordMissing' }],
      });
    expect(await countNoted(world, 'password_not_confirmed')).toBe(0);
    expect(await change(goodPassword, 'another good password')).toMatchObject({ ok: true });
  });

  it('with a wrong one is no failed sign-in in the log, and counts as guessing all the same', async () => {
    for (let i = 0; i < 5; i += 1) await change(`guessed ${i}`, 'another good password');
    expect(await countNoted(world, 'password_not_confirmed')).toBe(5);
    expect(await countNoted(world, 'sign_in_failed')).toBe(0);
    expect(await countNoted(world, 'sign_in_locked')).toBe(1);
    expect(await change(goodPassword, 'another good password')).toMatchObject({
      refusals: [{ code: 'people.tooManyAttempts' }],
    });
    expect(await comeIn(world, email, goodPassword)).toBe('people.tooManyAttempts');
  });

  it('at the same time twice is done once: the one session is the winner’s, and the other is told', async () => {
    await tokenFor(elsewhere);
    const words = ['one quite good password', 'two quite good passwords'];
    const results = await Promise.all(words.map((word) => change(goodPassword, word)));
    const won = results.findIndex((result) => result.ok);
    expect(results[1 - won]).toMatchObject({
      refusals: [{ field: 'current', code: 'people.wrongPassword' }],
    });
    const { sessions } = await viewSessions(world.house, world.idOf('manager'));
    expect(sessions).toHaveLength(1);
    const winner = results[won];
    expect(winner?.ok && (await viewer(winner.value.token)).person?.email).toBe(email);
    expect(await countNoted(world, 'password_changed')).toBe(1);
    expect(await comeIn(world, email, words[1 - won] ?? '')).toBe('people.wrongCredentials');
    expect(await comeIn(world, email, words[won] ?? '')).toMatch(/^token /);
  });

  it('of an account that is closed meanwhile begins no session', async () => {
    const changing = change(goodPassword, 'another good password');
    await world.store.write((trx) =>
      trx.updateTable('person').set({ disabled_at: world.clock.now() }).where('email', '=', email).execute(),
    );
    expect(await changing).toMatchObject({ ok: false });
    expect(await world.store.read.selectFrom('session').select('id').execute()).toEqual([]);
  });

  it('ends every session, begins a new one and tells the owner', async () => {
    const before = await tokenFor();
    const changed = await change(goodPassword, 'another good password');
    expect((await viewer(before)).person).toBeNull();
    expect(changed.ok && (await viewer(changed.value.token)).person?.email).toBe(email);
    expect(await comeIn(world, email, goodPassword)).toBe('people.wrongCredentials');
    expect(await comeIn(world, email, 'another good password')).toMatch(/^token /);
    const letters = await world.store.read
      .selectFrom('outbox')
      .select('payload')
      .where('kind', '=', 'mail')
      .execute();
    expect(letters.map((each) => JSON.parse(each.payload))).toMatchObject([
      { to: email, template: 'passwordChanged' },
    ]);
  });
});
