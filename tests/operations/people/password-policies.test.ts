import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changePassword, renewPassword } from '#app/operations/people/change-password.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { signIn } from '#app/operations/people/sign-in.server.ts';
import { openWorld, type World } from '../../world.ts';
import { comeIn, countNoted, elsewhere, goodPassword, here, keepSecurity, withPassword } from './accounts.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let world: World;
let email: string;

beforeEach(async () => {
  world = await openWorld();
  email = await withPassword(world, 'manager');
});
afterEach(() => world.close());

const byMlps = () =>
  keepSecurity(world, {
    secondFactor: false,
    policy: 'mlps',
    officialIdleMinutes: 30,
    memberIdleMinutes: 30,
  });
const change = async (current: string, password: string) => {
  const result = await changePassword(world.house, {
    ...here,
    personId: world.idOf('manager'),
    current,
    password,
  });
  world.clock.advance(1_000);
  return result.ok ? 'done' : result.refusals.map((each) => each.code).join(' ');
};

describe('by length', () => {
  it('[ASVS 6.2.2] [ASVS 6.2.3] a password is changed by whoever knows the present one, and only so', async () => {
    expect(await change('not the present one', 'quinces by the old well')).toBe('people.wrongPassword');
    expect(await change(goodPassword, 'quinces by the old well')).toBe('done');
    expect(await comeIn(world, email, 'quinces by the old well')).toMatch(/^token /);
  });

  it('[ASVS 6.2.8] every character counts, beyond the seventy-second and by its case', async () => {
    const long = `${'osmanthus in the old yard, '.repeat(3)}quince`;
    expect(await change(goodPassword, long)).toBe('done');
    expect(await comeIn(world, email, `${long.slice(0, -1)}E`)).toBe('people.wrongCredentials');
    expect(await comeIn(world, email, long.slice(0, 72))).toBe('people.wrongCredentials');
    expect(await comeIn(world, email, ` ${long}`)).toBe('people.wrongCredentials');
    expect(await comeIn(world, email, long)).toMatch(/^token /);
  });

  it('[ASVS 6.2.10] a password of years ago still opens', async () => {
    world.clock.advance(3 * 365 * day);
    expect(await comeIn(world, email, goodPassword)).toMatch(/^token /);
  });

  it('an old password may be taken again', async () => {
    expect(await change(goodPassword, 'quinces by the old well')).toBe('done');
    expect(await change('quinces by the old well', goodPassword)).toBe('done');
  });
});

describe('by MLPS level 2', () => {
  it('a password has three kinds of signs', async () => {
    await byMlps();
    expect(await change(goodPassword, 'quinces by the old well')).toBe('people.password.kinds');
    expect(await change(goodPassword, 'Quince-7')).toBe('done');
  });

  it('none of the last five is taken again', async () => {
    await byMlps();
    const names = ['Quince-1x', 'Quince-2x', 'Quince-3x', 'Quince-4x', 'Quince-5x', 'Quince-6x'];
    let current = goodPassword;
    for (const next of names) {
      expect(await change(current, next)).toBe('done');
      current = next;
    }
    for (const past of names.slice(1))
      expect(await change(current, past), past).toBe('people.password.again');
    expect(await change(current, names[0] ?? '')).toBe('done');
    const kept = await world.store.read.selectFrom('past_password').select('hash').execute();
    expect(kept).toHaveLength(4);
  });

  it('a password of ninety days is changed before anything else opens', async () => {
    await byMlps();
    const asked = { ...here, email, password: goodPassword };
    await change(goodPassword, 'Quince-7');
    world.clock.advance(90 * day - minute);
    expect((await signIn(world.house, { ...asked, password: 'Quince-7' })).ok).toBe(true);
    world.clock.advance(minute);
    const came = await signIn(world.house, { ...asked, password: 'Quince-7' });
    if (!came.ok) throw new Error('refused');
    expect(came.value.step).toBe('password');
    const { token } = came.value;
    expect((await resolveViewer(world.store, token, world.clock.now())).person).toBeNull();
    const renew = (password: string) => renewPassword(world.house, { ...here, token, password });
    expect(await renew('Quince-7')).toMatchObject({ refusals: [{ code: 'people.password.again' }] });
    expect(await renew('quince')).toMatchObject({ refusals: [{ code: 'people.password.tooShort' }] });
    const renewed = await renew('Quince-8');
    expect(renewed).toMatchObject({ ok: true, value: { step: null } });
    const now = world.clock.now();
    const entered = renewed.ok ? await resolveViewer(world.store, renewed.value.token, now) : null;
    expect(entered?.person?.email).toBe(email);
    expect(await renew('Quince-9')).toMatchObject({ refusals: [{ code: 'people.signInOver' }] });
  });

  it('five failures lock for half an hour, noted; a known address lets the owner in meanwhile', async () => {
    await comeIn(world, email, goodPassword, elsewhere);
    await byMlps();
    world.clock.advance(day);
    for (let i = 0; i < 5; i += 1)
      expect(await comeIn(world, email, 'a wrong password here')).toBe('people.wrongCredentials');
    world.clock.advance(29 * minute);
    expect(await comeIn(world, email, goodPassword)).toBe('people.tooManyAttempts');
    const stranger = { ...here, address: '203.0.113.9' };
    expect(await comeIn(world, email, goodPassword, stranger)).toBe('people.tooManyAttempts');
    expect(await comeIn(world, email, goodPassword, elsewhere)).not.toBe('people.tooManyAttempts');
    expect(await countNoted(world, 'sign_in_locked')).toBe(1);
    world.clock.advance(minute);
    expect(await comeIn(world, email, 'a wrong password here')).toBe('people.wrongCredentials');
  });
});

describe('a thousand wrong passwords from a hundred places (B087)', () => {
  it('[ASVS 6.3.1] do not keep the owner out where they are known, and every one that counted is noted', async () => {
    await comeIn(world, email, goodPassword, elsewhere);
    world.clock.advance(20 * day);
    let tried = 0;
    for (let i = 0; i < 1000; i += 1) {
      const from = { ...here, address: `192.0.2.${i % 100}` };
      if ((await comeIn(world, email, 'a wrong password here', from)) === 'people.wrongCredentials')
        tried += 1;
    }
    expect(tried).toBeLessThanOrEqual(110);
    expect(await countNoted(world, 'sign_in_failed')).toBe(tried);
    const stranger = { ...here, address: '203.0.113.9' };
    expect(await comeIn(world, email, goodPassword, stranger)).toBe('people.tooManyAttempts');
    expect(await comeIn(world, email, goodPassword, elsewhere)).toMatch(/^token /);
  });
});
