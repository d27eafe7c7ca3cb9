// What the lifecycles move, one table each with the same columns, and what belongs to them. Frozen: a later change is a later migration.
import { type Kysely, sql } from 'kysely';

type Dialect = 'sqlite' | 'postgres';

const tables = [
  `create table application (
    id text not null primary key,
    center_id text not null references center (id),
    organization_id text not null references organization (id),
    organization_name text not null,
    parent_id text,
    kind text,
    number text,
    state text not null
    check (state in ('draft', 'submitted', 'screening', 'supplement_requested', 'panel_pending', 'in_review', 'decision_pending', 'waitlisted', 'public_notice', 'objection_open', 'agreement_pending', 'admitted', 'rejected', 'withdrawn', 'lapsed')),
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
  )`,
  `create table incubation (
    id text not null primary key,
    center_id text not null references center (id),
    organization_id text not null references organization (id),
    organization_name text not null,
    parent_id text,
    kind text,
    number text,
    state text not null
    check (state in ('onboarding', 'active', 'paused', 'rectifying', 'midterm_due', 'final_due', 'extension_review', 'graduation_pending', 'exit_notice', 'exit_appeal', 'graduated', 'terminated', 'exited')),
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
  )`,
  `create table evaluation (
    id text not null primary key,
    center_id text not null references center (id),
    organization_id text not null references organization (id),
    organization_name text not null,
    parent_id text,
    kind text,
    number text,
    state text not null
    check (state in ('planned', 'announced', 'self_assessing', 'material_check', 'onsite', 'scoring', 'moderating', 'result_notice', 'appealed', 'confirmed', 'non_participation', 'cancelled')),
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
  )`,
  `create table graduation (
    id text not null primary key,
    center_id text not null references center (id),
    organization_id text not null references organization (id),
    organization_name text not null,
    parent_id text,
    kind text,
    number text,
    state text not null
    check (state in ('candidate', 'applied', 'verifying', 'approving', 'public_notice', 'objection_open', 'handover', 'certified', 'closed', 'refused', 'revoked')),
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
  )`,
  `create table progress_report (
    id text not null primary key,
    center_id text not null references center (id),
    organization_id text not null references organization (id),
    organization_name text not null,
    parent_id text,
    kind text,
    number text,
    state text not null
    check (state in ('scheduled', 'open', 'draft', 'submitted', 'returned', 'overdue', 'accepted', 'waived')),
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
  )`,
  `create table application_section (
    application_id text not null references application (id),
    section text not null,
    "values" text not null,
    complete integer not null,
    version integer not null,
    saved_at text not null,
    saved_by text not null,
    primary key (application_id, section)
  )`,
  `create table snapshot (
    id text not null primary key,
    application_id text not null references application (id),
    number integer not null,
    content text not null,
    hash text not null,
    taken_at text not null
  )`,
  `create table document (
    id text not null primary key,
    center_id text not null references center (id),
    lifecycle text not null,
    record_id text not null,
    slot text not null,
    name text not null,
    mime text not null,
    size integer not null,
    sha256 text not null,
    uploaded_by text,
    uploaded_at text not null,
    removed_at text
  )`,
  `create table rubric (
    id text not null primary key,
    center_id text not null references center (id),
    rubric text not null,
    version integer not null,
    content text not null,
    published_at text,
    edited_at text not null
  )`,
  `create table notice (
    id text not null primary key,
    center_id text not null references center (id),
    lifecycle text not null,
    record_id text not null,
    number text not null,
    organization_name text not null,
    content text not null,
    published_at text not null,
    ends_at text,
    outcome text
  )`,
  `create table certificate (
    number text not null primary key,
    center_id text not null references center (id),
    graduation_id text not null references graduation (id),
    organization_name text not null,
    issued_on text not null,
    revoked_on text,
    revoked_for text
  )`,
  `create table import_run (
    id text not null primary key,
    center_id text not null references center (id),
    person_id text references person (id),
    file_name text not null,
    good integer not null,
    bad integer not null,
    created_at text not null
  )`,
];

const indexes = [
  "create index application_due on application (center_id, coalesce(due_at, '9999'), id)",
  'create index application_score on application (center_id, coalesce(score, -1), id)',
  "create index incubation_due on incubation (center_id, coalesce(due_at, '9999'), id)",
  'create index incubation_score on incubation (center_id, coalesce(score, -1), id)',
  "create index evaluation_due on evaluation (center_id, coalesce(due_at, '9999'), id)",
  'create index evaluation_score on evaluation (center_id, coalesce(score, -1), id)',
  "create index graduation_due on graduation (center_id, coalesce(due_at, '9999'), id)",
  'create index graduation_score on graduation (center_id, coalesce(score, -1), id)',
  "create index progress_report_due on progress_report (center_id, coalesce(due_at, '9999'), id)",
  'create index progress_report_score on progress_report (center_id, coalesce(score, -1), id)',
  'create index application_center on application (center_id, id)',
  'create index application_state on application (center_id, state, id)',
  'create index application_organization on application (organization_id, id)',
  'create index application_parent on application (parent_id, score, id)',
  'create index application_responsible on application (responsible_id, id)',
  "create unique index application_one_live on application (organization_id) where state not in ('admitted', 'rejected', 'withdrawn', 'lapsed')",
  'create unique index application_number on application (center_id, number) where number is not null',
  'create index incubation_center on incubation (center_id, id)',
  'create index incubation_state on incubation (center_id, state, id)',
  'create index incubation_organization on incubation (organization_id, id)',
  'create index incubation_parent on incubation (parent_id, score, id)',
  'create index incubation_responsible on incubation (responsible_id, id)',
  "create unique index incubation_one_live on incubation (organization_id) where state not in ('graduated', 'terminated', 'exited')",
  'create index evaluation_center on evaluation (center_id, id)',
  'create index evaluation_state on evaluation (center_id, state, id)',
  'create index evaluation_organization on evaluation (organization_id, id)',
  'create index evaluation_parent on evaluation (parent_id, score, id)',
  'create index evaluation_responsible on evaluation (responsible_id, id)',
  'create index graduation_center on graduation (center_id, id)',
  'create index graduation_state on graduation (center_id, state, id)',
  'create index graduation_organization on graduation (organization_id, id)',
  'create index graduation_parent on graduation (parent_id, score, id)',
  'create index graduation_responsible on graduation (responsible_id, id)',
  'create index progress_report_center on progress_report (center_id, id)',
  'create index progress_report_state on progress_report (center_id, state, id)',
  'create index progress_report_organization on progress_report (organization_id, id)',
  'create index progress_report_parent on progress_report (parent_id, score, id)',
  'create index progress_report_responsible on progress_report (responsible_id, id)',
  'create unique index snapshot_number on snapshot (application_id, number)',
  'create index document_record on document (lifecycle, record_id)',
  'create index document_content on document (sha256)',
  'create unique index rubric_version on rubric (center_id, rubric, version)',
  'create index notice_public on notice (published_at desc, id desc)',
  'create unique index notice_record on notice (lifecycle, record_id)',
  'create index notice_center on notice (center_id, published_at desc)',
  'create unique index certificate_graduation on certificate (graduation_id)',
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
