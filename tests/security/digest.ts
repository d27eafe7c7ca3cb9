import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { World } from '#tests/world.ts';

/** What asking may leave behind: the security log, counts of requests, and that a session was used. */
const mayChange = new Set(['security_event', 'request_count', 'session']);

/** Everything that a refused request must leave as it was. */
export interface Watch {
  /** The tables that changed since the last time of asking. */
  readonly changed: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** A database looked at from outside, past the program. */
interface Outside {
  readonly tables: readonly string[];
  /** Something that is another after each commit of a write. */
  readonly mark: () => Promise<unknown>;
  readonly digest: (table: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Watches the tables of a world. Cheap where nothing was written: the database says so by itself. */
export async function watchTables(world: World): Promise<Watch> {
  const { place } = world;
  const outside = 'url' in place ? await onServer(place.url) : onFile(place.file);
  const tables = outside.tables.filter((name) => !mayChange.has(name));
  const digests = async () => {
    const found = new Map<string, string>();
    for (const table of tables) found.set(table, await outside.digest(table));
    return found;
  };
  let mark = await outside.mark();
  let known = await digests();
  return {
    changed: async () => {
      const now = await outside.mark();
      if (now === mark) return [];
      mark = now;
      const before = known;
      known = await digests();
      return [...known].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
    },
    close: outside.close,
  };
}

function digestOf(rows: Iterable<unknown>): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}

function onFile(file: string): Outside {
  const db = new Sqlite(file, { readonly: true });
  return {
    tables: db
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'organization_grams%'",
      )
      .pluck()
      .all() as string[],
    mark: async () => db.pragma('data_version', { simple: true }),
    digest: async (table) => digestOf(db.prepare(`select * from "${table}"`).raw().iterate()),
    close: async () => void db.close(),
  };
}

/** Every statement that writes leaves a line, if its transaction ends well; a sequence would count those undone too. */
const leavesLine = (
  table: string,
) => `create or replace trigger is_watched after insert or update or delete on "${table}"
  for each statement execute function is_watched()`;

async function onServer(url: string): Promise<Outside> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'watched'`,
  );
  const tables = rows.map((row) => row.name);
  await client.query(`create table if not exists watched (line bigint generated always as identity);
    create or replace function is_watched() returns trigger language plpgsql as
      $$ begin insert into public.watched default values; return null; end $$`);
  for (const table of tables.filter((name) => !mayChange.has(name))) await client.query(leavesLine(table));
  return {
    tables,
    mark: async () => (await client.query<{ n: string }>('select count(*) as n from watched')).rows[0]?.n,
    digest: async (table) =>
      digestOf((await client.query(`select one::text from "${table}" as one order by 1`)).rows),
    close: () => client.end(),
  };
}
