// What purging looks for, and what it did. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const tables = [
  `create table purge_run (
    id text not null primary key,
    at text not null,
    kind text not null,
    removed integer not null
  )`,
  `create table purged_record (
    lifecycle text not null,
    record_id text not null,
    at text not null,
    primary key (lifecycle, record_id)
  )`,
];

const indexes = [
  // applications that came to nothing, by when they did
  "create index application_ended on application (state_since, id) where state in ('rejected', 'withdrawn', 'lapsed')",
  'create index outbox_delivered on outbox (delivered_at) where delivered_at is not null',
];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const table of tables) {
    const statement = dialect === 'sqlite' ? `${table} strict` : table.replaceAll(/\binteger\b/g, 'bigint');
    await sql.raw(statement).execute(db);
  }
  for (const index of indexes) await sql.raw(index).execute(db);
}
