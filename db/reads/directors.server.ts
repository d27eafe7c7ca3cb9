import type { Connection } from '../connection.server.ts';

/**
 * Whether somebody can act as the director towards an organization of a center: an account in use, not among the
 * `recused`, without an office in the organization. True as well where the center has no director at all: then one is
 * to be appointed, and nobody has stepped back.
 */
export async function isDirectorFree(
  db: Connection,
  of: {
    readonly centerId: string;
    readonly organizationId: string | null;
    readonly recused: readonly string[];
  },
): Promise<boolean> {
  const directors = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoin('membership as office', (join) =>
      join
        .onRef('office.person_id', '=', 'person.id')
        .on('office.scope', '=', 'organization')
        .on('office.scope_id', '=', of.organizationId ?? '')
        .on('office.ended_at', 'is', null),
    )
    .select(['person.id', 'office.id as office'])
    .where('membership.role', '=', 'director')
    .where('membership.scope', '=', 'center')
    .where('membership.scope_id', '=', of.centerId)
    .where('membership.ended_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .execute();
  return (
    directors.length === 0 || directors.some(({ id, office }) => office === null && !of.recused.includes(id))
  );
}
