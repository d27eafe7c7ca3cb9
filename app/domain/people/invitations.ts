import { type Actor, covers, type GivenRole, type Membership } from '../policy/actor.ts';
import { type Refusal, refusal } from '../refusal.ts';

/** What a role is given for, and by whom. */
interface Giving {
  readonly scope: Membership['scope'];
  readonly by: readonly GivenRole[];
}

/**
 * Who may make whom what. The administrator keeps accounts and puts a director into each center; the director runs the
 * center and chooses its people; the lead chooses the people of the own organization.
 */
const givings: Readonly<Record<GivenRole, Giving>> = {
  lead: { scope: 'organization', by: ['director', 'manager'] },
  staff: { scope: 'organization', by: ['lead'] },
  finance: { scope: 'organization', by: ['lead'] },
  manager: { scope: 'center', by: ['director'] },
  reviewer: { scope: 'center', by: ['director'] },
  assessor: { scope: 'center', by: ['director'] },
  mentor: { scope: 'center', by: ['director'] },
  payer: { scope: 'center', by: ['director'] },
  party_committee: { scope: 'center', by: ['director'] },
  community_worker: { scope: 'center', by: ['director'] },
  director: { scope: 'center', by: ['admin'] },
  supervisor: { scope: 'region', by: ['admin'] },
  admin: { scope: 'instance', by: ['admin'] },
  auditor: { scope: 'instance', by: ['admin'] },
};

/** What a role is given for: an organization, a center, a region or the whole installation. */
export const scopeOfRole = (role: GivenRole): Membership['scope'] => givings[role].scope;

/** The place for which a role is given; region and installation lie in no center. */
export interface GivingPlace {
  readonly centerId: string;
  readonly regionCode: string;
  readonly organizationId: string | null;
}

/** Whether the actor may give (and take) this role at this place: deny by default. */
export function mayGive(actor: Actor, role: GivenRole, place: GivingPlace): boolean {
  if (actor.personId === null || actor.automatic) return false;
  const { by } = givings[role];
  return actor.memberships.some(
    (m) => by.includes(m.role) && (m.role === 'admin' ? m.scope === 'instance' : covers(m, place)),
  );
}

/** The roles of one scope that the actor may give there, in the order of the list of roles. */
export const rolesToGive = (
  actor: Actor,
  scope: Membership['scope'],
  place: GivingPlace,
): readonly GivenRole[] =>
  (Object.keys(givings) as GivenRole[]).filter(
    (role) => givings[role].scope === scope && mayGive(actor, role, place),
  );

/** The three who keep the system apart (三员分立): nobody is two of them. */
const apart: readonly GivenRole[] = ['admin', 'auditor', 'director'];

/** Why somebody who holds some roles may not get another one, or undefined. Refusal: `people.rolesApart`. */
export function separationRefusal(held: readonly GivenRole[], role: GivenRole): Refusal | undefined {
  if (!apart.includes(role)) return undefined;
  const other = held.find((each) => each !== role && apart.includes(each));
  return other === undefined ? undefined : refusal('people.rolesApart', { role, other });
}
