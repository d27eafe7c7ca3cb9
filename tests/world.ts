import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { expect } from 'vitest';
import type { Values } from '#app/domain/forms/field.ts';
import type { RegistrationType } from '#app/domain/forms/application-form.ts';
import { trackOf } from '#app/domain/forms/application-form.ts';
import { beginApplication } from '#app/domain/lifecycles/application/begin.ts';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import type { Actor, GivenRole } from '#app/domain/policy/actor.ts';
import { type Settings, settingsWith } from '#app/domain/settings.ts';
import { type MovableClock, movableClock } from '#app/outside/clock.server.ts';
import { createCenter } from '#app/operations/admin/create-center.server.ts';
import { type Advanced, advance } from '#app/operations/advance.server.ts';
import { workAt } from '#app/operations/engine/begin-work.server.ts';
import { fireDueTimers } from '#app/operations/engine/fire-timers.server.ts';
import { begin } from '#app/operations/engine/move.server.ts';
import type { House } from '#app/operations/house.ts';
import type { Result } from '#app/domain/refusal.ts';
import { openStore, type Store } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { loadRecord, type LoadedRecord } from '#db/reads/records.server.ts';
import { indexOrganizationName } from '#db/writes/search.server.ts';

/** Monday morning in Xiangcheng: every story begins here unless it says otherwise. */
export const monday = '2026-03-02T01:00:00.000Z';
const hour = 3_600_000;
const day = 24 * hour;

/** The cast that every test knows. Reviewers and assessors come numbered. */
const cast: readonly (readonly [name: string, role: GivenRole])[] = [
  ['director', 'director'],
  ['manager', 'manager'],
  ['manager2', 'manager'],
  ...[1, 2, 3, 4, 5, 6].map((n) => [`reviewer${n}`, 'reviewer'] as const),
  ...[1, 2, 3, 4, 5, 6].map((n) => [`assessor${n}`, 'assessor'] as const),
  ['mentor', 'mentor'],
  ['supervisor', 'supervisor'],
  ['supervisor2', 'supervisor'],
  ['payer', 'payer'],
  ['party', 'party_committee'],
  ['community', 'community_worker'],
  ['admin', 'admin'],
  ['auditor', 'auditor'],
];

