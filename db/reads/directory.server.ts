import { type SqlBool, sql } from 'kysely';
import type { Connection } from '../connection.server.ts';
import { namesMatching, seqOf } from '../dialects/search.server.ts';
import { hotQuery } from './hot-query.server.ts';
import { type KeysetPage, type KeysetPlace, keysetPage } from './pages.server.ts';

/** What everyone may know of a listed organization: nothing that belongs to a person. */
export interface DirectoryRow {
  readonly id: string;
  readonly name: string;
  readonly standing: string;
  readonly community: string | null;
  readonly fields: string;
  readonly joined_on: string | null;
}

export interface DirectoryRequest extends KeysetPlace {
  readonly q: string;
  readonly field: string;
  readonly community: string;
}

const shownStandings = ['incubated', 'graduated'] as const;

/** A page of the directory, those that came last first. */
export async function directoryPage(
  db: Connection,
  request: DirectoryRequest,
): Promise<KeysetPage<DirectoryRow>> {
  const names = request.q === '' ? undefined : namesMatching(db, [], request.q);
  if (names === null) return { rows: [], next: null, previous: null };
  const backward = request.before !== undefined && request.after === undefined;
  const cursor = request.after ?? request.before;
  let query = db
    .selectFrom('organization as o')
    .select(['o.id', 'o.name', 'o.standing', 'o.community', 'o.fields', 'o.joined_on'])
    .where('o.listed', '=', sql.lit(1))
    .where('o.standing', 'in', shownStandings);
  if (request.community !== '') query = query.where('o.community', '=', request.community);
  if (request.field !== '') query = query.where(holdsField(request.field));
  const direction = backward ? 'asc' : 'desc';
  if (names === undefined) {
    if (cursor !== undefined) query = query.where('o.id', backward ? '>' : '<', cursor);
    query = query.orderBy('o.id', direction);
  } else {
    let sought = query.innerJoin(names.as('m'), 'm.organization_id', 'o.id');
    if (cursor !== undefined) sought = sought.where('m.seq', backward ? '>' : '<', seqOf(cursor));
    query = sought.orderBy('m.seq', direction) as typeof query;
  }
  return keysetPage(await query.limit(request.size + 1).execute(), request, (row) => row.id);
}

/** Whether an organization serves in a field. The list of fields is JSON, each in quotes. */
const holdsField = (field: string) => sql<SqlBool>`instr(o.fields, ${`"${field}"`}) > 0`;

/** Communities that listed organizations work in, by name: one step of the index for each. */
export async function listedCommunities(db: Connection): Promise<readonly string[]> {
  const rows = await communities(db, {});
  return rows.map((r) => r.name);
}

const communities = hotQuery((db) => ({
  compile: () =>
    sql<{ name: string }>`with recursive found (name) as (
      select min(community) from organization where listed = 1
      union all
      select (select min(community) from organization where listed = 1 and community > found.name)
        from found where found.name is not null
    ) select name from found where name is not null limit 200`.compile(db),
}));

/** The public facts of one listed organization, or undefined. The name of its head is masked by the caller. */
export const directoryEntry = (db: Connection, id: string) =>
  db
    .selectFrom('organization')
    .innerJoin('center', 'center.id', 'organization.center_id')
    .select([
      'organization.id',
      'organization.name',
      'organization.standing',
      'organization.registration_type',
      'organization.uscc',
      'organization.record_no',
      'organization.stage',
      'organization.community_kind',
      'organization.fields',
      'organization.community',
      'organization.founded_on',
      'organization.scope',
      'organization.rating',
      'organization.joined_on',
      'center.name as center_name',
      'center.name_en as center_name_en',
    ])
    .where('organization.id', '=', id)
    .where('organization.listed', '=', sql.lit(1))
    .where('organization.standing', 'in', shownStandings)
    .executeTakeFirst();

/** The stages of an organization's life that are public: taken in, incubated, graduated. The oldest first. */
export async function publicStages(db: Connection, organizationId: string) {
  const [admissions, incubations, graduations] = await Promise.all([
    db
      .selectFrom('application')
      .select(['state', 'state_since'])
      .where('organization_id', '=', organizationId)
      .where('state', '=', 'admitted')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('incubation')
      .select(['state', 'state_since', 'created_at'])
      .where('organization_id', '=', organizationId)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('certificate')
      .innerJoin('graduation', 'graduation.id', 'certificate.graduation_id')
      .select(['certificate.number', 'certificate.issued_on', 'certificate.revoked_on'])
      .where('graduation.organization_id', '=', organizationId)
      .orderBy('certificate.issued_on')
      .execute(),
  ]);
  return { admissions, incubations, certificates: graduations };
}
