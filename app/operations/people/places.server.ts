import type { GivingPlace } from '#app/domain/people/invitations.ts';
import type { Membership } from '#app/domain/policy/actor.ts';
import type { Connection } from '#db/connection.server.ts';
import { centerById } from '#db/reads/centers.server.ts';
import { organizationById } from '#db/reads/organizations.server.ts';

/** Where a role is held: for the policy, and by name for people (null where the scope has none of its own). */
export interface KnownPlace {
  readonly place: GivingPlace;
  readonly name: string | null;
}

const nowhere: GivingPlace = { centerId: '', regionCode: '', organizationId: null };

/** The place that a scope names, or undefined when there is none. A region is any division code of 2 to 12 digits. */
export async function placeOf(
  db: Connection,
  scope: Membership['scope'],
  scopeId: string,
): Promise<KnownPlace | undefined> {
  switch (scope) {
    case 'instance':
      return scopeId === '*' ? { place: nowhere, name: null } : undefined;
    case 'region':
      return /^\d{2,12}$/.test(scopeId)
        ? { place: { ...nowhere, regionCode: scopeId }, name: scopeId }
        : undefined;
    case 'center': {
      const center = await centerById(db, scopeId);
      return (
        center && {
          place: { ...nowhere, centerId: center.id, regionCode: center.region_code },
          name: center.name,
        }
      );
    }
    case 'organization': {
      const organization = await organizationById(db, scopeId);
      const center = organization && (await centerById(db, organization.center_id));
      return (
        center && {
          place: { centerId: center.id, regionCode: center.region_code, organizationId: organization.id },
          name: organization.name,
        }
      );
    }
  }
}
