import { ulid } from 'ulid';
import { lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { createCenter } from '#app/operations/admin/create-center.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { collections } from '#app/paths.ts';
import { beginning } from '../routes/beginning.ts';
import { openWorld, type World } from '../world.ts';

/** What stands in everything of organization B's case, so that a leak is seen wherever it comes out. */
export const canary = {
  organization: '金丝雀',
  words: '只有乙方知道的话',
  person: '乙方联系人',
  file: '乙方密件',
};

/** Two organizations at one center, and a second center in another province that has nothing to do with either. */
export interface Stage {
  readonly world: World;
  readonly otherCenter: string;
  readonly a: { readonly id: string; readonly lead: string };
  readonly b: { readonly id: string; readonly lead: string };
  /** Ids of what belongs to B or to B's center, by the collection in the address. */
  readonly idsOfB: Readonly<Record<string, readonly string[]>>;
}

/** The people who have no part in B, and B's own. */
export const foreigners = [
  'leadA',
  'staffA',
  'strangeStaff',
  'foreignManager',
  'foreignDirector',
  'foreignSupervisor',
  'foreignReviewer',
  'reviewer6',
  'assessor6',
  'mentor',
  'admin',
] as const;

/** The stage before B's story: both organizations and everybody are there, B's case is not. */
export async function openStage(): Promise<Omit<Stage, 'idsOfB' | 'b'>> {
  const world = await openWorld();
  const otherCenter = await createCenter(world.house, {
    name: '别处孵化中心',
    nameEn: 'Elsewhere Center',
    regionCode: '530102001',
    address: '昆明市',
    phone: '0871-3560000',
    introduction: '别处。',
    introductionEn: 'Elsewhere.',
    seats: 2,
  });
  const { organizationId: id } = await world.draft({ name: '甲方志愿服务队' });
  await world.person('leadA', 'lead', 'organization', id);
  await world.person('staffA', 'staff', 'organization', id);
  const strange = await world.organization({ name: '丙方志愿服务队' });
  await world.person('strangeStaff', 'staff', 'organization', strange.id);
  await world.person('foreignManager', 'manager', 'center', otherCenter);
  await world.person('foreignDirector', 'director', 'center', otherCenter);
  await world.person('foreignSupervisor', 'supervisor', 'region', '5301');
  await world.person('foreignReviewer', 'reviewer', 'center', otherCenter);
  return { world, otherCenter, a: { id, lead: 'leadA' } };
}

/** Lets B live: an application with answers and files, and a record of each lifecycle. */
export async function playB({ world }: Pick<Stage, 'world'>): Promise<Pick<Stage, 'b' | 'idsOfB'>> {
  const {
    id: application,
    organizationId,
    lead,
  } = await world.draft({ name: `${canary.organization}服务中心` });
  const at = world.clock.now();
  const file = await openFileStore(world.folder).put(Buffer.from(`%PDF-1.4\n${canary.words}\n%%EOF`));
  if (!file.ok) throw new Error('The file of the stage cannot be kept');
  await world.store.write(async (trx) => {
    await trx
      .updateTable('application_section')
      .set({ values: JSON.stringify({ name: canary.words, remarks: canary.words }) })
      .where('application_id', '=', application)
      .execute();
    await trx
      .updateTable('document')
      .set({ name: `${canary.file}.pdf`, sha256: file.value.sha256, size: file.value.size })
      .where('record_id', '=', application)
      .execute();
    await trx
      .updateTable('organization')
      .set({ person_name: canary.person, phone: '13900009999', address: canary.words })
      .where('id', '=', organizationId)
      .execute();
  });
  const ids: Record<string, string[]> = Object.fromEntries(
    Object.keys(collections).map((name) => [name, []]),
  );
  ids.applications!.push(application);
  const submitted = await world.draft({ name: `${canary.organization}第二服务队` });
  await world.must(submitted.lead, 'application', submitted.id, 'submit', { consent: true, truth: true });
  ids.applications!.push(submitted.id);
  for (const name of lifecycleNames) {
    if (name === 'application') continue;
    const collection = Object.entries(collections).find(([, lifecycle]) => lifecycle === name)![0];
    const states = {
      incubation: 'active',
      evaluation: 'planned',
      graduation: 'preparing',
      progress_report: 'open',
    };
    const machine = (await import('#app/domain/lifecycles/catalogue.ts')).lifecycles[name];
    const [first] = Object.keys(machine.machine.config.states ?? {});
    const known = Object.keys(machine.machine.config.states ?? {}).includes(states[name]);
    ids[collection]!.push(
      await world.recordIn(name, known ? states[name] : first!, await beginning(world, name), organizationId),
    );
  }
  const run = ulid(Date.parse(at));
  await world.store.write(async (trx) => {
    await trx
      .insertInto('import_run')
      .values({
        id: run,
        center_id: world.centerId,
        person_id: world.idOf('manager'),
        file_name: `${canary.file}.xlsx`,
        good: 1,
        bad: 1,
        created_at: at,
      })
      .execute();
  });
  const db = world.store.read;
  const idsIn = async (
    table: 'document' | 'rubric' | 'program' | 'call',
    of: 'record_id' | 'center_id',
    value: string,
  ) =>
    (
      await db
        .selectFrom(table)
        .select('id')
        .where(of as 'id', '=', value)
        .execute()
    ).map(({ id }) => id);
  return {
    b: { id: organizationId, lead },
    idsOfB: {
      ...ids,
      organizations: [organizationId],
      documents: (await idsIn('document', 'record_id', application)).slice(0, 2),
      'organizations/import/rejected': [run],
      'admin/programs': await idsIn('program', 'center_id', world.centerId),
      'admin/calls': await idsIn('call', 'center_id', world.centerId),
      'admin/rubrics': (await idsIn('rubric', 'center_id', world.centerId)).slice(0, 2),
      'admin/people': [world.idOf(lead)],
    },
  };
}
