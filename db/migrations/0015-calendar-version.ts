// Which version of a center's calendar stands in the database: a text that is drawn anew with each change, in the transaction of the change. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const ofTheCalendar = ['calendar_day', 'calendar_year'];

// Drawn, not counted: a number that was undone would come again for another calendar.
const drawn = { sqlite: 'lower(hex(randomblob(16)))', postgres: 'gen_random_uuid()::text' } as const;

const renewed = (center: string, dialect: Dialect) =>
  `insert into calendar_version (center_id, version) values (${center}, ${drawn[dialect]})
    on conflict (center_id) do update set version = excluded.version`;

const sqlite = ofTheCalendar.flatMap((table) =>
  ['insert', 'update', 'delete'].map(
    (verb) =>
      `create trigger ${table}_${verb}_renews after ${verb} on ${table}
        begin ${renewed(`${verb === 'delete' ? 'old' : 'new'}.center_id`, 'sqlite')}; end`,
  ),
);

const postgres = [
  `create function renew_calendar_version() returns trigger language plpgsql as $$ begin
    ${renewed('coalesce(new.center_id, old.center_id)', 'postgres')};
    return null;
  end $$`,
  `create function forget_calendar_versions() returns trigger language plpgsql as $$ begin
    delete from calendar_version;
    return null;
  end $$`,
  ...ofTheCalendar.flatMap((table) => [
    `create trigger ${table}_renews after insert or update or delete on ${table}
      for each row execute function renew_calendar_version()`,
    `create trigger ${table}_forgets after truncate on ${table}
      for each statement execute function forget_calendar_versions()`,
  ]),
];

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const statements = [
    `create table calendar_version (
      center_id text not null primary key,
      version text not null
    )${dialect === 'sqlite' ? ' strict' : ''}`,
    `insert into calendar_version (center_id, version) select id, ${drawn[dialect]} from center`,
    ...(dialect === 'sqlite' ? sqlite : postgres),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
