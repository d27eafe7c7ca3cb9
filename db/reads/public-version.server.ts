import { sql } from 'kysely';
import type { Connection } from '../connection.server.ts';
import { hotQuery } from './hot-query.server.ts';

const sum = hotQuery((db, _values: Readonly<Record<string, never>>) =>
  db.selectFrom('public_version').select(sql<number>`coalesce(sum(number), 0)`.as('number')),
);

/**
 * A number that is another one once something was written that a public page may show. It is raised by the database
 * in the transaction that writes, whichever process does (migration 0012).
 */
export async function publicVersion(db: Connection): Promise<number> {
  const [row] = await sum(db, {});
  return Number(row?.number);
}
