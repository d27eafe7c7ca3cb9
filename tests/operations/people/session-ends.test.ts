import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginSession } from '#app/operations/people/begin-session.server.ts';
import { disableAccount } from '#app/operations/people/disable-account.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { hashOfToken, newToken } from '#app/operations/people/tokens.server.ts';
import { openWorld, type World } from '../../world.ts';
import { here, keepSecurity } from './accounts.ts';

const minute = 60_000;
let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const begin = async (name: string) => {
  const person = { id: world.idOf(name), email: `${name}@test.example` };
  return (await world.store.write((trx) => beginSession(trx, person, here, world.clock.now()))).token;
};
const viewer = (token: string) => resolveViewer(world.store, token, world.clock.now());
const ended = async (token: string) => (await viewer(token)).ended ?? 'stands';

describe('a session of an official', () => {
  it('[ASVS 7.3.1] ends after an hour without use, lives on with use, and says why it ended', async () => {
    const token = await begin('manager');
    for (let i = 0; i < 5; i += 1) {
      world.clock.advance(59 * minute);
      expect(await ended(token)).toBe('stands');
    }
    world.clock.advance(60 * minute);
    expect(await ended(token)).toBe('idle');
    expect((await viewer(token)).person).toBeNull();
  });

  it('[ASVS 7.3.2] ends twelve hours after it began, however much it is used', async () => {
    const token = await begin('manager');
    for (let i = 0; i < 23; i += 1) {
      world.clock.advance(30 * minute);
      expect(await ended(token)).toBe('stands');
    }
    world.clock.advance(30 * minute);
    expect(await ended(token)).toBe('age');
  });

  it('does not revive when a clock is set back', async () => {
    const token = await begin('manager');
    world.clock.advance(61 * minute);
    expect(await ended(token)).toBe('idle');
    world.clock.advance(-60 * minute);
    expect(await ended(token)).toBe('idle');
  });

  it('ends sooner at once when the setting is changed', async () => {
    const token = await begin('manager');
    world.clock.advance(31 * minute);
    expect(await ended(token)).toBe('stands');
    await keepSecurity(world, { secondFactor: false, policy: 'mlps', officialIdleMinutes: 30 });
    world.clock.advance(30 * minute);
    expect(await ended(token)).toBe('idle');
  });

  it('is that of somebody who leads an organization too', async () => {
    const { lead } = await world.organization();
    const token = await begin(lead);
    world.clock.advance(61 * minute);
    expect(await ended(token)).toBe('stands');
    await world.person(lead, 'reviewer', 'center', world.centerId);
    world.clock.advance(60 * minute);
    expect(await ended(token)).toBe('idle');
  });
});

describe('a session of an organization', () => {
  it('ends after twelve hours without use, and after seven days', async () => {
    const { lead } = await world.organization();
    const token = await begin(lead);
    for (let i = 0; i < 15; i += 1) {
      world.clock.advance(11 * 60 * minute);
      expect(await ended(token)).toBe('stands');
    }
    world.clock.advance(3 * 60 * minute);
    expect(await ended(token)).toBe('age');
    const other = await begin(lead);
    world.clock.advance(12 * 60 * minute);
    expect(await ended(other)).toBe('idle');
  });
});

describe('any session', () => {
  it('[ASVS 7.4.2] ends when the account is closed, or its last day is over', async () => {
    const [one, other] = [await begin('mentor'), await begin('payer')];
    const asked = { actor: await world.as('admin'), personId: world.idOf('mentor'), address: here.address };
    await disableAccount(world.house, { ...asked, disabled: true });
    expect(await ended(one)).toBe('over');
    await world.store.write((trx) =>
      trx
        .updateTable('person')
        .set({ expires_on: '2026-03-01' })
        .where('id', '=', world.idOf('payer'))
        .execute(),
    );
    expect(await ended(other)).toBe('over');
  });

  it('[ASVS 7.2.3] has a token of 256 random bits, of which only the hash is kept', async () => {
    const many = new Set(Array.from({ length: 10_000 }, newToken));
    expect(many.size).toBe(10_000);
    expect([...many].every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true);
    const token = await begin('manager');
    const rows = await world.store.read.selectFrom('session').select('id').execute();
    expect(rows).toEqual([{ id: hashOfToken(token) }]);
  });

  it('[ASVS 7.2.1] is nobody’s for a token that is edited, cut or made up', async () => {
    const token = await begin('manager');
    for (const wrong of [
      token.slice(1),
      `${token}x`,
      token.toUpperCase(),
      hashOfToken(token),
      '',
      'x'.repeat(2000),
    ])
      expect((await viewer(wrong)).person).toBeNull();
  });
});
