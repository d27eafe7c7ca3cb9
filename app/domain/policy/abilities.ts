import { type Actor, covers, type GivenRole } from './actor.ts';

/**
 * What may be done beside the lifecycles, and by whom; what is not listed, nobody may.
 * The three who keep the system are apart (三员分立): the system administrator keeps accounts, mail and chores and
 * sees no case; the security auditor reads the history and the security log and changes nothing; the director runs
 * the business.
 */
export const abilities = {
  'center.create': ['admin'],
  'center.edit': ['director'],
  'program.edit': ['director'],
  'call.edit': ['director'],
  'rubric.edit': ['director'],
  'calendar.edit': ['director'],
  'seat.edit': ['director', 'manager'],
  'organization.edit': ['director', 'manager'],
  'organization.people': ['lead', 'director', 'manager'],
  'register.import': ['director', 'manager'],
  'people.manage': ['admin', 'director'],
  'history.read': ['director', 'auditor'],
  'securityLog.read': ['auditor'],
  'security.edit': ['admin'],
  'outbox.read': ['admin'],
  'outbox.retry': ['admin'],
  'jobs.read': ['admin', 'auditor'],
} as const satisfies Readonly<Record<string, readonly GivenRole[]>>;

export type Ability = keyof typeof abilities;

/** Where something is to be done: at a center, in one of its organizations, or (`instance`) in the whole installation. */
export type Place =
  | 'instance'
  | {
      readonly centerId: string;
      readonly regionCode: string;
      readonly organizationId?: string | null;
    };

/** Whether the actor may do this there: deny by default. The clock and the system use no doors. */
export function mayDo(actor: Actor, ability: Ability, place: Place): boolean {
  if (actor.personId === null || actor.automatic !== undefined) return false;
  const allowed: readonly GivenRole[] = Object.hasOwn(abilities, ability) ? abilities[ability] : [];
  return actor.memberships.some((m) => {
    if (!allowed.includes(m.role)) return false;
    if (place === 'instance') return m.scope === 'instance' && (m.role === 'admin' || m.role === 'auditor');
    return covers(m, { ...place, organizationId: place.organizationId ?? null });
  });
}

/** Whether the actor may do this anywhere at all: whether a door is shown. */
export function mayDoSomewhere(actor: Actor, ability: Ability): boolean {
  if (actor.personId === null || actor.automatic !== undefined) return false;
  const allowed: readonly GivenRole[] = abilities[ability];
  return actor.memberships.some((m) => allowed.includes(m.role));
}
