import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { type Membership, roles } from '#app/domain/policy/actor.ts';
import type { Connection } from '../connection.server.ts';
import type { Database } from '../tables.ts';

export interface WaitRow {
  readonly lifecycle: string;
  readonly record_id: string;
  readonly role: string;
  readonly person_id: string;
  readonly center_id: string;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly event: string;
  readonly state: string;
  readonly since: string;
  readonly due_at: string | null;
}

/** The order of urgency, as the index `wait_urgent` has it. */
const urgency = (row: WaitRow): string => `${row.due_at ?? '9999'} ${row.since}`;
const dueOrLast = sql<string>`coalesce(due_at, '9999')`;

/** Leaves out what somebody is recused from (回避): its page is closed to them. */
const notRecused = (personId: string) => (eb: ExpressionBuilder<Database, 'wait'>) =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('assignment')
        .select('assignment.record_id')
        .whereRef('assignment.record_id', '=', 'wait.record_id')
        .whereRef('assignment.lifecycle', '=', 'wait.lifecycle')
        .where('assignment.role', '=', 'recused')
        .where('assignment.person_id', '=', personId),
    ),
  );

/**
 * What waits for a person: by name, or for one of their roles in the places where they hold it. Most urgent first.
 * Each reason is a query of its own that goes along an index and stops; all of them are one statement.
 */
export async function waitsFor(
  db: Connection,
  personId: string,
  memberships: readonly Membership[],
  centersOfRegion: ReadonlyMap<string, readonly string[]>,
  limit: number,
): Promise<readonly WaitRow[]> {
  // Towards an organization in which one holds an office one is no official (回避).
  const own = memberships.filter((m) => m.scope === 'organization').map((m) => m.scopeId);
  const urgent = () =>
    db
      .selectFrom('wait')
      .selectAll()
      .where(notRecused(personId))
      .orderBy(dueOrLast)
      .orderBy('since')
      .limit(limit);
  const forRole = (role: string) => urgent().where('role', '=', role).where('person_id', '=', '');
  const asOfficial = (role: string) =>
    own.length === 0 ? forRole(role) : forRole(role).where('organization_id', 'not in', own);
  const reasons = memberships.flatMap(({ role, scope, scopeId }) => {
    if (scope === 'center') return [asOfficial(role).where('center_id', '=', scopeId)];
    if (scope === 'organization') return [forRole(role).where('organization_id', '=', scopeId)];
    const centers = scope === 'region' ? (centersOfRegion.get(scopeId) ?? []) : [];
    return centers.length > 0 ? [asOfficial(role).where('center_id', 'in', [...centers])] : [];
  });
  const found = await atOnce(db, [urgent().where('person_id', '=', personId), ...reasons]);
  // what waits by name waits for somebody in a role: who holds it there no more cannot open the page
  const isTheirs = (row: WaitRow): boolean =>
    memberships.some(
      ({ role, scope, scopeId }) =>
        role === row.role &&
        (scope === 'center'
          ? row.center_id === scopeId
          : scope === 'organization'
            ? row.organization_id === scopeId
            : (centersOfRegion.get(scopeId) ?? []).includes(row.center_id)),
    );
  const once = new Map(found.filter(isTheirs).map((row) => [keyOf(row), row]));
  return [...once.values()].sort((a, b) => (urgency(a) < urgency(b) ? -1 : 1)).slice(0, limit);
}

/** What others have to do in these centers, for those who follow it: not for this person's own roles. */
export async function othersWaits(
  db: Connection,
  personId: string,
  centerIds: readonly string[],
  ownRoles: readonly string[],
  limit: number,
): Promise<readonly WaitRow[]> {
  const found = await atOnce(
    db,
    centerIds.flatMap((centerId) =>
      roles
        .filter((role) => !ownRoles.includes(role))
        .map((role) =>
          db
            .selectFrom('wait')
            .selectAll()
            .where(notRecused(personId))
            .where('center_id', '=', centerId)
            .where('role', '=', role)
            .where('due_at', 'is not', null)
            .orderBy('due_at')
            .limit(limit),
        ),
    ),
  );
  return [...found].sort((a, b) => (urgency(a) < urgency(b) ? -1 : 1)).slice(0, limit);
}

const keyOf = (row: WaitRow): string =>
  [row.lifecycle, row.record_id, row.role, row.person_id, row.event].join(' ');

type Few = SelectQueryBuilder<Database, 'wait', WaitRow>;

/** The rows of several queries that are each ordered and cut off, in one statement. */
async function atOnce(db: Connection, queries: readonly Few[]): Promise<readonly WaitRow[]> {
  const [first, ...others] = queries.map((query) => db.selectFrom(query.as('few')).selectAll());
  if (first === undefined) return [];
  return others.reduce((all, one) => all.unionAll(one) as typeof all, first).execute();
}
