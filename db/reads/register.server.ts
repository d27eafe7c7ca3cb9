import { type Expression, type SqlBool, sql } from 'kysely';
import { type LifecycleName, lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '../connection.server.ts';
import { namesSought, seqOf, soughtNames } from '../dialects/search.server.ts';
import { hotQuery } from './hot-query.server.ts';
import { type KeysetPage, type KeysetPlace, keysetPage } from './pages.server.ts';
import type { RecordRow } from './records.server.ts';

/** Whose organizations are listed: all of some centers, and single ones. */
export interface RegisterScope {
  readonly centerIds: readonly string[];
  readonly organizationIds: readonly string[];
}

export interface RegisterRequest extends KeysetPlace {
  readonly q: string;
  readonly standing: string;
  readonly type: string;
  readonly community: string;
}

export interface RegisterRow {
  readonly id: string;
  readonly name: string;
  readonly registration_type: string;
  readonly uscc: string | null;
  readonly record_no: string | null;
  readonly community: string | null;
  readonly standing: string;
  readonly person_name: string | null;
  readonly phone: string | null;
  readonly joined_on: string | null;
  readonly founded_on: string | null;
  readonly address: string | null;
  readonly scope: string | null;
  readonly staff_full_time: number | null;
  readonly social_workers: number | null;
  readonly party_status: string | null;
  readonly rating: string | null;
  readonly credit_flag: string;
  readonly barred_until: string | null;
}

/** A page of the register (台账), those that came last first. A code or a record number is found whole, a name by its parts. */
export async function registerPage(
  db: Connection,
  scope: RegisterScope,
  request: RegisterRequest,
): Promise<KeysetPage<RegisterRow>> {
  const byCode = codeLike.test(request.q);
  const inCenters = scope.organizationIds.length === 0 ? scope.centerIds : [];
  const names = request.q === '' || byCode ? undefined : soughtNames(db, inCenters, request.q);
  if (names === null) return { rows: [], next: null, previous: null };
  const backward = request.before !== undefined && request.after === undefined;
  const cursor = request.after ?? request.before;
  const { standing, type, community } = request;
  const given = { standing, type, community, code: byCode ? request.q.toUpperCase() : '' };
  const found: readonly RegisterRow[] = await registerRows(
    db,
    {
      ...scope,
      ...given,
      names: names?.words.names ?? '',
      namesIn: names?.words.centers ?? '',
      cursor: cursor ?? '',
    },
    {
      limit: request.size + 1,
      by: narrowings.filter((name) => given[name] !== ''),
      named: names === undefined ? null : names.inCenters ? 'inCenters' : 'anywhere',
      isContinued: cursor !== undefined,
      backward,
    },
  );
  return keysetPage(found, request, (row) => row.id);
}

const narrowings = ['standing', 'type', 'community', 'code'] as const;
const columnOf = {
  standing: 'o.standing',
  type: 'o.registration_type',
  community: 'o.community',
  code: 'o.uscc',
} as const;

type RegisterValues = { readonly [K in keyof RegisterScope]: RegisterScope[K] } & Readonly<
  Record<(typeof narrowings)[number] | 'names' | 'namesIn' | 'cursor', string>
>;

interface RegisterShape {
  readonly limit: number;
  readonly by: readonly (typeof narrowings)[number][];
  readonly named: 'inCenters' | 'anywhere' | null;
  readonly isContinued: boolean;
  readonly backward: boolean;
}

const registerRows = hotQuery((db, values: RegisterValues, shape: RegisterShape) => {
  const direction = shape.backward ? 'asc' : 'desc';
  const beyond = shape.backward ? '>' : '<';
  let query = db
    .selectFrom('organization as o')
    .select([
      'o.id',
      'o.name',
      'o.registration_type',
      'o.uscc',
      'o.record_no',
      'o.community',
      'o.standing',
      'o.person_name',
      'o.phone',
      'o.joined_on',
      'o.founded_on',
      'o.address',
      'o.scope',
      'o.staff_full_time',
      'o.social_workers',
      'o.party_status',
      'o.rating',
      'o.credit_flag',
      'o.barred_until',
    ])
    .where((eb) => {
      const places: Expression<SqlBool>[] = [];
      if (values.centerIds.length > 0) places.push(eb('o.center_id', 'in', [...values.centerIds]));
      if (values.organizationIds.length > 0) places.push(eb('o.id', 'in', [...values.organizationIds]));
      return places.length === 0 ? eb.lit(false) : eb.or(places);
    })
    .limit(shape.limit);
  for (const name of shape.by) query = query.where(columnOf[name], '=', values[name]);
  if (shape.named === null) {
    if (shape.isContinued) query = query.where('o.id', beyond, values.cursor);
    return query.orderBy('o.id', direction);
  }
  const words = { names: values.names, centers: values.namesIn };
  const names = namesSought(db, { words, inCenters: shape.named === 'inCenters' });
  let sought = query.innerJoin(names.as('m'), 'm.organization_id', 'o.id');
  if (shape.isContinued) sought = sought.where('m.seq', beyond, seqOf(values.cursor));
  return sought.orderBy('m.seq', direction) as typeof query;
});

/** A unified social credit code. */
const codeLike = /^[0-9a-z]{18}$/i;

/** Communities of a center's organizations, by name: one step of the index for each. */
export async function communitiesOf(
  db: Connection,
  centerIds: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const centerId of centerIds.slice(0, 20)) {
    const rows = await communitiesOfCenter(db, { centerId });
    for (const row of rows) found.add(row.name);
  }
  return [...found].sort();
}

