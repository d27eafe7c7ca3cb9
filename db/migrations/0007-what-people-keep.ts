// What a person keeps for themselves: forms that were not sent yet, how far they have read each record, filters under a name. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const tables = [
  `create table form_draft (
    person_id text not null references person (id),
    place text not null,
    browser text not null,
    "values" text not null,
    size integer not null,
    saved_at text not null,
    expires_at text not null,
    primary key (person_id, place, browser)
  )`,
  `create table seen_mark (
    person_id text not null references person (id),
    lifecycle text not null,
    record_id text not null,
    seen_version integer not null,
    since_version integer not null,
    at text not null,
    primary key (person_id, lifecycle, record_id)
  )`,
  `create table saved_filter (
    id text not null primary key,
    person_id text not null references person (id),
    list text not null,
    name text not null,
    query text not null,
    created_at text not null
  )`,
];

const indexes = [
  'create index form_draft_age on form_draft (expires_at)',
  'create index form_draft_browser on form_draft (browser, place)',
  'create unique index saved_filter_name on saved_filter (person_id, list, name)',
];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const table of tables) {
    const statement = dialect === 'sqlite' ? `${table} strict` : table.replaceAll(/\binteger\b/g, 'bigint');
    await sql.raw(statement).execute(db);
  }
  for (const index of indexes) await sql.raw(index).execute(db);
}
