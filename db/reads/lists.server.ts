import { type Expression, type SqlBool, sql } from 'kysely';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { ListScope } from '#app/domain/policy/scope.ts';
import type { Connection } from '../connection.server.ts';
import { countMatching, namesMatching } from '../dialects/search.server.ts';
import { hotQuery } from './hot-query.server.ts';

export const listSorts = ['new', 'due', 'score'] as const;
export type ListSort = (typeof listSorts)[number];

export interface ListRequest {
  readonly q?: string;
  readonly state?: string;
  readonly kind?: string;
  readonly parentId?: string;
  /** Organizations whose records are left out: their place among scores is not for this reader. */
  readonly exceptOrganizations?: readonly string[];
  readonly sort: ListSort;
  /** Keyset: the last row of the page before, as `cursorOf` wrote it. */
  readonly after?: string;
  readonly before?: string;
  readonly size: number;
}

export interface ListRow {
  readonly id: string;
  readonly center_id: string;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly number: string | null;
  readonly kind: string | null;
  readonly state: string;
  readonly due_at: string | null;
  readonly late: number;
  readonly score: number | null;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly responsible_name: string | null;
}

export interface ListPage {
  readonly rows: readonly ListRow[];
  readonly next: string | null;
  readonly previous: string | null;
}

/** What a row is sorted by, as it stands in the keyset: the index's own expressions. */
const sortKeys = {
  new: { expression: sql<string>`t.id`, descending: true },
  due: { expression: sql<string>`coalesce(t.due_at, '9999')`, descending: false },
  score: { expression: sql<number>`coalesce(t.score, -1)`, descending: true },
} as const;

const keyOf = (row: ListRow, sort: ListSort): string =>
  sort === 'new' ? '' : sort === 'due' ? (row.due_at ?? '9999') : String(row.score ?? -1);

const cursorOf = (row: ListRow, sort: ListSort): string => `${keyOf(row, sort)}~${row.id}`;

/** The centers of a scope, those of its regions among them: few, so that lists go by center. */
export async function centersInScope(db: Connection, scope: ListScope): Promise<readonly string[]> {
  if (scope.regions.length === 0) return scope.centerIds;
  const rows = await db
    .selectFrom('center')
    .select('id')
    .where((eb) =>
      eb.or(scope.regions.map((r) => eb('region_code', 'like', `${r.replaceAll(/[^0-9]/g, '')}%`))),
    )
    .execute();
  return [...new Set([...scope.centerIds, ...rows.map((r) => r.id)])];
}

/** One page of a lifecycle's records within a scope, by keyset: as fast at a million as at a hundred. */
export async function listRecords(
  db: Connection,
  lifecycle: LifecycleName,
  scope: ListScope,
  request: ListRequest,
): Promise<ListPage> {
  const centers = await centersInScope(db, scope);
  const backward = request.before !== undefined;
  const cursor = request.before ?? request.after;
  const { descending } = sortKeys[request.sort];
  const down = descending !== backward;
  const sought = request.q ? await soughtBy(db, centers, scope, request.q) : null;

  const [key = '', id = ''] = cursor === undefined ? [] : splitCursor(cursor);
  const values: ListValues = {
    centers,
    organizations: scope.organizationIds,
    assignedTo: scope.assignedTo,
    assignedAs: scope.assignedAs.map(({ role }) => role),
    assignedIn: scope.assignedAs.map(({ centerId }) => centerId),
    reader: scope.personId,
    except: request.exceptOrganizations ?? [],
    state: request.state ?? null,
    kind: request.kind ?? null,
    parentId: request.parentId ?? null,
    key: request.sort === 'score' ? Number(key) | 0 : key, // whole, whatever stands there: PostgreSQL takes no other
    id,
  };
  const shape: ListShape = {
    lifecycle,
    sort: request.sort,
    limit: request.size + 1,
    down,
    isContinued: cursor !== undefined,
    hasReader: scope.personId !== null,
    by: (['state', 'kind', 'parentId'] as const).filter((column) => Boolean(request[column])),
  };
  const found = (
    sought ? await listQuery(db, values, shape, sought).execute() : await usualList(db, values, shape)
  ) as ListRow[];
  const more = found.length > request.size;
  const rows = found.slice(0, request.size);
  if (backward) rows.reverse();
  const first = rows[0];
  const last = rows.at(-1);
  return {
    rows,
    next: last !== undefined && (backward || more) ? cursorOf(last, request.sort) : null,
    previous:
      first !== undefined && (backward ? more : cursor !== undefined) ? cursorOf(first, request.sort) : null,
  };
}

/** What a list's query is given. */
type ListValues = Readonly<
  Record<'centers' | 'organizations' | 'assignedAs' | 'assignedIn' | 'except', readonly string[]> &
    Record<'assignedTo' | 'reader' | 'state' | 'kind' | 'parentId', string | null> & {
      key: string | number;
      id: string;
    }
>;

/** What a list's query looks like. */
interface ListShape {
  readonly lifecycle: LifecycleName;
  readonly sort: ListSort;
  readonly limit: number;
  readonly down: boolean;
  readonly isContinued: boolean;
  readonly hasReader: boolean;
  readonly by: readonly ('state' | 'kind' | 'parentId')[];
}

const columnOf = { state: 't.state', kind: 't.kind', parentId: 't.parent_id' } as const;

