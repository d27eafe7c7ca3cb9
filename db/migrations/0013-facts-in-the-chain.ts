// Each event says what the record knew after it, as a hash that the chain covers: facts that are changed past the engine show. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Events from before this migration have none, and their hashes are those they had.
  await sql`alter table history add column facts_hash text`.execute(db);
}
