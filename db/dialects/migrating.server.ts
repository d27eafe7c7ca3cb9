import { sql } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import { dialectOf } from './dialect-of.server.ts';

/**
 * Keeps other processes from migrating until the transaction ends; its first statement. SQLite's write lock does so
 * anyway. A new index on a large table may take its time.
 */
export async function holdMigrations(trx: OpenTransaction): Promise<void> {
  if (dialectOf(trx) === 'sqlite') return;
  await sql`set local statement_timeout = 0`.execute(trx);
  await sql`set local lock_timeout = 0`.execute(trx);
  // Neither of the above looks at data: what is seen is what is there once the lock is held.
  await sql`lock table migration in exclusive mode`.execute(trx);
}
