import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealedFor } from '#app/operations/people/give-code.server.ts';
import { giveCode } from '#app/operations/people/go-on-signing-in.server.ts';
import { newRecoveryCodes, newSecret } from '#app/operations/people/one-time-codes.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { reissueRecoveryCodes, setUpAtSignIn } from '#app/operations/people/second-factor.server.ts';
import { newToken } from '#app/operations/people/tokens.server.ts';
import { openSealer } from '#app/outside/sealing.server.ts';
import { openWorld, type World } from '../../world.ts';
import {
  countNoted,
  elsewhere,
  goodPassword,
  here,
  letterTo,
  requireSecondFactor,
  withPassword,
} from './accounts.ts';

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

describe('who must have a second factor and has none', () => {
  it('[ASVS 6.3.3] is led to set one up, and nothing else opens', async () => {
    for (const name of ['manager', 'director', 'supervisor', 'admin', 'auditor']) {
      const came = await come(await withPassword(world, name));
      expect(came.step, name).toBe('setUp');
      expect(await viewer(came.token), name).toBeNull();
    }
    expect((await come(await withPassword(world, 'reviewer1'))).step).toBeNull();
    const { step, token } = await setUp();
    expect(step).toBeNull();
    expect((await viewer(token))?.email).toBe(email);
  });

  it('loses a session that began without it, as soon as the role or the setting calls for one', async () => {
    const lead = await world.organization();
    const mail = await withPassword(world, lead.lead);
    const { token } = await come(mail);
    expect(await viewer(token)).not.toBeNull();
    await world.person(lead.lead, 'manager', 'center', world.centerId);
    expect(await viewer(token)).toBeNull();
    expect((await come(mail)).step).toBe('setUp');
  });

  it('cannot put in a secret of their own, or another person’s proposal', async () => {
    const { token } = await come();
    const secret = newSecret();
    for (const sealed of [secret, '', 'v1.x.y', sealer.seal(secret, sealedFor(world.idOf('director')))])
      expect(
        codes(await setUpAtSignIn(world.house, sealer, { ...here, token, sealed, typed: codeNow(secret) })),
      ).toBe('people.signInOver');
  });

  it('a wrong first code changes nothing', async () => {
    const { token } = await come();
    const sealed = sealer.seal(newSecret(), sealedFor(world.idOf('manager')));
    const made = await setUpAtSignIn(world.house, sealer, { ...here, token, sealed, typed: '000000' });
    expect(codes(made)).toBe('people.wrongCode');
    expect((await come()).step).toBe('setUp');
  });
});

describe('signing in with a code', () => {
  it('[ASVS 7.2.4] gives a session with a new token, and the old one is used up', async () => {
    const { secret } = await setUp();
    const came = await come();
    expect(came.step).toBe('code');
    expect(await viewer(came.token)).toBeNull();
    const entered = must(await give(came.token, codeNow(secret)));
    expect(entered.token).not.toBe(came.token);
    expect((await viewer(entered.token))?.email).toBe(email);
    expect(codes(await give(came.token, codeNow(secret)))).toBe('people.signInOver');
  });

  it('[ASVS 6.5.1] takes each code once', async () => {
    const { secret } = await setUp();
    const code = codeNow(secret);
    expect(codes(await give((await come()).token, code))).toBe('done');
    expect(codes(await give((await come()).token, code))).toBe('people.wrongCode');
  });

  it('[ASVS 6.5.1] takes one of two that are given at once', async () => {
    const { secret } = await setUp();
    const [one, other] = [await come(), await come(email, elsewhere)];
    const code = codeNow(secret);
    const answers = await Promise.all([give(one.token, code), give(other.token, code, elsewhere)]);
    expect(answers.map(codes).sort()).toEqual(['done', 'people.wrongCode']);
  });

  it('[ASVS 6.5.5] takes the step before and after, and none further away', async () => {
    const { secret } = await setUp();
    for (const aside of [-90_000, -60_000, 60_000, 90_000])
      expect(codes(await give((await come()).token, codeNow(secret, aside))), String(aside)).toBe(
        'people.wrongCode',
      );
    world.clock.advance(20 * minute);
    expect(codes(await give((await come()).token, codeNow(secret, -30_000)))).toBe('done');
    world.clock.advance(minute);
    expect(codes(await give((await come()).token, codeNow(secret, 30_000)))).toBe('done');
  });

  it('waits ten minutes', async () => {
    const { secret } = await setUp();
    const came = await come();
    world.clock.advance(10 * minute);
    expect(codes(await give(came.token, codeNow(secret)))).toBe('people.signInOver');
  });

  it('[ASVS 6.6.3] ends after five wrong codes, and more of them are slowed from anywhere', async () => {
    const { secret } = await setUp();
    const came = await come();
    for (let i = 0; i < 4; i += 1) expect(codes(await give(came.token, '000000'))).toBe('people.wrongCode');
    expect(codes(await give(came.token, '000000'))).toBe('people.signInOver');
    expect(codes(await give((await come()).token, codeNow(secret)))).toBe('people.tooManyAttempts');
    for (let i = 0; i < 5; i += 1) {
      const from = { ...elsewhere, address: `203.0.113.${i}` };
      await give((await come(email, from)).token, '000000', from);
    }
    const last = { ...elsewhere, address: '203.0.113.99' };
    expect(codes(await give((await come(email, last)).token, codeNow(secret), last))).toBe(
      'people.tooManyAttempts',
    );
    expect(await countNoted(world, 'second_factor_failed')).toBe(10);
    expect(await countNoted(world, 'sign_in_locked')).toBe(2);
  });

  it('[ASVS 6.6.2] a waiting sign-in is one’s own: its token opens nobody else’s', async () => {
    const { secret } = await setUp();
    const other = await setUp('director');
    const came = await come(await withPassword(world, 'director'));
    expect(codes(await give(came.token, codeNow(secret)))).toBe('people.wrongCode');
    expect(codes(await give(newToken(), codeNow(other.secret)))).toBe('people.signInOver');
    expect(codes(await give(came.token, codeNow(other.secret)))).toBe('done');
  });

  it('does not get past a secret that was sealed for another installation', async () => {
    const { secret } = await setUp();
    const stranger = openSealer('the secret of another installation');
    const { token } = await come();
    expect(codes(await giveCode(world.house, stranger, { ...here, token, typed: codeNow(secret) }))).toBe(
      'people.wrongCode',
    );
  });
});

