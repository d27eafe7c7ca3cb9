// A report may be amended: three more states of a progress report. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const states =
  "'scheduled', 'open', 'draft', 'submitted', 'returned', 'overdue', 'amendment_asked', 'amending', 'accepted', 'waived', 'not_amended'";

export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') {
    await sql.raw('alter table progress_report drop constraint progress_report_state_check').execute(db);
    await sql
      .raw(
        `alter table progress_report add constraint progress_report_state_check check (state in (${states}))`,
      )
      .execute(db);
    return;
  }
  // SQLite changes a check by making the table anew: same columns in the same order, same indexes.
  const known = await sql<{
    sql: string;
  }>`select sql from sqlite_master where type = 'index' and tbl_name = 'progress_report' and sql is not null`.execute(
    db,
  );
  await sql
    .raw(`create table progress_report_next (
    id text not null primary key,
    center_id text not null references center (id),
    organization_id text not null references organization (id),
    organization_name text not null,
    parent_id text,
    kind text,
    number text,
    state text not null
    check (state in (${states})),
    state_since text not null,
    version integer not null,
    machine_version integer not null,
    facts text not null,
    due_at text,
    late integer not null,
    score integer,
    responsible_id text,
    created_at text not null,
    updated_at text not null
  ) strict`)
    .execute(db);
  for (const statement of [
    'insert into progress_report_next select * from progress_report',
    'drop table progress_report',
    'alter table progress_report_next rename to progress_report',
    ...known.rows.map((row) => row.sql),
  ])
    await sql.raw(statement).execute(db);
}
