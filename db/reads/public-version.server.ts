import { type CompiledQuery, sql } from 'kysely';
import type { Connection } from '../connection.server.ts';

const compiled = new WeakMap<Connection, CompiledQuery<{ number: number }>>();

/**
 * A number that is another one once something was written that a public page may show. It is raised by the database
 * in the transaction that writes, whichever process does (migration 0012), and the query is compiled once.
 */
export async function publicVersion(db: Connection): Promise<number> {
  let query = compiled.get(db);
  if (query === undefined) {
    query = sql<{ number: number }>`select coalesce(sum(number), 0) as number from public_version`.compile(
      db,
    );
    compiled.set(db, query);
  }
  const { rows } = await db.executeQuery(query);
  return Number(rows[0]?.number);
}