function listQuery(db: Connection, values: ListValues, shape: ListShape, sought: Sought | null) {
  const { lifecycle, down } = shape;
  const { expression } = sortKeys[shape.sort];
  let query = db
    .selectFrom(`${lifecycle} as t` as 'application as t')
    .leftJoin('person', 'person.id', 't.responsible_id')
    .select([
      't.id',
      't.center_id',
      't.organization_id',
      't.organization_name',
      't.number',
      't.kind',
      't.state',
      't.due_at',
      't.late',
      't.score',
      't.version',
      't.created_at',
      't.updated_at',
      'person.name as responsible_name',
    ])
    .where((eb) => {
      const places: Expression<SqlBool>[] = [];
      if (values.centers.length > 0) places.push(eb(centerColumn(sought), 'in', [...values.centers]));
      if (values.organizations.length > 0)
        places.push(eb('t.organization_id', 'in', [...values.organizations]));
      for (const [at, role] of values.assignedAs.entries())
        places.push(
          eb.and([
            eb(
              't.id',
              'in',
              eb
                .selectFrom('assignment')
                .select('assignment.record_id')
                .where('assignment.person_id', '=', values.assignedTo)
                .where('assignment.lifecycle', '=', lifecycle)
                .where('assignment.role', '=', role),
            ),
            eb(outsideOfIndex, '=', values.assignedIn[at] as string),
          ]),
        );
      return places.length === 0 ? eb.lit(false) : eb.or(places);
    });
  if (shape.hasReader)
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assignment')
            .select('assignment.record_id')
            .whereRef('assignment.record_id', '=', 't.id')
            .where('assignment.lifecycle', '=', lifecycle)
            .where('assignment.role', '=', sql.lit('recused'))
            .where('assignment.person_id', '=', values.reader),
        ),
      ),
    );
  if (values.except.length > 0) query = query.where('t.organization_id', 'not in', [...values.except]);
  for (const column of shape.by) query = query.where(columnOf[column], '=', values[column]);
  if (sought) query = query.where(sought.condition);
  if (shape.isContinued)
    query =
      shape.sort === 'new'
        ? query.where('t.id', down ? '<' : '>', values.id)
        : query.where(
            down
              ? sql<boolean>`(${expression}, t.id) < (${values.key}, ${values.id})`
              : sql<boolean>`(${expression}, t.id) > (${values.key}, ${values.id})`,
          );
  const direction = down ? 'desc' : 'asc';
  if (shape.sort !== 'new') query = query.orderBy(expression, direction);
  return query.orderBy('t.id', direction).limit(shape.limit);
}

const usualList = hotQuery((db, values: ListValues, shape: ListShape) => listQuery(db, values, shape, null));

/** A record's number or its beginning, as people type it: `RK-202603`. */
const numberLike = /^[a-z]{2}-[\d-]*$/i;

/** What a search asks of a row, and whether so few names match that their records are fetched by organization. */
interface Sought {
  readonly condition: Expression<SqlBool>;
  readonly rare: boolean;
}

/** The center where the planner must not be tempted to walk the index of centers, which is the list's own order. */
const outsideOfIndex = sql<string>`(t.center_id || '')`;

/** Where names are rare, or few records are named, they are fetched; else the list is walked. */
const centerColumn = (sought: Sought | null) =>
  sought?.rare ? outsideOfIndex : sql.ref<string>('t.center_id');

/** From so many names on, a page of the list itself soon holds enough of them. */
const rareNames = 1000;

/**
 * What a search asks of a row. A number goes by its index. Of names, few are fetched from the index of names; where
 * they are many, the list is walked in its own order and its page is full before long. Neither reads a whole table.
 */
async function soughtBy(
  db: Connection,
  centers: readonly string[],
  scope: ListScope,
  q: string,
): Promise<Sought> {
  if (numberLike.test(q)) {
    const number = q.toUpperCase();
    return { condition: sql<SqlBool>`t.number >= ${number} and t.number < ${`${number}~`}`, rare: false };
  }
  const inCenters = scope.organizationIds.length === 0 && scope.assignedTo === null ? centers : [];
  const names = namesMatching(db, inCenters, q);
  if (names === null) return { condition: sql<SqlBool>`1 = 0`, rare: false };
  if ((await countMatching(db, inCenters, q, rareNames)) < rareNames)
    return {
      condition: sql<SqlBool>`t.organization_id in (select organization_id from ${names} as n)`,
      rare: true,
    };
  const words = q.split(/\s+/u).filter((word) => word !== '');
  const like = words.map((word) => {
    const literal = `%${word.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
    return sql<SqlBool>`lower(t.organization_name) like lower(${literal}) escape '\\'`;
  });
  return { condition: sql<SqlBool>`(${sql.join(like, sql` and `)})`, rare: false };
}

function splitCursor(cursor: string): readonly [string, string] {
  const at = cursor.lastIndexOf('~');
  return at < 0 ? ['', cursor] : [cursor.slice(0, at), cursor.slice(at + 1)];
}

/** How many records stand in each state, from the counters that every change keeps. */
export async function countsByState(
  db: Connection,
  lifecycle: LifecycleName,
  centerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (centerIds.length === 0) return new Map();
  const rows = await counters(db, { lifecycle, centerIds });
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.state, (counts.get(row.state) ?? 0) + row.count);
  return counts;
}

const counters = hotQuery(
  (db, { lifecycle, centerIds }: { readonly lifecycle: string; readonly centerIds: readonly string[] }) =>
    db
      .selectFrom('counter')
      .select(['state', 'count'])
      .where('lifecycle', '=', lifecycle)
      .where('center_id', 'in', [...centerIds]),
);
