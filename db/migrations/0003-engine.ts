// What the engine keeps: history, timers, outbox, the desk, counters. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const tables = [
  `create table history (
    seq integer primary key autoincrement,
    lifecycle text not null,
    record_id text not null,
    number integer not null,
    center_id text not null references center (id),
    event text not null,
    from_state text,
    to_state text not null,
    actor_id text,
    actor_name text not null,
    role text not null,
    at text not null,
    input text not null,
    observed text not null,
    request_id text not null,
    machine_version integer not null,
    previous_hash text not null,
    hash text not null
  )`,
  `create table event_apart (
    history_seq integer not null primary key,
    "values" text not null
  )`,
  `create table timer (
    lifecycle text not null,
    record_id text not null,
    name text not null,
    event_type text not null,
    due_at text not null,
    try_at text not null,
    primary key (lifecycle, record_id, name)
  )`,
  `create table outbox (
    id text not null primary key,
    kind text not null,
    payload text not null,
    created_at text not null,
    try_at text not null,
    tries integer not null,
    delivered_at text,
    failure text
  )`,
  `create table notification (
    id text not null primary key,
    person_id text not null references person (id),
    lifecycle text not null,
    record_id text not null,
    event text not null,
    actor_name text not null,
    organization_name text not null,
    at text not null,
    read_at text
  )`,
  `create table assignment (
    lifecycle text not null,
    record_id text not null,
    role text not null,
    person_id text not null,
    primary key (lifecycle, record_id, role, person_id)
  )`,
  `create table wait (
    lifecycle text not null,
    record_id text not null,
    role text not null,
    person_id text not null,
    center_id text not null references center (id),
    organization_id text not null references organization (id),
    organization_name text not null,
    event text not null,
    state text not null,
    since text not null,
    due_at text,
    primary key (lifecycle, record_id, role, person_id, event)
  )`,
  `create table idempotency (
    person_id text not null,
    key text not null,
    body_hash text not null,
    answer text not null,
    created_at text not null,
    primary key (person_id, key)
  )`,
  `create table sequence (
    name text not null primary key,
    last integer not null
  )`,
  `create table counter (
    center_id text not null references center (id),
    lifecycle text not null,
    state text not null,
    count integer not null,
    primary key (center_id, lifecycle, state)
  )`,
  `create table checkpoint (
    id text not null primary key,
    at text not null,
    last_seq integer not null,
    records integer not null,
    digest text not null
  )`,
];

const indexes = [
  "create index outbox_unsent on outbox (created_at, id) where (delivered_at is null or failure = 'mail.never')",
  'create unique index history_record on history (lifecycle, record_id, number)',
  'create index history_center on history (center_id, seq)',
  'create index history_actor on history (actor_id, seq)',
  'create index timer_due on timer (try_at)',
  'create index outbox_open on outbox (try_at) where delivered_at is null',
  'create index notification_person on notification (person_id, id)',
  'create index notification_unread on notification (person_id, read_at)',
  'create index assignment_person on assignment (person_id, lifecycle, record_id)',
  'create index wait_center on wait (center_id, role, due_at)',
  'create index wait_organization on wait (organization_id, role, due_at)',
  'create index wait_person on wait (person_id, due_at)',
  'create index idempotency_age on idempotency (created_at)',
];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const table of tables) {
    const statement =
      dialect === 'sqlite'
        ? `${table} strict`
        : table
            .replaceAll(
              'integer primary key autoincrement',
              'bigint generated always as identity primary key',
            )
            .replaceAll(/\binteger\b/g, 'bigint');
    await sql.raw(statement).execute(db);
  }
  for (const index of indexes) await sql.raw(index).execute(db);
  // The history and the daily checkpoints are written once. With recursive_triggers on, REPLACE cannot pass either.
  if (dialect === 'sqlite') {
    for (const table of ['history', 'checkpoint']) {
      for (const verb of ['update', 'delete']) {
        await sql
          .raw(
            `create trigger ${table}_no_${verb} before ${verb} on ${table} begin select raise(abort, '${table} is append-only'); end`,
          )
          .execute(db);
      }
    }
  } else {
    await sql
      .raw(
        `create function append_only() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name; end $$`,
      )
      .execute(db);
    for (const table of ['history', 'checkpoint']) {
      await sql
        .raw(
          `create trigger ${table}_append_only before update or delete on ${table} for each row execute function append_only()`,
        )
        .execute(db);
    }
  }
}
