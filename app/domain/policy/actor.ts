/** Every part that somebody, or the program itself, can play (roles of the lifecycles). */
export const roles = [
  'lead',
  'staff',
  'finance',
  'manager',
  'director',
  'reviewer',
  'assessor',
  'mentor',
  'supervisor',
  'payer',
  'party_committee',
  'community_worker',
  'admin',
  'auditor',
] as const;

/** A role that a person is given. */
export type GivenRole = (typeof roles)[number];

/** `public` is anyone, signed in or not; `clock` sends timers; `system` is another machine. */
export type Role = GivenRole | 'public' | 'clock' | 'system';

/** A role given to a person for a center, an organization, a region (by division code prefix) or the whole instance. */
export interface Membership {
  readonly role: GivenRole;
  readonly scope: 'center' | 'organization' | 'region' | 'instance';
  readonly scopeId: string;
  /** Staff whom the lead allowed to submit. */
  readonly delegate?: boolean;
}

/** Who is asking. `personId` is null for the public, the clock and the system. */
export interface Actor {
  readonly personId: string | null;
  readonly name: string;
  readonly memberships: readonly Membership[];
  readonly automatic?: 'clock' | 'system';
}

export const anyone: Actor = { personId: null, name: '', memberships: [] };
export const theClock: Actor = { personId: null, name: '', memberships: [], automatic: 'clock' };
export const theSystem: Actor = { personId: null, name: '', memberships: [], automatic: 'system' };

/** What the policy must know of a thing to say who may see and move it. */
export interface Subject {
  readonly centerId: string;
  readonly regionCode: string;
  readonly organizationId: string | null;
  /** People named on this very record: reviewers of the panel, assessors, mentor. */
  readonly assigned: readonly { readonly role: GivenRole; readonly personId: string }[];
  /** People who stepped back from this record, or were made to. They do nothing in it any more. */
  readonly recused: readonly string[];
  /** False when every director of the center stepped back or holds an office in the organization. */
  readonly directorFree?: boolean;
}

/** Roles that act on others' behalf of the center or the state: lost on an organization in which one holds an office. */
const official: readonly GivenRole[] = [
  'manager',
  'director',
  'reviewer',
  'assessor',
  'supervisor',
  'payer',
  'party_committee',
];

/** Roles that exist on a record only for those named on it. */
const byAssignment: readonly GivenRole[] = ['reviewer', 'assessor', 'mentor'];

/**
 * The roles that the actor holds towards a thing, `public` always among them.
 * An official who holds an office in the organization, or is recused, holds no official role in it (recusal rules, 回避).
 */
export function rolesToward(actor: Actor, subject: Subject): readonly Role[] {
  if (actor.automatic) return [actor.automatic];
  const personId = actor.personId;
  if (personId === null) return ['public'];
  const holdsOffice = actor.memberships.some(
    (m) =>
      m.scope === 'organization' && subject.organizationId !== null && m.scopeId === subject.organizationId,
  );
  const stepsBack = holdsOffice || subject.recused.includes(personId);
  const held = new Set<Role>(['public']);
  for (const m of actor.memberships) {
    if (!covers(m, subject)) continue;
    if (stepsBack && official.includes(m.role)) continue;
    if (
      byAssignment.includes(m.role) &&
      !subject.assigned.some((a) => a.role === m.role && a.personId === personId)
    )
      continue;
    held.add(m.role);
  }
  return [...held];
}

/** Whether a membership reaches a thing: its organization, its center, or a region that its center lies in. */
export function covers(
  m: Membership,
  subject: Pick<Subject, 'centerId' | 'regionCode' | 'organizationId'>,
): boolean {
  switch (m.scope) {
    case 'organization':
      return subject.organizationId !== null && m.scopeId === subject.organizationId;
    case 'center':
      return m.scopeId === subject.centerId;
    case 'region':
      return subject.regionCode.startsWith(m.scopeId);
    case 'instance':
      return m.role === 'admin' || m.role === 'auditor';
  }
}

/** Whether a delegate of this organization: staff whom the lead allowed to submit. */
export const isDelegate = (actor: Actor, organizationId: string | null): boolean =>
  organizationId !== null &&
  actor.memberships.some(
    (m) =>
      m.scope === 'organization' && m.scopeId === organizationId && m.role === 'staff' && m.delegate === true,
  );
