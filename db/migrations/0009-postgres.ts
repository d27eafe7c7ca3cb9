// What PostgreSQL lacks beside SQLite: finding names by two characters, and looking for a text in another. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const statements = [
  `create table organization_search (
    seq bigint generated always as identity primary key,
    organization_id text not null unique references organization (id),
    grams text[] not null
  )`,
  // Reads come far more often than new names: nothing waits in a list that each search would have to walk.
  'create index organization_search_grams on organization_search using gin (grams) with (fastupdate = off)',
  `create function instr(text, text) returns integer language sql immutable strict parallel safe
    as 'select strpos($1, $2)'`,
];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect !== 'postgres') return;
  for (const statement of statements) await sql.raw(statement).execute(db);
}
