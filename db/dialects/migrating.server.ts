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

/**
 * Keeps other processes from making the table of migrations at the same time; before that there is nothing to lock, and
 * of two that find it missing one would fail. SQLite's write lock does so anyway.
 */
export async function holdFirstMigration(trx: OpenTransaction): Promise<void> {
  if (dialectOf(trx) === 'sqlite') return;
  await sql`select pg_advisory_xact_lock(hashtext('hatchery migrations'))`.execute(trx);
}
