import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { documentFields, type RegistrationType, trackOf } from '#app/domain/forms/application-form.ts';
import type { GivenRole } from '#app/domain/policy/actor.ts';
import { createCenter } from '#app/operations/admin/create-center.server.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import type { Store } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { engine, newPlace, openPlace, type Place, settle } from './database.ts';

/** Monday morning in Xiangcheng: every story begins here unless it says otherwise. */
export const monday = '2026-03-02T01:00:00.000Z';
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

interface Prepared {
  readonly place: Place;
  readonly centerId: string;
  readonly programId: string;
  readonly callId: string;
  readonly people: ReadonlyMap<string, string>;
}

let prepared: Promise<Prepared> | undefined;

/** The world that every test begins with, made once for a run of the tests: the first process that needs it makes it. */
export function preparedWorld(): Promise<Prepared> {
  prepared ??= madeBefore() ?? prepare();
  return prepared;
}

/** Where the world of this run is written down; a run has a folder of its own (scripts/temporary-folder.mjs). */
const noted = (): string => join(process.env.HATCHERY_RUN_FOLDER ?? '', `world-on-${engine}.json`);

function madeBefore(): Promise<Prepared> | undefined {
  if (!existsSync(noted())) return undefined;
  const { people, ...rest } = JSON.parse(readFileSync(noted(), 'utf8'));
  return Promise.resolve({ ...rest, people: new Map(people) });
}

/** Lets the other processes of this run find the world. The last of those who made one at the same time is right. */
function note(world: Prepared): void {
  const draft = `${noted()}-${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...world, people: [...world.people] }));
  renameSync(draft, noted());
}

export const emptyOrganization = {
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

export async function insertPerson(store: Store, name: string): Promise<string> {
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

export async function insertMembership(
  store: Store,
  personId: string,
  role: GivenRole,
  scope: string,
  scopeId: string,
): Promise<void> {
  await store.write((trx) =>
    trx
      .insertInto('membership')
      .values({
        id: ulid(),
        person_id: personId,
        role,
        scope,
        scope_id: scopeId,
        delegate: 0,
        created_at: monday,
        ended_at: null,
      })
      .execute(),
  );
}

/** Every section complete and every document of the track present. */
export async function fillApplication(
  store: Store,
  id: string,
  type: RegistrationType,
  at: string,
  personId: string,
): Promise<void> {
  await store.write(async (trx) => {
    for (const section of ['organization', 'team', 'services', 'plan'])
      await trx
        .insertInto('application_section')
        .values({
          application_id: id,
          section,
          values: '{}',
          complete: 1,
          version: 1,
          saved_at: at,
          saved_by: personId,
        })
        .execute();
    const center = await trx
      .selectFrom('application')
      .select('center_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
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

async function prepare(): Promise<Prepared> {
  const place = await newPlace(mkdtempSync(join(tmpdir(), 'world-')));
  const store = await openPlace(place);
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
  const program = await store.read
    .selectFrom('program')
    .select('id')
    .where('center_id', '=', centerId)
    .executeTakeFirstOrThrow();
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
  // as in the demo: tests that are not about it sign in by the password alone
  await store.write((trx) =>
    trx.insertInto('instance').values({ name: 'security', value: '{"secondFactor":false}' }).execute(),
  );
  const people = new Map<string, string>();
  for (const [name, role] of cast) {
    const id = await insertPerson(store, name);
    people.set(name, id);
    const scope =
      role === 'supervisor' ? 'region' : role === 'admin' || role === 'auditor' ? 'instance' : 'center';
    await insertMembership(
      store,
      id,
      role,
      scope,
      scope === 'region' ? '411025' : scope === 'instance' ? '*' : centerId,
    );
  }
  await store.close();
  settle(place);
  const made = { place, centerId, programId: program.id, callId, people };
  if (process.env.HATCHERY_RUN_FOLDER) note(made);
  return made;
}
