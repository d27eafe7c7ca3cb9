import { describe, expect, it } from 'vitest';
import { freeFailures, pauseUntil } from '#app/domain/people/attempts.ts';
import { givenOf } from '#app/domain/people/invitation-forms.ts';
import { mayGive, rolesToGive, scopeOfRole, separationRefusal } from '#app/domain/people/invitations.ts';
import { passwordRefusal } from '#app/domain/people/password-policy.ts';
import { expiryOf, isLive, isTouchDue } from '#app/domain/people/sessions.ts';
import { type Actor, anyone, type GivenRole, roles, theSystem } from '#app/domain/policy/actor.ts';

const owner = { email: 'wangfang@example.cn', name: '王芳' };
const codeOf = (password: string) => passwordRefusal(password, owner)?.code ?? 'good';
const now = '2026-11-24T01:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(now) + ms).toISOString();
const hour = 3_600_000;

describe('a password', () => {
  it('is counted by characters, not by kinds of them', () => {
    expect(codeOf('elevenchars')).toBe('people.password.tooShort');
    expect(codeOf('文昌社区的桂花今年开得早')).toBe('good');
    expect(codeOf('correct horse battery staple')).toBe('good');
    expect(codeOf('x7'.repeat(70))).toBe('people.password.tooLong');
  });

  it.each([
    'password1234',
    'PassWord1234',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'abcdefghijklm',
    '987654321098',
    '123456789012',
    'qwertyqwertyqwerty',
  ])('that everyone would try (%s) is refused', (password) => {
    expect(codeOf(password)).toBe('people.password.common');
  });

  it('is not the name of its owner with a little around it', () => {
    expect(codeOf('WangFang@example.cn')).toBe('people.password.isAccount');
    expect(codeOf('wangfang2026')).toBe('people.password.isAccount');
    expect(codeOf('wangfang likes osmanthus')).toBe('good');
  });
});

describe('a session', () => {
  const session = { seenAt: now, expiresAt: expiryOf(now) };

  it('ends when it is not used for twelve hours', () => {
    expect(isLive(session, later(12 * hour - 1))).toBe(true);
    expect(isLive(session, later(12 * hour))).toBe(false);
  });

  it('ends after seven days, however much it is used', () => {
    const used = (at: string) => ({ ...session, seenAt: at });
    expect(isLive(used(later(7 * 24 * hour - 1000)), later(7 * 24 * hour - 1))).toBe(true);
    expect(isLive(used(later(7 * 24 * hour - 1000)), later(7 * 24 * hour))).toBe(false);
  });

  it('is written down once a minute', () => {
    expect(isTouchDue(session, later(59_999))).toBe(false);
    expect(isTouchDue(session, later(60_000))).toBe(true);
  });
});

describe('the pause after failures', () => {
  const free = freeFailures.accountAndAddress;
  const pause = (count: number) => {
    const until = pauseUntil('accountAndAddress', { count, lastAt: now }, now);
    return until === null ? 0 : (Date.parse(until) - Date.parse(now)) / 1000;
  };

  it('is none for the free ones, then doubles up to a quarter of an hour', () => {
    expect([free - 1, free, free + 1, free + 2, free + 20].map(pause)).toEqual([0, 30, 60, 120, 900]);
  });

  it('is over when it is over', () => {
    expect(pauseUntil('accountAndAddress', { count: free, lastAt: now }, later(30_000))).toBeNull();
    expect(pauseUntil('accountAndAddress', { count: 0, lastAt: null }, now)).toBeNull();
  });
});

describe('giving a role', () => {
  const place = { centerId: 'c', regionCode: '411025001', organizationId: 'o' };
  const elsewhere = { centerId: 'd', regionCode: '411025002', organizationId: 'p' };
  const as = (role: GivenRole): Actor => {
    const scope = scopeOfRole(role);
    const scopeId = { organization: 'o', center: 'c', region: '411025', instance: '*' }[scope];
    return { personId: 'x', name: 'X', memberships: [{ role, scope, scopeId }] };
  };
  const given = (role: GivenRole) => roles.filter((each) => mayGive(as(role), each, place)).sort();

  it('is for the director in the center, for the lead in the organization, for the administrator above', () => {
    expect(given('director')).toEqual(
      [
        'assessor',
        'community_worker',
        'lead',
        'manager',
        'mentor',
        'party_committee',
        'payer',
        'reviewer',
      ].sort(),
    );
    expect(given('lead')).toEqual(['finance', 'staff']);
    expect(given('admin')).toEqual(['admin', 'auditor', 'director', 'supervisor']);
    expect(given('manager')).toEqual(['lead']);
  });

  it('is for nobody else, and nowhere else', () => {
    const others = roles.filter((role) => !['director', 'lead', 'admin', 'manager'].includes(role));
    expect(others.flatMap(given)).toEqual([]);
    for (const role of ['director', 'lead', 'manager'] as const)
      expect(roles.filter((each) => mayGive(as(role), each, elsewhere))).toEqual([]);
    for (const actor of [anyone, theSystem]) expect(rolesToGive(actor, 'center', place)).toEqual([]);
  });

  it('keeps administrator, auditor and director apart', () => {
    expect(separationRefusal(['admin'], 'auditor')).toEqual({
      code: 'people.rolesApart',
      params: { role: 'auditor', other: 'admin' },
    });
    expect(separationRefusal(['director', 'lead'], 'admin')?.code).toBe('people.rolesApart');
    expect(separationRefusal(['director'], 'director')).toBeUndefined();
    expect(separationRefusal(['admin'], 'manager')).toBeUndefined();
  });

  it('reads role and place from what was chosen', () => {
    expect(givenOf('manager:01ABC', '')).toEqual({ role: 'manager', scopeId: '01ABC' });
    expect(givenOf('supervisor:', '411025')).toEqual({ role: 'supervisor', scopeId: '411025' });
    expect(givenOf('admin:*', '')).toEqual({ role: 'admin', scopeId: '*' });
  });
});
