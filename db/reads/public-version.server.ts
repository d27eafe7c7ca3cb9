import { CompiledQuery } from 'kysely';
import type { Connection } from '../connection.server.ts';
import { directReadingOf } from '../dialects/direct-reading.server.ts';

const statement = 'select coalesce(sum(number), 0) as "number" from "public_version"';
const query = CompiledQuery.raw(statement) as CompiledQuery<{ number: number }>;

/**
 * A number that is another one once something was written that a public page may show. It is raised by the database
 * in the transaction that writes, whichever process does (migration 0012).
 */
export async function publicVersion(db: Connection): Promise<number> {
  const { rows } = await db.executeQuery(query);
  return Number(rows[0]?.number);
}

/** The same from a database that answers in the same breath; null where it has to be waited for. It throws what the database does. */
export function publicVersionAtOnce(db: Connection): (() => number) | null {
  const read = directReadingOf(db);
  if (read === undefined) return null;
  return () => Number((read(statement, []) as readonly { readonly number: number }[])[0]?.number);
}
