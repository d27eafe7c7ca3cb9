// Who there is and where: centers, programs, calls, people and what they may be, organizations, seats, working days. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const tables = [
  `create table center (
    id text not null primary key,
    name text not null,
    name_en text not null,
    region_code text not null,
    address text not null,
    phone text not null,
    introduction text not null,
    introduction_en text not null,
    version integer not null
  )`,
  `create table program (
    id text not null primary key,
    center_id text not null references center (id),
    name text not null,
    settings text not null,
    version integer not null,
    created_at text not null
  )`,
  `create table call (
    id text not null primary key,
    center_id text not null references center (id),
    program_id text not null references program (id),
    title text not null,
    summary text not null,
    opens_at text not null,
    closes_at text,
    quota integer,
    published_at text,
    version integer not null,
    created_at text not null
  )`,
  `create table person (
    id text not null primary key,
    email text not null,
    name text not null,
    phone text,
    password_hash text,
    locale text,
    email_verified_at text,
    disabled_at text,
    password_changed_at text,
    created_at text not null,
    version integer not null
  )`,
  `create table membership (
    id text not null primary key,
    person_id text not null references person (id),
    role text not null,
    scope text not null,
    scope_id text not null,
    delegate integer not null,
    created_at text not null,
    ended_at text
  )`,
  `create table session (
    id text not null primary key,
    person_id text not null references person (id),
    created_at text not null,
    seen_at text not null,
    expires_at text not null,
    agent text not null
  )`,
  `create table link (
    id text not null primary key,
    purpose text not null,
    person_id text references person (id),
    payload text not null,
    created_at text not null,
    expires_at text not null,
    used_at text
  )`,
  `create table organization (
    id text not null primary key,
    center_id text not null references center (id),
    name text not null,
    registration_type text not null,
    uscc text,
    uscc_inspected text,
    record_no text,
    stage text,
    community_kind text,
    fields text not null,
    division_code text,
    community text,
    founded_on text,
    address text,
    scope text,
    person_name text,
    phone text,
    email text,
    party_status text,
    credit_flag text not null,
    rating text,
    staff_full_time integer,
    social_workers integer,
    volunteers integer,
    barred_until text,
    standing text not null,
    listed integer not null,
    joined_on text,
    created_at text not null,
    updated_at text not null,
    version integer not null
  )`,
  `create table conflict (
    person_id text not null references person (id),
    organization_id text not null references organization (id),
    relation text not null,
    declared_at text not null,
    primary key (person_id, organization_id, relation)
  )`,
  `create table seat (
    id text not null primary key,
    center_id text not null references center (id),
    code text not null,
    room text not null,
    status text not null,
    organization_id text references organization (id),
    version integer not null
  )`,
  `create table calendar_day (
    center_id text not null references center (id),
    date text not null,
    is_working_day integer not null,
    note text not null,
    primary key (center_id, date)
  )`,
  `create table calendar_year (
    center_id text not null references center (id),
    year integer not null,
    primary key (center_id, year)
  )`,
  `create table instance (
    name text not null primary key,
    value text not null
  )`,
  `create table security_event (
    id text not null primary key,
    at text not null,
    kind text not null,
    person_id text references person (id),
    address text not null,
    detail text not null
  )`,
];

const indexes = [
  'create index call_center on call (center_id, opens_at desc)',
  'create index call_public on call (published_at, opens_at desc) where published_at is not null',
  'create unique index person_email on person (email)',
  'create unique index membership_once on membership (person_id, role, scope, scope_id) where ended_at is null',
  'create index membership_scope on membership (scope, scope_id, role) where ended_at is null',
  'create index session_person on session (person_id)',
  'create index session_expiry on session (expires_at)',
  'create index link_expiry on link (expires_at)',
  'create unique index organization_code on organization (center_id, uscc) where uscc is not null',
  'create index organization_register on organization (center_id, id)',
  'create index organization_name on organization (center_id, name)',
  'create index organization_standing on organization (center_id, standing, id)',
  'create index organization_record on organization (center_id, record_no) where record_no is not null',
  'create index organization_directory on organization (listed, id) where listed = 1',
  'create unique index seat_code on seat (center_id, code)',
  'create unique index seat_one_organization on seat (organization_id) where organization_id is not null',
  'create index seat_status on seat (center_id, status)',
  'create index security_event_at on security_event (at)',
  'create index security_event_kind on security_event (kind, at)',
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
}
