import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptAsNewcomer } from '#app/operations/people/accept-invitation.server.ts';
import { changePassword } from '#app/operations/people/change-password.server.ts';
import { invite } from '#app/operations/people/invite.server.ts';
import { openWorld, type World } from '../../world.ts';
import { comeIn, countNoted, elsewhere, goodPassword, here, letterTo, withPassword } from './accounts.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? 'done' : (result.refusals ?? []).map((each) => each.code).join(' ');

/** Invites an address; answers the token of the letter. */
async function invited(email: string, role: 'manager' | 'reviewer'): Promise<string> {
  world.clock.advance(1_000);
  const asked = await invite(world.house, {
    actor: await world.as('director'),
    email,
    role,
    scopeId: world.centerId,
    delegate: false,
    locale: 'zh-CN',
    address: here.address,
  });
  expect(codes(asked)).toBe('done');
  return (await letterTo(world, 'new@test.example')).token;
}

describe('an address', () => {
  it('is one account, whoever is quicker', async () => {
    const tokens = [
      await invited('new@test.example', 'manager'),
      await invited('new@test.example', 'reviewer'),
    ];
    const newcomer = { name: '王芳', password: 'a quite different password', locale: 'zh-CN' };
    const came = await Promise.all(
      tokens.map((token) => acceptAsNewcomer(world.house, token, newcomer, here)),
    );
    expect(came.map(codes).sort()).toEqual(['done', 'people.emailTaken']);
    const accounts = await world.store.read.selectFrom('person').select(['id', 'email']).execute();
    expect(accounts.filter(({ email }) => email.toLowerCase() === 'new@test.example')).toHaveLength(1);
    // nor does the database take a second one
    const [first] = accounts;
    const again = world.store.write((trx) =>
      trx
        .updateTable('person')
        .set({ email: first?.email ?? '' })
        .where('email', '=', 'new@test.example')
        .execute(),
    );
    await expect(again).rejects.toThrow(/unique/i);
  });
});

describe('a password', () => {
  it('that two change at once is changed by one of them; the other no longer knows it', async () => {
    const email = await withPassword(world, 'manager');
    const wanted = ['the first of two new ones', 'the second of two new ones'];
    const changed = await Promise.all(
      wanted.map((password, i) =>
        changePassword(world.house, {
          ...(i === 0 ? here : elsewhere),
          personId: world.idOf('manager'),
          current: goodPassword,
          password,
        }),
      ),
    );
    expect(changed.map(codes).sort()).toEqual(['done', 'people.wrongPassword']);
    expect(await countNoted(world, 'password_changed')).toBe(1);
    const won = changed.findIndex(({ ok }) => ok);
    expect(await comeIn(world, email, wanted[won] ?? '')).toMatch(/^token /);
    expect(await comeIn(world, email, wanted[1 - won] ?? '')).toBe('people.wrongCredentials');
    const sessions = await world.store.read.selectFrom('session').select('id').execute();
    // the one of the change, and the one that just came in
    expect(sessions).toHaveLength(2);
  });
});
