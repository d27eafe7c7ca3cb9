import type { Connection } from '../connection.server.ts';
import { hotQuery } from './hot-query.server.ts';

/** People of a center in a role, with whether they hold an office in the organization or declared a conflict with it. */
export async function candidatesFor(
  db: Connection,
  role: 'reviewer' | 'assessor' | 'mentor',
  centerId: string,
  organizationId: string,
): Promise<readonly { personId: string; name: string; conflict: boolean }[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('membership as office', (join) =>
      join
        .onRef('office.person_id', '=', 'person.id')
        .on('office.scope', '=', 'organization')
        .on('office.scope_id', '=', organizationId)
        .on('office.ended_at', 'is', null),
    )
    .leftJoin('conflict', (join) =>
      join.onRef('conflict.person_id', '=', 'person.id').on('conflict.organization_id', '=', organizationId),
    )
    .select(['person.id', 'person.name'])
    .select((eb) =>
      eb.or([eb('office.id', 'is not', null), eb('conflict.person_id', 'is not', null)]).as('conflict'),
    )
    .where('membership.role', '=', role)
    .where('membership.scope', '=', 'center')
    .where('membership.scope_id', '=', centerId)
    .where('membership.ended_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .orderBy('person.name')
    .execute();
  const byId = new Map<string, { personId: string; name: string; conflict: boolean }>();
  for (const row of rows) {
    const known = byId.get(row.id);
    byId.set(row.id, {
      personId: row.id,
      name: row.name,
      conflict: Boolean(row.conflict) || (known?.conflict ?? false),
    });
  }
  return [...byId.values()];
}

/** Incubation managers of a center. */
export const managersOf = (
  db: Connection,
  centerId: string,
): Promise<readonly { personId: string; name: string }[]> => managers(db, { centerId });

const managers = hotQuery((db, { centerId }: { readonly centerId: string }) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id as personId', 'person.name'])
    .where('membership.role', '=', 'manager')
    .where('membership.scope', '=', 'center')
    .where('membership.scope_id', '=', centerId)
    .where('membership.ended_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .orderBy('person.name'),
);
