// A number that grows with each write that a public page may show, in the write's own transaction; and the desk's order
// as an index. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const shown = [
  'center',
  'program',
  'call',
  'calendar_day',
  'calendar_year',
  'organization',
  'application',
  'incubation',
  'evaluation',
  'graduation',
  'notice',
  'certificate',
  'counter',
];

// On PostgreSQL each session raises a row of its own, once a transaction: writers never wait for one another here.
const postgres = [
  `create function raise_public_version() returns trigger language plpgsql as $$ begin
    insert into public_version (writer, number, raised_in) values (pg_backend_pid(), 1, txid_current())
      on conflict (writer) do update
        set number = public_version.number + 1, raised_in = excluded.raised_in
        where public_version.raised_in <> excluded.raised_in;
    return null;
  end $$`,
  ...shown.map(
    (table) =>
      `create trigger ${table}_is_public after insert or update or delete or truncate on "${table}"
        for each statement execute function raise_public_version()`,
  ),
];

const sqlite = [
  'insert into public_version (writer, number, raised_in) values (0, 0, 0)',
  ...shown.flatMap((table) =>
    ['insert', 'update', 'delete'].map(
      (verb) =>
        `create trigger ${table}_${verb}_is_public after ${verb} on "${table}"
          begin update public_version set number = number + 1 where writer = 0; end`,
    ),
  ),
];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const whole = dialect === 'sqlite' ? 'integer' : 'bigint';
  const statements = [
    `create table public_version (
      writer ${whole} not null primary key,
      number ${whole} not null,
      raised_in ${whole} not null
    )${dialect === 'sqlite' ? ' strict' : ''}`,
    ...(dialect === 'sqlite' ? sqlite : postgres),
    "create index wait_urgent on wait (center_id, role, person_id, coalesce(due_at, '9999'), since)",
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
