// How often each address and session came through each kind of door of late. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const table = `create table request_count (
    door text not null,
    who text not null,
    since text not null,
    count integer not null,
    primary key (door, who)
  )`;

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const statement = dialect === 'sqlite' ? `${table} strict` : table.replaceAll(/\binteger\b/g, 'bigint');
  await sql.raw(statement).execute(db);
  await sql.raw('create index request_count_age on request_count (since)').execute(db);
  await sql.raw('create index security_event_address on security_event (address, kind, at)').execute(db);
}
