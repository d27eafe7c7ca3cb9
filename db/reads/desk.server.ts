import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { type Membership, roles } from '#app/domain/policy/actor.ts';
import type { Connection } from '../connection.server.ts';
import type { Database } from '../tables.ts';
import { hotQuery } from './hot-query.server.ts';

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

/** The order of urgency, as the index `wait_urgent` has it; what is as urgent as another stands by its key, on either database. */
const urgency = (row: WaitRow): string => `${row.due_at ?? '9999'} ${row.since} ${keyOf(row)}`;
const byUrgency = (a: WaitRow, b: WaitRow): number => (urgency(a) < urgency(b) ? -1 : 1);
const dueOrLast = sql<string>`coalesce(due_at, '9999')`;

/** Whether somebody is recused from anything (回避). Most people are not, and no row of their desk need be asked for it. */
export const isRecusedFromAnything = async (db: Connection, personId: string): Promise<boolean> =>
  (await anyRecusal(db, { personId })).length > 0;

const anyRecusal = hotQuery((db, { personId }: { readonly personId: string }) =>
  db
    .selectFrom('assignment')
    .select('record_id')
    // written out, so that the partial index `assignment_recused` answers
    .where('role', '=', sql.lit('recused'))
    .where('person_id', '=', personId)
    .limit(1),
);

/** Leaves out what somebody is recused from (回避): its page is closed to them. */
const notRecused = (personId: string) => (eb: ExpressionBuilder<Database, 'wait'>) =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('assignment')
        .select('assignment.record_id')
        .whereRef('assignment.record_id', '=', 'wait.record_id')
        .whereRef('assignment.lifecycle', '=', 'wait.lifecycle')
        .where('assignment.role', '=', sql.lit('recused'))
        .where('assignment.person_id', '=', personId),
    ),
  );

/** Whose desk it is. `isRecused`: as `isRecusedFromAnything` says. */
export interface DeskOwner {
  readonly personId: string;
  readonly isRecused: boolean;
  readonly memberships: readonly Membership[];
}

/**
 * What waits for a person: by name, or for one of their roles in the places where they hold it. Most urgent first.
 * Each reason is a query of its own that goes along an index and stops; all of them are one statement.
 */
export async function waitsFor(
  db: Connection,
  { personId, isRecused, memberships }: DeskOwner,
  centersOfRegion: ReadonlyMap<string, readonly string[]>,
  limit: number,
): Promise<readonly WaitRow[]> {
  // Towards an organization in which one holds an office one is no official (回避).
  const own = memberships.filter((m) => m.scope === 'organization').map((m) => m.scopeId);
  const reasons = memberships.flatMap(({ role, scope, scopeId }) => {
    if (scope === 'center') return [{ role, isOfficial: true, places: [scopeId] }];
    if (scope === 'organization') return [{ role, isOfficial: false, places: [scopeId] }];
    const centers = scope === 'region' ? (centersOfRegion.get(scopeId) ?? []) : [];
    return centers.length > 0 ? [{ role, isOfficial: true, places: centers }] : [];
  });
  const found: readonly WaitRow[] = await waitsByReason(
    db,
    {
      personId,
      own,
      roles: reasons.map(({ role }) => role),
      places: reasons.flatMap(({ places }) => places),
    },
    {
      isRecused,
      limit,
      reasons: reasons.map(({ isOfficial, places }) => ({ isOfficial, places: places.length })),
    },
  );
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
  return [...once.values()].sort(byUrgency).slice(0, limit);
}

type ReasonValues = Readonly<Record<'own' | 'roles' | 'places', readonly string[]> & { personId: string }>;

/** How many places each reason has, of all places in their order, and whether one acts there for the center. */
interface ReasonShape {
  readonly isRecused: boolean;
  readonly limit: number;
  readonly reasons: readonly { readonly isOfficial: boolean; readonly places: number }[];
}

const waitsByReason = hotQuery(
  (db, { personId, own, roles, places }: ReasonValues, { isRecused, limit, reasons }: ReasonShape) => {
    const urgent = () =>
      db
        .selectFrom('wait')
        .selectAll()
        .$if(isRecused, (q) => q.where(notRecused(personId)))
        .orderBy(dueOrLast)
        .orderBy('since')
        .limit(limit);
    let before = 0;
    const asked = reasons.map(({ isOfficial, places: count }, at) => {
      const here = places.slice(before, before + count);
      before += count;
      const forRole = urgent()
        .where('role', '=', roles[at] as string)
        .where('person_id', '=', '');
      if (!isOfficial) return forRole.where('organization_id', '=', here[0] as string);
      const inCenters = forRole.where('center_id', 'in', here);
      return own.length === 0 ? inCenters : inCenters.where('organization_id', 'not in', [...own]);
    });
    return atOnce(db, [urgent().where('person_id', '=', personId), ...asked]);
  },
);

/** Roles in which several people take the same step: a step of a panel waits for each of its members. */
const inPanels: readonly string[] = ['reviewer', 'assessor'];
const membersOfAPanel = 5;

/**
 * What others have to do in these centers, for those who follow it: not for this person's own roles. Most urgent first,
 * at least the first `steps` of them, with each person for whom a step waits.
 */
export async function othersWaits(
  db: Connection,
  { personId, isRecused, memberships }: DeskOwner,
  centerIds: readonly string[],
  steps: number,
): Promise<readonly WaitRow[]> {
  const others = roles.filter((role) => !memberships.some((own) => own.role === role));
  if (centerIds.length === 0 || others.length === 0) return [];
  const few = others.filter((role) => !inPanels.includes(role));
  const many = others.filter((role) => inPanels.includes(role));
  const asked = { personId, centerIds, few, many };
  const found: readonly WaitRow[] = await waitsOfRoles(db, asked, { isRecused, steps });
  return [...found].sort(byUrgency);
}

type OthersValues = Readonly<Record<'centerIds' | 'few' | 'many', readonly string[]> & { personId: string }>;

interface OthersShape {
  readonly isRecused: boolean;
  readonly steps: number;
}

const waitsOfRoles = hotQuery((db, asked: OthersValues, { isRecused, steps }: OthersShape) => {
  const first = (centerId: string, role: string, limit: number) =>
    db
      .selectFrom('wait')
      .selectAll()
      .$if(isRecused, (q) => q.where(notRecused(asked.personId)))
      .where('center_id', '=', centerId)
      .where('role', '=', role)
      .where('due_at', 'is not', null)
      .orderBy('due_at')
      .limit(limit);
  return atOnce(
    db,
    asked.centerIds.flatMap((centerId) => [
      ...asked.few.map((role) => first(centerId, role, steps)),
      ...asked.many.map((role) => first(centerId, role, steps * membersOfAPanel)),
    ]),
  );
});

const keyOf = (row: WaitRow): string =>
  [row.lifecycle, row.record_id, row.role, row.person_id, row.event].join(' ');

type Few = SelectQueryBuilder<Database, 'wait', WaitRow>;

/** The rows of several queries, at least one, that are each ordered and cut off, in one statement. */
function atOnce(db: Connection, queries: readonly Few[]): Few {
  const parts = queries.map((query) => db.selectFrom(query.as('few')).selectAll());
  return parts.reduce((all, one) => all.unionAll(one)) as unknown as Few;
}
