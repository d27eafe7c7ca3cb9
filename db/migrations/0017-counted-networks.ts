// Whoever has one IPv6 address has the other addresses of its network too: what is noted from them is counted together. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

const statements = [
  'alter table security_event add column network text',
  'drop index security_event_address',
  'create index security_event_network on security_event ((coalesce(network, address)), kind, at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
