/** The rows of each table, as the database holds them: text, whole numbers, JSON as text, instants as ISO text, 0/1 for yes and no. */

/** What every record that a lifecycle moves has in common. One table a lifecycle, the same columns in each. */
export interface RecordTable {
  id: string;
  center_id: string;
  organization_id: string;
  /** Kept equal to the organization's name, so that lists need no join. */
  organization_name: string;
  /** application → call; incubation → application (or null); the others → incubation. */
  parent_id: string | null;
  /** application: track; evaluation: midterm, final, special; progress report: quarterly …; else null. */
  kind: string | null;
  number: string | null;
  state: string;
  state_since: string;
  /** Grows with each change; two tabs never overwrite each other. */
  version: number;
  machine_version: number;
  /** The machine's context as JSON. Only the engine writes it. */
  facts: string;
  /** The next deadline, ISO instant. */
  due_at: string | null;
  late: number;
  /** Hundredths of a point. */
  score: number | null;
  responsible_id: string | null;
  created_at: string;
  updated_at: string;
}

export interface CenterTable {
  id: string;
  name: string;
  name_en: string;
  /** Division code (GB/T 2260 with street and community digits). */
  region_code: string;
  address: string;
  phone: string;
  introduction: string;
  introduction_en: string;
  version: number;
}

export interface ProgramTable {
  id: string;
  center_id: string;
  name: string;
  settings: string;
  version: number;
  created_at: string;
}

export interface CallTable {
  id: string;
  center_id: string;
  program_id: string;
  title: string;
  summary: string;
  opens_at: string;
  /** null: rolling intake. */
  closes_at: string | null;
  quota: number | null;
  published_at: string | null;
  version: number;
  created_at: string;
}

export interface PersonTable {
  id: string;
  email: string;
  name: string;
  phone: string | null;
  password_hash: string | null;
  locale: string | null;
  email_verified_at: string | null;
  disabled_at: string | null;
  password_changed_at: string | null;
  created_at: string;
  version: number;
  /** The last day (ISO) on which the account may be used; null: without end. */
  expires_on: string | null;
  signed_in_at: string | null;
}

export interface MembershipTable {
  id: string;
  person_id: string;
  role: string;
  scope: string;
  scope_id: string;
  delegate: number;
  created_at: string;
  ended_at: string | null;
}

export interface SessionTable {
  /** SHA-256 of the cookie's token. */
  id: string;
  person_id: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
  agent: string;
  address: string | null;
  /** 1 when the second factor was asked and given. */
  second_factor: number;
  /** Set when it was found past its end, so that it does not revive when a clock is set back. */
  ended_at: string | null;
  /** `idle` or `age`. */
  ended_for: string | null;
}

/** The second factor of a person (TOTP). */
export interface SecondFactorTable {
  person_id: string;
  /** Sealed with a key from the installation's secret. */
  secret: string;
  /** The last step of half a minute whose code was used: each code counts once. */
  last_step: number;
  created_at: string;
}

/** A code on paper that stands in for the second factor, once. */
export interface RecoveryCodeTable {
  /** SHA-256 of its 120 random bits. */
  id: string;
  person_id: string;
  created_at: string;
  used_at: string | null;
}

/** Somebody who knew the password and has not yet done what comes before a session. */
export interface PendingSignInTable {
  /** SHA-256 of the token in its own short-lived cookie. */
  id: string;
  person_id: string;
  created_at: string;
  expires_at: string;
  address: string;
  agent: string;
  failures: number;
  second_factor_at: string | null;
}

/** Passwords of before, where the policy forbids to take them again. */
export interface PastPasswordTable {
  person_id: string;
  replaced_at: string;
  hash: string;
}

