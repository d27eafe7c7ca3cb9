import { describe, expect, test } from 'vitest';
import { type Ability, abilities, mayDo, mayDoSomewhere } from '#app/domain/policy/abilities.ts';
import {
  type Actor,
  anyone,
  type GivenRole,
  type Membership,
  roles,
  theClock,
  theSystem,
} from '#app/domain/policy/actor.ts';

const here = { centerId: 'here', regionCode: '411025001', organizationId: 'club' };
const elsewhere = { centerId: 'elsewhere', regionCode: '411025002', organizationId: 'other' };
const all = Object.keys(abilities) as Ability[];

const with_ = (...memberships: Membership[]): Actor => ({ personId: 'p', name: 'P', memberships });
const at = (role: GivenRole, scope: Membership['scope'] = 'center', scopeId = 'here'): Actor =>
  with_({ role, scope, scopeId });

describe('abilities', () => {
  test.each(all)('%s belongs to exactly the roles of the table, at their own center', (ability) => {
    const allowed: readonly GivenRole[] = abilities[ability];
    for (const role of roles) {
      const scope = role === 'lead' ? 'organization' : 'center';
      const actor = at(role, scope, scope === 'center' ? 'here' : 'club');
      expect(mayDo(actor, ability, here), role).toBe(allowed.includes(role));
    }
  });

  test.each(all)('%s is nobody’s at another place', (ability) => {
    for (const role of roles) {
      expect(mayDo(at(role), ability, elsewhere)).toBe(false);
      expect(mayDo(at(role, 'organization', 'club'), ability, elsewhere)).toBe(false);
    }
  });

  test.each(all)('%s is refused to the public, the clock and the system', (ability) => {
    for (const actor of [anyone, theClock, theSystem]) {
      expect(mayDo(actor, ability, here)).toBe(false);
      expect(mayDoSomewhere(actor, ability)).toBe(false);
    }
  });

  test('an ability that is not in the table is refused', () => {
    expect(mayDo(at('director'), 'toString' as Ability, here)).toBe(false);
    expect(mayDo(at('director'), 'anything.else' as Ability, here)).toBe(false);
  });

  test('taking a role away never adds an ability', () => {
    const both = with_(
      { role: 'director', scope: 'center', scopeId: 'here' },
      { role: 'auditor', scope: 'instance', scopeId: '*' },
    );
    for (const ability of all)
      for (const left of both.memberships)
        if (mayDo(with_(left), ability, here)) expect(mayDo(both, ability, here)).toBe(true);
  });

  test('only those of the whole instance do what concerns the whole instance', () => {
    expect(mayDo(at('admin', 'instance', '*'), 'center.create', 'instance')).toBe(true);
    expect(mayDo(at('admin', 'center', 'here'), 'center.create', 'instance')).toBe(false);
    expect(mayDo(at('director', 'instance', '*'), 'program.edit', 'instance')).toBe(false);
  });

  test('a director of the instance has no center: directors belong to one', () => {
    expect(mayDo(at('director', 'instance', '*'), 'program.edit', here)).toBe(false);
  });

  test('the system administrator neither reads cases nor runs the business', () => {
    const business: Ability[] = [
      'program.edit',
      'call.edit',
      'rubric.edit',
      'calendar.edit',
      'history.read',
      'organization.edit',
    ];
    for (const ability of business) expect(mayDo(at('admin', 'instance', '*'), ability, here)).toBe(false);
  });

  test('the auditor reads and changes nothing', () => {
    const mine = all.filter((ability) => mayDo(at('auditor', 'instance', '*'), ability, here));
    expect(mine).toEqual(['history.read', 'securityLog.read', 'jobs.read']);
  });

  test('the director keeps neither mail nor chores nor the security log', () => {
    for (const ability of ['outbox.read', 'outbox.retry', 'jobs.read', 'securityLog.read'] as const)
      expect(mayDo(at('director'), ability, here)).toBe(false);
  });
});