export interface World {
  readonly house: House;
  readonly store: Store;
  readonly clock: MovableClock;
  readonly centerId: string;
  readonly programId: string;
  readonly callId: string;
  readonly folder: string;
  /** The person of that name as an actor, with the memberships they hold now. */
  readonly as: (name: string) => Promise<Actor>;
  readonly idOf: (name: string) => string;
  /** A new person with a membership. */
  readonly person: (name: string, role: GivenRole, scope: 'center' | 'organization' | 'region' | 'instance', scopeId: string) => Promise<string>;
  readonly organization: (change?: Partial<NewOrganization>) => Promise<{ id: string; lead: string }>;
  /** A draft application of a new organization with everything filled in; its lead is `lead` plus a number. */
  readonly draft: (change?: Partial<NewOrganization> & { settings?: Partial<Settings> }) => Promise<{ id: string; organizationId: string; lead: string }>;
  /** A record that stands in a state already, for tests that begin in the middle. */
  readonly recordIn: (lifecycle: LifecycleName, state: string, context: RecordContext, organizationId: string, parentId?: string) => Promise<string>;
  readonly send: (who: string | Actor, lifecycle: LifecycleName, id: string, event: string, input?: Values) => Promise<Result<Advanced>>;
  /** Sends and expects it to be granted. */
  readonly must: (who: string | Actor, lifecycle: LifecycleName, id: string, event: string, input?: Values) => Promise<void>;
  readonly record: (lifecycle: LifecycleName, id: string) => Promise<LoadedRecord>;
  readonly stateOf: (lifecycle: LifecycleName, id: string) => Promise<string>;
  /** Moves the clock and lets every timer that came due fire. */
  readonly pass: (time: { readonly days?: number; readonly hours?: number }) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface NewOrganization {
  readonly name: string;
  readonly type: RegistrationType;
  readonly uscc: string | null;
}

const prepared = new Map<string, { file: string; centerId: string; programId: string; callId: string; people: Map<string, string> }>();

/** A center with its cast, a program and an open call, prepared once per test process and copied for each test. */
export async function openWorld(): Promise<World> {
  const template = prepared.get('base') ?? (await prepare());
  prepared.set('base', template);
  const folder = mkdtempSync(join(tmpdir(), 'hatchery-test-'));
  copyFileSync(template.file, join(folder, 'hatchery.db'));
  const store = openStore({ file: join(folder, 'hatchery.db') });
  const clock = movableClock(monday);
  const house: House = { store, clock };
  const people = new Map(template.people);
  let serial = 0;

  const idOf = (name: string): string => {
    const id = people.get(name);
    if (id === undefined) throw new Error(`Nobody is called ${name}`);
    return id;
  };
  const as = async (name: string): Promise<Actor> => ({
    personId: idOf(name),
    name,
    memberships: await membershipsOf(store.read, idOf(name)),
  });
  const person: World['person'] = async (name, role, scope, scopeId) => {
    const id = people.get(name) ?? (await insertPerson(store, name));
    people.set(name, id);
    await insertMembership(store, id, role, scope, scopeId);
    return id;
  };
  const organization: World['organization'] = async (change = {}) => {
    serial += 1;
    const id = ulid(Date.parse(clock.now()) + serial);
    const type = change.type ?? 'recorded';
    await store.write(async (trx) => {
      await trx
        .insertInto('organization')
        .values({
          ...emptyOrganization,
          id,
          center_id: template.centerId,
          name: change.name ?? `襄城县城关街道文昌社区第${serial}志愿服务队`,
          registration_type: type,
          uscc: change.uscc ?? null,
          record_no: type === 'recorded' ? `备${serial}` : null,
          created_at: clock.now(),
          updated_at: clock.now(),
        })
        .execute();
      await indexOrganizationName(trx, id, change.name ?? `襄城县城关街道文昌社区第${serial}志愿服务队`);
    });
    const lead = `lead${serial}`;
    await person(lead, 'lead', 'organization', id);
    return { id, lead };
  };
  const recordIn: World['recordIn'] = async (lifecycle, state, context, organizationId, parentId) =>
    store.write(async (trx) => {
      const found = await trx.selectFrom('organization').select('name').where('id', '=', organizationId).executeTakeFirstOrThrow();
      return begin(workAt(trx, clock.now(), { personId: null, name: '', memberships: [], automatic: 'system' }, 'test'), {
        lifecycle,
        centerId: template.centerId,
        organization: { id: organizationId, name: found.name },
        parentId: parentId ?? null,
        context,
        state,
      });
    });
  const draft: World['draft'] = async (change = {}) => {
    const { settings, ...rest } = change;
    const made = await organization(rest);
    const id = await recordIn(
      'application',
      'draft',
      beginApplication({
        at: clock.now(),
        settings: settingsWith(settings),
        track: trackOf(rest.type ?? 'recorded'),
        callId: template.callId,
        closesAt: '2026-12-31T16:00:00.000Z',
      }),
      made.id,
      template.callId,
    );
    await fillApplication(store, id, rest.type ?? 'recorded', clock.now(), idOf(made.lead));
    return { id, organizationId: made.id, lead: made.lead };
  };
  const send: World['send'] = async (who, lifecycle, id, event, input = {}) =>
    advance(house, { lifecycle, id, event, input, actor: typeof who === 'string' ? await as(who) : who, requestId: 'test' });
  const record: World['record'] = async (lifecycle, id) => {
    const found = await loadRecord(store.read, lifecycle, id);
    if (found === undefined) throw new Error(`There is no ${lifecycle} ${id}`);
    return found;
  };
  return {
    house,
    store,
    clock,
    centerId: template.centerId,
    programId: template.programId,
    callId: template.callId,
    folder,
    as,
    idOf,
    person,
    organization,
    draft,
    recordIn,
    send,
    must: async (who, lifecycle, id, event, input) => {
      const result = await send(who, lifecycle, id, event, input);
      expect(result.ok ? [] : result.refusals, `${event} by ${typeof who === 'string' ? who : who.name}`).toEqual([]);
      clock.advance(60_000);
    },
    record,
    stateOf: async (lifecycle, id) => (await record(lifecycle, id)).row.state,
    pass: async ({ days = 0, hours = 0 }) => {
      clock.advance(days * day + hours * hour);
      await fireDueTimers(house);
    },
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const emptyOrganization = {
  uscc_inspected: null,
  stage: 'seedling',
  community_kind: 'public_benefit',
  fields: '["elderly"]',
  division_code: '411025001',
  community: '文昌社区',
  founded_on: '2024-01-01',
  address: null,
  scope: null,
  person_name: '张三',
  phone: '13800001234',
  email: null,
  party_status: 'joint',
  credit_flag: 'normal',
  rating: null,
  staff_full_time: 3,
  social_workers: 1,
  volunteers: 20,
  barred_until: null,
  standing: 'applicant',
  listed: 0,
  joined_on: null,
  version: 1,
};

async function insertPerson(store: Store, name: string): Promise<string> {
  const id = ulid();
  await store.write((trx) =>
    trx
      .insertInto('person')
      .values({
        id,
        email: `${name}@test.example`,
        name,
        phone: null,
        password_hash: null,
        locale: null,
        email_verified_at: monday,
        disabled_at: null,
        password_changed_at: null,
        created_at: monday,
        version: 1,
      })
      .execute(),
  );
  return id;
}

async function insertMembership(store: Store, personId: string, role: GivenRole, scope: string, scopeId: string): Promise<void> {
  await store.write((trx) =>
    trx
      .insertInto('membership')
      .values({ id: ulid(), person_id: personId, role, scope, scope_id: scopeId, delegate: 0, created_at: monday, ended_at: null })
      .execute(),
  );
}

/** Every section complete and every document of the track present. */
async function fillApplication(store: Store, id: string, type: RegistrationType, at: string, personId: string): Promise<void> {
  const { documentFields } = await import('#app/domain/forms/application-form.ts');
  await store.write(async (trx) => {
    for (const section of ['organization', 'team', 'services', 'plan'])
      await trx
        .insertInto('application_section')
        .values({ application_id: id, section, values: '{}', complete: 1, version: 1, saved_at: at, saved_by: personId })
        .execute();
    const center = await trx.selectFrom('application').select('center_id').where('id', '=', id).executeTakeFirstOrThrow();
    for (const field of documentFields(trackOf(type)))
      await trx
        .insertInto('document')
        .values({
          id: ulid(),
          center_id: center.center_id,
          lifecycle: 'application',
          record_id: id,
          slot: field.name,
          name: `${field.name}.pdf`,
          mime: 'application/pdf',
          size: 10,
          sha256: 'a'.repeat(64),
          uploaded_by: personId,
          uploaded_at: at,
          removed_at: null,
        })
        .execute();
  });
}

async function prepare() {
  const file = join(mkdtempSync(join(tmpdir(), 'hatchery-base-')), 'base.db');
  const store = openStore({ file });
  await migrate(store, monday);
  const centerId = await createCenter(
    { store, clock: movableClock(monday) },
    {
      name: '城关街道社会组织孵化中心',
      nameEn: 'Chengguan Incubation Center',
      regionCode: '411025001',
      address: '襄城县城关街道文昌路1号',
      phone: '0374-3560000',
      introduction: '培育扶持社区社会组织。',
      introductionEn: 'We help community organizations grow.',
      seats: 6,
    },
  );
  const program = await store.read.selectFrom('program').select('id').where('center_id', '=', centerId).executeTakeFirstOrThrow();
  const callId = ulid();
  await store.write((trx) =>
    trx
      .insertInto('call')
      .values({
        id: callId,
        center_id: centerId,
        program_id: program.id,
        title: '2026年第一批招募',
        summary: '面向社区社会组织。',
        opens_at: '2026-01-01T00:00:00.000Z',
        closes_at: '2026-12-31T16:00:00.000Z',
        quota: 10,
        published_at: '2026-01-01T00:00:00.000Z',
        version: 1,
        created_at: '2026-01-01T00:00:00.000Z',
      })
      .execute(),
  );
  const people = new Map<string, string>();
  for (const [name, role] of cast) {
    const id = await insertPerson(store, name);
    people.set(name, id);
    const scope = role === 'supervisor' ? 'region' : role === 'admin' || role === 'auditor' ? 'instance' : 'center';
    await insertMembership(store, id, role, scope, scope === 'region' ? '411025' : scope === 'instance' ? '*' : centerId);
  }
  await store.close();
  for (const rest of ['-wal', '-shm']) if (existsSync(file + rest)) rmSync(file + rest);
  return { file, centerId, programId: program.id, callId, people };
}
