// The second factor, sign-ins under way, ends of sessions, expiry of accounts, and a security log that is only added to. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const columns = [
  'alter table person add column expires_on text',
  'alter table person add column signed_in_at text',
  'alter table session add column address text',
  'alter table session add column second_factor integer not null default 0',
  'alter table session add column ended_at text',
  'alter table session add column ended_for text',
  'alter table security_event add column account text',
];

const tables = [
  `create table second_factor (
    person_id text not null primary key references person (id),
    secret text not null,
    last_step integer not null,
    created_at text not null
  )`,
  `create table recovery_code (
    id text not null primary key,
    person_id text not null references person (id),
    created_at text not null,
    used_at text
  )`,
  `create table pending_sign_in (
    id text not null primary key,
    person_id text not null references person (id),
    created_at text not null,
    expires_at text not null,
    address text not null,
    agent text not null,
    failures integer not null,
    second_factor_at text
  )`,
  `create table past_password (
    person_id text not null references person (id),
    replaced_at text not null,
    hash text not null,
    primary key (person_id, replaced_at)
  )`,
];

const indexes = [
  'create index recovery_code_person on recovery_code (person_id)',
  'create index pending_sign_in_person on pending_sign_in (person_id)',
  'create index security_event_person on security_event (person_id, id)',
  'create index security_event_kind_id on security_event (kind, id)',
  'create index security_event_account on security_event (account, kind, at) where account is not null',
];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const whole = (statement: string) =>
    dialect === 'sqlite' ? statement : statement.replaceAll(/\binteger\b/g, 'bigint');
  for (const column of columns) await sql.raw(whole(column)).execute(db);
  for (const table of tables)
    await sql.raw(dialect === 'sqlite' ? `${table} strict` : whole(table)).execute(db);
  for (const index of indexes) await sql.raw(index).execute(db);
  await sql
    .raw(
      `update person set signed_in_at =
        (select max(e.at) from security_event e where e.kind = 'sign_in' and e.person_id = person.id)`,
    )
    .execute(db);
  // a demo that is there already goes on without a second factor
  await sql
    .raw(
      `insert into instance (name, value)
        select 'security', '{"secondFactor":false}' from instance where name = 'demo'`,
    )
    .execute(db);
  if (dialect === 'sqlite') {
    for (const verb of ['update', 'delete'])
      await sql
        .raw(
          `create trigger security_event_no_${verb} before ${verb} on security_event begin select raise(abort, 'security_event is append-only'); end`,
        )
        .execute(db);
  } else
    await sql
      .raw(
        'create trigger security_event_append_only before update or delete on security_event for each row execute function append_only()',
      )
      .execute(db);
}
