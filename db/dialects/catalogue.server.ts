import { sql } from 'kysely';
import type { Connection } from '../connection.server.ts';

/** One table of a PostgreSQL database: its columns, those of its primary key, and the tables that it refers to. */
export interface KnownTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly needs: readonly string[];
}

/** The tables of a PostgreSQL database as it knows them itself. */
export async function tablesOf(db: Connection): Promise<readonly KnownTable[]> {
  const { rows } = await sql<{ table: string; columns: string[]; key: string[]; needs: string[] }>`
    select c.relname as "table",
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k (attnum, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum
        order by k.place) as key,
      array(select r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = current_schema() order by c.relname`.execute(db);
  return rows;
}
