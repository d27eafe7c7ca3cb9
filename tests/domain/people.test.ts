import { describe, expect, it } from 'vitest';
import { givenOf } from '#app/domain/people/invitation-forms.ts';
import { mayGive, rolesToGive, scopeOfRole, separationRefusal } from '#app/domain/people/invitations.ts';
import { type Actor, anyone, type GivenRole, roles, theSystem } from '#app/domain/policy/actor.ts';

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