describe('recovery codes', () => {
  it('[ASVS 6.5.1] stand in for the code, each once, and the owner is told', async () => {
    const made = await setUp();
    expect(made.codes).toHaveLength(10);
    const [first = ''] = made.codes;
    expect(codes(await give((await come()).token, first.toLowerCase()))).toBe('done');
    expect(codes(await give((await come()).token, first))).toBe('people.wrongCode');
    world.clock.advance(minute);
    expect((await letterTo(world, email)).letter?.text).toContain('还剩 9 个');
    expect(await countNoted(world, 'recovery_code_used')).toBe(1);
  });

  it('[ASVS 6.5.2] [ASVS 6.5.3] [ASVS 6.5.4] are kept as hashes of 120 random bits; secrets are sealed', async () => {
    const { secret, codes: issued } = await setUp();
    const rows = JSON.stringify([
      await world.store.read.selectFrom('recovery_code').selectAll().execute(),
      await world.store.read.selectFrom('second_factor').selectAll().execute(),
      await world.store.read.selectFrom('security_event').selectAll().execute(),
      await world.store.read.selectFrom('outbox').selectAll().execute(),
    ]);
    for (const kept of [secret, ...issued]) expect(rows).not.toContain(kept);
    const many = new Set(Array.from({ length: 100 }, newRecoveryCodes).flat());
    expect(many.size).toBe(1000);
    expect([...many].every((code) => /^[0-9A-HJKMNP-TV-Z]{24}$/.test(code))).toBe(true);
  });

  it('are issued anew for password and code; the old ones are over, and so are other sessions', async () => {
    const { secret, codes: before, token } = await setUp();
    const { sessionId } = await resolveViewer(world.store, token, world.clock.now());
    const proof = { ...here, personId: world.idOf('manager'), sessionId: sessionId ?? '' };
    const other = must(await give((await come()).token, codeNow(secret)));
    world.clock.advance(minute);
    const again = (current: string, typed: string) =>
      reissueRecoveryCodes(world.house, sealer, { ...proof, current, typed });
    expect(codes(await again('a wrong password here', codeNow(secret)))).toBe('people.wrongPassword');
    expect(codes(await again(goodPassword, '000000'))).toBe('people.wrongCode');
    const issued = must(await again(goodPassword, codeNow(secret))).codes;
    expect(issued.filter((code) => before.includes(code))).toEqual([]);
    expect([await viewer(token), await viewer(other.token)].map((who) => who === null)).toEqual([
      false,
      true,
    ]);
    expect(codes(await give((await come()).token, before[1] ?? ''))).toBe('people.wrongCode');
    expect(codes(await give((await come()).token, issued[1] ?? ''))).toBe('done');
  });
});