export interface LinkTable {
  /** SHA-256 of the token in the link. */
  id: string;
  purpose: string;
  person_id: string | null;
  payload: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface OrganizationTable {
  id: string;
  center_id: string;
  name: string;
  registration_type: string;
  uscc: string | null;
  /** A pilot code that fails the sums, accepted with the certificate inspected: the reason. */
  uscc_inspected: string | null;
  record_no: string | null;
  stage: string | null;
  community_kind: string | null;
  fields: string;
  division_code: string | null;
  community: string | null;
  founded_on: string | null;
  address: string | null;
  scope: string | null;
  person_name: string | null;
  phone: string | null;
  email: string | null;
  party_status: string | null;
  credit_flag: string;
  rating: string | null;
  staff_full_time: number | null;
  social_workers: number | null;
  volunteers: number | null;
  barred_until: string | null;
  /** applicant, incubated, graduated, exited, registered (only on the register). */
  standing: string;
  listed: number;
  joined_on: string | null;
  created_at: string;
  updated_at: string;
  version: number;
}

export interface ApplicationSectionTable {
  application_id: string;
  section: string;
  values: string;
  complete: number;
  version: number;
  saved_at: string;
  saved_by: string;
}

export interface SnapshotTable {
  id: string;
  application_id: string;
  number: number;
  content: string;
  hash: string;
  taken_at: string;
}

export interface DocumentTable {
  id: string;
  center_id: string;
  lifecycle: string;
  record_id: string;
  /** What it is for: the question of the form that it answers. */
  slot: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  uploaded_by: string | null;
  uploaded_at: string;
  removed_at: string | null;
}

export interface HistoryTable {
  seq: number;
  lifecycle: string;
  record_id: string;
  /** 1, 2, 3 … within the record. */
  number: number;
  center_id: string;
  event: string;
  from_state: string | null;
  to_state: string;
  actor_id: string | null;
  actor_name: string;
  role: string;
  at: string;
  input: string;
  observed: string;
  request_id: string;
  machine_version: number;
  previous_hash: string;
  hash: string;
  /** SHA-256 of the record's facts after the event; null on events older than that rule. */
  facts_hash: string | null;
}

/** Words and contacts of private people that an event carried; erasable, unlike the history. */
export interface EventApartTable {
  history_seq: number;
  values: string;
}

export interface TimerTable {
  lifecycle: string;
  record_id: string;
  name: string;
  event_type: string;
  due_at: string;
  /** When to try next: the due time, or later when its guard refused. */
  try_at: string;
}

export interface OutboxTable {
  id: string;
  kind: string;
  payload: string;
  created_at: string;
  try_at: string;
  tries: number;
  delivered_at: string | null;
  failure: string | null;
}

export interface NotificationTable {
  id: string;
  person_id: string;
  lifecycle: string;
  record_id: string;
  event: string;
  actor_name: string;
  organization_name: string;
  at: string;
  read_at: string | null;
}

export interface AssignmentTable {
  lifecycle: string;
  record_id: string;
  role: string;
  person_id: string;
}

/** For whom each record waits: the desk. `person_id` is '' when it waits for everyone in the role. */
export interface WaitTable {
  lifecycle: string;
  record_id: string;
  role: string;
  person_id: string;
  center_id: string;
  organization_id: string;
  organization_name: string;
  event: string;
  state: string;
  since: string;
  due_at: string | null;
}

export interface IdempotencyTable {
  person_id: string;
  key: string;
  body_hash: string;
  answer: string;
  created_at: string;
}

export interface RubricTable {
  id: string;
  center_id: string;
  rubric: string;
  version: number;
  content: string;
  published_at: string | null;
  edited_at: string;
}

export interface CalendarDayTable {
  center_id: string;
  date: string;
  is_working_day: number;
  note: string;
}

export interface CalendarYearTable {
  center_id: string;
  year: number;
}

export interface SeatTable {
  id: string;
  center_id: string;
  code: string;
  room: string;
  status: string;
  organization_id: string | null;
  version: number;
}

export interface NoticeTable {
  id: string;
  center_id: string;
  lifecycle: string;
  record_id: string;
  number: string;
  organization_name: string;
  /** What may be public, masked already, as JSON. */
  content: string;
  published_at: string;
  ends_at: string | null;
  outcome: string | null;
}

export interface CertificateTable {
  number: string;
  center_id: string;
  graduation_id: string;
  organization_name: string;
  issued_on: string;
  revoked_on: string | null;
  revoked_for: string | null;
}

export interface SequenceTable {
  name: string;
  last: number;
}

/** Counts kept in the transaction that changes them. */
export interface CounterTable {
  center_id: string;
  lifecycle: string;
  state: string;
  count: number;
}

export interface SecurityEventTable {
  id: string;
  at: string;
  kind: string;
  person_id: string | null;
  address: string;
  detail: string;
  /** Digest of the e-mail address that was tried, whether it has an account or not. */
  account: string | null;
  /** What the address is counted as, where that is not the address itself: an IPv6 network. */
  network: string | null;
}

/** Requests of an address or a session through one kind of door, since the window began. */
export interface RequestCountTable {
  door: string;
  /** A digest: neither addresses nor sessions are written down for counting. */
  who: string;
  since: string;
  count: number;
}

export interface ConflictTable {
  person_id: string;
  organization_id: string;
  relation: string;
  declared_at: string;
}

export interface InstanceTable {
  name: string;
  value: string;
}

export interface MigrationTable {
  name: string;
  applied_at: string;
}

export interface CheckpointTable {
  id: string;
  at: string;
  last_seq: number;
  records: number;
  digest: string;
}

/** What purging removed in one run of a kind. */
export interface PurgeRunTable {
  id: string;
  at: string;
  kind: string;
  removed: number;
}

/** A record whose personal data are gone; the record and its history stay. */
export interface PurgedRecordTable {
  lifecycle: string;
  record_id: string;
  at: string;
}

export interface ImportRunTable {
  id: string;
  center_id: string;
  person_id: string | null;
  file_name: string;
  good: number;
  bad: number;
  created_at: string;
}

/** A form that was not sent yet. `browser` is '' where it saved itself, else the digest of the browser that sent it after its session had ended. */
export interface FormDraftTable {
  person_id: string;
  /** The address that the form is sent to. */
  place: string;
  browser: string;
  /** What stood in the inputs, as pairs of name and text or texts, JSON. */
  values: string;
  /** Characters of `values`. */
  size: number;
  saved_at: string;
  expires_at: string;
}

/** How far a person has read a record: its version then, and at the end of the visit before. */
export interface SeenMarkTable {
  person_id: string;
  lifecycle: string;
  record_id: string;
  seen_version: number;
  since_version: number;
  at: string;
}

/** The filter of a list that a person gave a name. */
export interface SavedFilterTable {
  id: string;
  person_id: string;
  list: string;
  name: string;
  query: string;
  created_at: string;
}

/** Raised by the database with each write that a public page may show; on PostgreSQL one row for each session. */
export interface PublicVersionTable {
  writer: number;
  number: number;
  /** The transaction that raised it last. */
  raised_in: number;
}

/** Drawn anew by the database with each change of a center's calendar. */
export interface CalendarVersionTable {
  center_id: string;
  version: string;
}

export interface Database {
  center: CenterTable;
  program: ProgramTable;
  call: CallTable;
  person: PersonTable;
  membership: MembershipTable;
  session: SessionTable;
  link: LinkTable;
  organization: OrganizationTable;
  application: RecordTable;
  incubation: RecordTable;
  evaluation: RecordTable;
  graduation: RecordTable;
  progress_report: RecordTable;
  application_section: ApplicationSectionTable;
  snapshot: SnapshotTable;
  document: DocumentTable;
  history: HistoryTable;
  event_apart: EventApartTable;
  timer: TimerTable;
  outbox: OutboxTable;
  notification: NotificationTable;
  assignment: AssignmentTable;
  wait: WaitTable;
  idempotency: IdempotencyTable;
  rubric: RubricTable;
  calendar_day: CalendarDayTable;
  calendar_year: CalendarYearTable;
  seat: SeatTable;
  notice: NoticeTable;
  certificate: CertificateTable;
  sequence: SequenceTable;
  counter: CounterTable;
  security_event: SecurityEventTable;
  request_count: RequestCountTable;
  second_factor: SecondFactorTable;
  recovery_code: RecoveryCodeTable;
  pending_sign_in: PendingSignInTable;
  past_password: PastPasswordTable;
  conflict: ConflictTable;
  instance: InstanceTable;
  migration: MigrationTable;
  checkpoint: CheckpointTable;
  purge_run: PurgeRunTable;
  purged_record: PurgedRecordTable;
  import_run: ImportRunTable;
  form_draft: FormDraftTable;
  seen_mark: SeenMarkTable;
  saved_filter: SavedFilterTable;
  public_version: PublicVersionTable;
  calendar_version: CalendarVersionTable;
}