const communitiesOfCenter = hotQuery((db, { centerId }: { readonly centerId: string }) => ({
  compile: () =>
    sql<{ name: string }>`with recursive found (name) as (
      select min(community) from organization where center_id = ${centerId}
      union all
      select (select min(community) from organization where center_id = ${centerId} and community > found.name)
        from found where found.name is not null
    ) select name from found where name is not null limit 200`.compile(db),
}));

/** What a line of an organization's life says; what is in the record stays in its own page. */
const lifeColumns = [
  'id',
  'center_id',
  'organization_id',
  'number',
  'kind',
  'state',
  'state_since',
  'due_at',
  'created_at',
] as const;

export interface LifeRecord {
  readonly lifecycle: LifecycleName;
  readonly row: Pick<RecordRow, (typeof lifeColumns)[number]>;
  readonly regionCode: string;
}

/** Records of a lifecycle that the page of an organization shows at most, the newest. */
const recordsShown = 60;

/** Every record of an organization, the newest first; whether the reader may see each is for the caller to ask. */
export async function lifeOf(db: Connection, organizationId: string): Promise<readonly LifeRecord[]> {
  const found = await Promise.all(
    lifecycleNames.map(async (lifecycle): Promise<readonly LifeRecord[]> => {
      const rows = await recordsOf(db, { organizationId }, lifecycle);
      return rows.map(({ region_code: regionCode, ...row }) => ({ lifecycle, row, regionCode }));
    }),
  );
  return found.flat().sort((a, b) => (a.row.created_at < b.row.created_at ? 1 : -1));
}

const recordsOf = hotQuery(
  (db, { organizationId }: { readonly organizationId: string }, lifecycle: LifecycleName) =>
    db
      .selectFrom(`${lifecycle} as t` as 'application as t')
      .innerJoin('center', 'center.id', 't.center_id')
      .select(lifeColumns.map((column) => `t.${column}` as const))
      .select('center.region_code')
      .where('t.organization_id', '=', organizationId)
      .orderBy('t.id', 'desc')
      .limit(recordsShown),
);

/** As what a person is named on some records, and which of them they step back from. */
export const namedOn = (db: Connection, personId: string, recordIds: readonly string[]) =>
  recordIds.length === 0 ? Promise.resolve([]) : ownAssignments(db, { personId, recordIds });

const ownAssignments = hotQuery(
  (db, { personId, recordIds }: { readonly personId: string; readonly recordIds: readonly string[] }) =>
    db
      .selectFrom('assignment')
      .select(['lifecycle', 'record_id', 'role'])
      .where('person_id', '=', personId)
      .where('lifecycle', 'in', lifecycleNames)
      .where('record_id', 'in', [...recordIds]),
);

/** The papers that an organization handed in with its applications, the newest of each kind. */
export async function papersOf(db: Connection, applicationIds: readonly string[], slots: readonly string[]) {
  if (applicationIds.length === 0) return [];
  const rows = await papers(db, { applicationIds, slots });
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!newest.has(row.slot)) newest.set(row.slot, row);
  return [...newest.values()];
}

const papers = hotQuery(
  (db, { applicationIds, slots }: Readonly<Record<'applicationIds' | 'slots', readonly string[]>>) =>
    db
      .selectFrom('document')
      .select(['id', 'slot', 'name', 'size', 'sha256', 'uploaded_at'])
      .where('lifecycle', '=', 'application')
      .where('record_id', 'in', [...applicationIds])
      .where('slot', 'in', [...slots])
      .where('removed_at', 'is', null)
      .orderBy('id', 'desc'),
);

/** People whom an organization's incubations name as their mentor (督导). */
export async function mentorsOf(db: Connection, organizationId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('incubation', 'incubation.id', 'assignment.record_id')
    .select('assignment.person_id')
    .where('assignment.lifecycle', '=', 'incubation')
    .where('assignment.role', '=', sql.lit('mentor'))
    .where('incubation.organization_id', '=', organizationId)
    .execute();
  return rows.map((r) => r.person_id);
}

/** Another organization of the same center with this code, or this name; undefined when there is none. */
export const sameInCenter = (
  db: Connection,
  centerId: string,
  exceptId: string,
  column: 'uscc' | 'name',
  value: string,
) =>
  db
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('center_id', '=', centerId)
    .where(column, '=', value)
    .where('id', '!=', exceptId)
    .limit(1)
    .executeTakeFirst();
