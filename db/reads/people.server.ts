import type { GivenRole, Membership } from '#app/domain/policy/actor.ts';
import type { Connection } from '../connection.server.ts';
import { hotQuery } from './hot-query.server.ts';

/** What a person may be, as the policy reads it. */
export async function membershipsOf(db: Connection, personId: string): Promise<readonly Membership[]> {
  const rows = await rolesHeld(db, { personId });
  return rows.map((m) => ({
    role: m.role as GivenRole,
    scope: m.scope as Membership['scope'],
    scopeId: m.scope_id,
    ...(m.delegate === 1 ? { delegate: true } : {}),
  }));
}

const rolesHeld = hotQuery((db, { personId }: { readonly personId: string }) =>
  db
    .selectFrom('membership')
    .select(['role', 'scope', 'scope_id', 'delegate'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null),
);

/** Ids of the people who hold one of the roles towards a record; the assigned ones only when named on it. */
export async function peopleInRoles(
  db: Connection,
  roles: readonly GivenRole[],
  place: {
    centerId: string;
    organizationId: string;
    regionCode: string;
    lifecycle: string;
    recordId: string;
  },
): Promise<readonly string[]> {
  const byName = roles.filter((r) => r === 'reviewer' || r === 'assessor' || r === 'mentor');
  const byScope = roles.filter((r) => r !== 'reviewer' && r !== 'assessor' && r !== 'mentor');
  const { centerId, organizationId, lifecycle, recordId } = place;
  const regions = regionPrefixes(place.regionCode);
  const scoped =
    byScope.length === 0 ? [] : await holders(db, { centerId, organizationId, regions, roles: byScope });
  const assigned = byName.length === 0 ? [] : await assignedTo(db, { lifecycle, recordId, roles: byName });
  return [...new Set([...scoped, ...assigned].map((r) => r.person_id))];
}

// One search of the index for each kind of place: with "or" between them the whole table was read at each event.
const holders = hotQuery(
  (
    db,
    {
      centerId,
      organizationId,
      regions,
      roles,
    }: {
      readonly centerId: string;
      readonly organizationId: string;
      readonly regions: readonly string[];
      readonly roles: readonly string[];
    },
  ) => {
    const holding = (scope: Membership['scope'], scopeIds: readonly string[]) =>
      db
        .selectFrom('membership')
        .select('person_id')
        .where('scope', '=', scope)
        .where('scope_id', 'in', [...scopeIds])
        .where('role', 'in', [...roles])
        .where('ended_at', 'is', null);
    return holding('center', [centerId])
      .unionAll(holding('organization', [organizationId]))
      .unionAll(holding('region', regions));
  },
);

const assignedTo = hotQuery(
  (
    db,
    {
      lifecycle,
      recordId,
      roles,
    }: { readonly lifecycle: string; readonly recordId: string; readonly roles: readonly string[] },
  ) =>
    db
      .selectFrom('assignment')
      .select('person_id')
      .where('lifecycle', '=', lifecycle)
      .where('record_id', '=', recordId)
      .where('role', 'in', [...roles]),
);

/** Every region that a division code lies in: 411025001 → 41, 4110, 411025, 411025001 and itself. */
export const regionPrefixes = (code: string): readonly string[] =>
  [...new Set([2, 4, 6, 9, 12].map((n) => code.slice(0, n)))].filter((p) => p.length > 0);

/** Names of people by their ids. */
export async function namesOf(db: Connection, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await named(db, { wanted });
  return new Map(rows.map((r) => [r.id, r.name]));
}

const named = hotQuery((db, { wanted }: { readonly wanted: readonly string[] }) =>
  db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...wanted]),
);
