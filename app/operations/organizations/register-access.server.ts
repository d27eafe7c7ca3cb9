import { type Actor, type GivenRole, type Role, rolesToward } from '#app/domain/policy/actor.ts';
import { listScope } from '#app/domain/policy/scope.ts';
import type { Connection } from '#db/connection.server.ts';
import { centerById, centersOfRegions } from '#db/reads/centers.server.ts';
import { organizationById } from '#db/reads/organizations.server.ts';
import { mentorsOf, type RegisterScope } from '#db/reads/register.server.ts';

/** Who may read the register of organizations (台账), each for their center, region or own organization. */
export const registerReaders: readonly GivenRole[] = [
  'manager',
  'director',
  'supervisor',
  'party_committee',
  'community_worker',
  'lead',
  'staff',
  'finance',
];

/** Who may open an organization's page: readers of the register, and the mentor of its incubation. */
const organizationReaders: readonly Role[] = [...registerReaders, 'mentor'];

/** Who sees names and numbers of people unmasked: those who run the center, and the lead their own. */
const unmaskedReaders: readonly Role[] = ['manager', 'director', 'lead'];

/** The organizations that an actor may list. */
export async function registerScope(db: Connection, actor: Actor): Promise<RegisterScope> {
  const scope = listScope(actor, registerReaders);
  const centers = await centersOfRegions(db, scope.regions);
  return {
    centerIds: [...new Set([...scope.centerIds, ...[...centers.values()].flat()])],
    organizationIds: scope.organizationIds,
  };
}

export type OrganizationRow = NonNullable<Awaited<ReturnType<typeof organizationById>>>;

export interface OrganizationAccess {
  readonly organization: OrganizationRow;
  readonly regionCode: string;
  readonly roles: readonly Role[];
  /** Personal data is shown whole. */
  readonly unmasked: boolean;
  /** May change the data of the register. */
  readonly mayEdit: boolean;
}

/** One organization and what the actor may do with it, or undefined when there is none for them. */
export async function accessOrganization(
  db: Connection,
  actor: Actor,
  id: string,
): Promise<OrganizationAccess | undefined> {
  const organization = await organizationById(db, id);
  if (organization === undefined) return undefined;
  const center = await centerById(db, organization.center_id);
  const regionCode = center?.region_code ?? '';
  const mentors = await mentorsOf(db, id);
  const roles = rolesToward(actor, {
    centerId: organization.center_id,
    regionCode,
    organizationId: id,
    assigned: mentors.map((personId) => ({ role: 'mentor', personId })),
    recused: [],
  });
  if (!roles.some((role) => organizationReaders.includes(role))) return undefined;
  return {
    organization,
    regionCode,
    roles,
    unmasked: roles.some((role) => unmaskedReaders.includes(role)),
    mayEdit: roles.includes('manager'),
  };
}
