import { type Actor, roles as allRoles, type GivenRole } from './actor.ts';

/** Which records of a lifecycle an actor may list: everything in these places, and what they are named on. */
export interface ListScope {
  readonly centerIds: readonly string[];
  readonly organizationIds: readonly string[];
  /** Division code prefixes. */
  readonly regions: readonly string[];
  /** The person whose assignments count too; null when none of their roles goes by assignment. */
  readonly assignedTo: string | null;
  /** As what, and at which center, these assignments count: who judges no more at a center finds nothing of it. */
  readonly assignedAs: readonly { readonly role: GivenRole; readonly centerId: string }[];
  /** Who looks: what they are recused from is left out, as its page is closed to them. */
  readonly personId: string | null;
}

const byAssignment: readonly GivenRole[] = ['reviewer', 'assessor', 'mentor'];

/** The scope that matches `mayRead` for lists: the same roles, as places. Empty for those who may list nothing. */
export function listScope(actor: Actor, readBy: readonly string[]): ListScope {
  const counting = actor.memberships.filter((m) => readBy.includes(m.role) && allRoles.includes(m.role));
  const placed = counting.filter((m) => !byAssignment.includes(m.role));
  const idsOf = (scope: string) => [
    ...new Set(placed.filter((m) => m.scope === scope).map((m) => m.scopeId)),
  ];
  const assigned = counting.filter((m) => byAssignment.includes(m.role) && m.scope === 'center');
  return {
    centerIds: idsOf('center'),
    organizationIds: idsOf('organization'),
    regions: idsOf('region'),
    personId: actor.personId,
    assignedTo: assigned.length > 0 ? actor.personId : null,
    assignedAs: assigned.map(({ role, scopeId }) => ({ role, centerId: scopeId })),
  };
}

export const isEmptyScope = (scope: ListScope): boolean =>
  scope.centerIds.length + scope.organizationIds.length + scope.regions.length === 0 &&
  scope.assignedTo === null;
