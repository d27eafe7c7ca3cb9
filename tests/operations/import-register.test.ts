import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { readRegister } from '#app/domain/register/index.ts';
import { knownInCenter } from '#db/reads/register-known.server.ts';
import { firstBreak } from '#db/writes/history.server.ts';
import { expected, gridOf, registerName } from '#tests/documents/register-rendering.ts';
import { organizationsNamed, refuseIncubationOf } from '#tests/operations/import-found.ts';
import { gridOfText, type ImportWorld, openImportWorld, sampleGrid } from './import-story.ts';

let world: ImportWorld;
beforeEach(async () => {
  world = await openImportWorld();
});
afterEach(() => world.close());

const badOnes = expected.rows.filter((row) => row.verdict === 'bad');
const incubationOf = (name: string) =>
  world.store.read
    .selectFrom('incubation')
    .select(['id', 'state', 'facts'])
    .where('organization_name', '=', name)
    .executeTakeFirstOrThrow();
const historyOf = (id: string) =>
  world.store.read.selectFrom('history').selectAll().where('record_id', '=', id).orderBy('number').execute();

describe('importing the register of an office', () => {
  it('brings in what is good and hands back what is not', async () => {
    const imported = await world.mustImport(await sampleGrid());
    expect(imported).toMatchObject({ good: 37, bad: badOnes.length });
    expect((await world.counts()).organization).toBe(37);
    const back = await gridOf(imported.rejected?.bytes ?? new Uint8Array(), imported.rejected?.name ?? '');
    expect(back.sheets[0]?.rows.slice(1).map((row) => row.cells[1]?.text ?? '')).toEqual(
      badOnes.map((row) => row.name ?? ''),
    );
    const kept = await world.store.read
      .selectFrom('document')
      .selectAll()
      .where('record_id', '=', imported.runId)
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({
      slot: 'rejected',
      name: `${registerName}-待更正.xlsx`,
      center_id: world.centerId,
    });
    expect(await world.files.read(kept.sha256)).toEqual(Buffer.from(imported.rejected?.bytes ?? []));
  });

  it('keeps what the rows say, and finds organizations by their name', async () => {
    await world.mustImport(await sampleGrid());
    expect((await organizationsNamed(world, '夕阳红'))[0]).toMatchObject({
      name: '襄城县城关街道夕阳红老年服务中心',
      registration_type: 'service_org',
      uscc: '52411025MJGDE100XW',
      founded_on: '2015-01-01',
      person_name: '李秀兰',
      phone: '13800001000',
      community: '文昌社区',
      standing: 'incubated',
      listed: 1,
      joined_on: '2026-01-01',
    });
  });

  it('makes all of it bad the second time, because it is here already', async () => {
    await world.mustImport(await sampleGrid());
    const before = await world.counts();
    const again = await world.mustImport(await sampleGrid());
    expect(again).toMatchObject({ good: 0, bad: 46 });
    const { import_run, ...others } = await world.counts();
    expect({ ...others, import_run: import_run - 1 }).toEqual(before);
  });

  it('does a run once, however often it is asked for', async () => {
    const first = await world.mustImport(await sampleGrid(), { runId: 'the-same' });
    const second = await world.mustImport(await sampleGrid(), { runId: 'the-same' });
    expect(second).toMatchObject({ good: first.good, bad: first.bad, rejected: null });
    expect((await world.counts()).import_run).toBe(1);
  });

  it('takes the rest in once the returned file is mended', async () => {
    const { rejected } = await world.mustImport(await sampleGrid());
    const returned = await gridOf(rejected?.bytes ?? new Uint8Array(), rejected?.name ?? '');
    const untouched = readRegister(returned, {
      today: '2026-11-24',
      known: await knownInCenter(world.store.read, world.centerId),
    });
    expect(untouched.ok && untouched.value.counts).toEqual({ good: 0, warn: 0, bad: badOnes.length });
    const mended = JSON.parse(
      JSON.stringify(returned)
        .replace('52411025MJGDE13841', '52411025MJGDE1384X')
        .replace('2031-05-01', '2021-05-01'),
    ) as typeof returned;
    const imported = await world.mustImport(mended);
    expect(imported.good).toBeGreaterThanOrEqual(1);
    expect(imported.good + imported.bad).toBe(badOnes.length);
    expect(await organizationsNamed(world, '未来服务中心')).toHaveLength(1);
  });

  it('leaves nothing behind when the transaction fails half way', async () => {
    const before = await world.counts();
    const names = expected.rows.filter((row) => row.verdict !== 'bad').map((row) => row.name);
    await refuseIncubationOf(world.store, names.at(-3) ?? '');
    await expect(world.importGrid(await sampleGrid())).rejects.toThrow('fault');
    expect(await world.counts()).toEqual(before);
    expect(await organizationsNamed(world, '夕阳红')).toEqual([]);
  });

  it('refuses when the register is another than the one that was shown', async () => {
    const result = await world.importGrid(await sampleGrid(), { shown: 36 });
    expect(result).toEqual({
      ok: false,
      refusals: [{ code: 'import.changedMeanwhile', params: { shown: 36, now: 37 } }],
    });
    expect((await world.counts()).organization).toBe(0);
  });
});

const heading = '组织名称,登记类型,备案号,负责人,联系电话,入驻日期,孵化期满日期';

describe('an organization that has joined', () => {
  it('begins its incubation where it stands, by whom it was imported', async () => {
    await world.mustImport(
      await gridOfText(heading, '襄城县甲乙志愿服务队,备案,备1,张三,13800001234,2026-06-01,2027-05-31'),
    );
    const { id, state, facts } = await incubationOf('襄城县甲乙志愿服务队');
    expect(state).toBe('active');
    const context = JSON.parse(facts) as IncubationContext;
    expect(context.term).toMatchObject({ startsOn: '2026-06-01', endsOn: '2027-05-31', months: 12 });
    const history = await historyOf(id);
    expect(history).toMatchObject([
      { event: 'import', from_state: null, to_state: 'active', actor_name: 'manager', role: 'manager' },
    ]);
    expect(firstBreak(history)).toBeNull();
  });

  it('gets the end that was confirmed where the file gives none', async () => {
    await world.mustImport(
      await gridOfText(heading, '襄城县甲乙志愿服务队,备案,备1,张三,13800001234,2026-06-01,'),
      { termMonths: 24 },
    );
    const context = JSON.parse((await incubationOf('襄城县甲乙志愿服务队')).facts) as IncubationContext;
    expect(context.term).toMatchObject({ endsOn: '2028-06-01', months: 24 });
  });

  it('has its reports laid out', async () => {
    await world.mustImport(
      await gridOfText(heading, '襄城县甲乙志愿服务队,备案,备1,张三,13800001234,2026-06-01,2027-05-31'),
    );
    const { id } = await incubationOf('襄城县甲乙志愿服务队');
    const reports = await world.store.read
      .selectFrom('progress_report')
      .select(['kind', 'state'])
      .where('parent_id', '=', id)
      .orderBy('id')
      .execute();
    expect(reports.map((r) => r.kind)).toEqual(['quarterly', 'yearly', 'quarterly']);
  });

  it('waits for the manager when its term is over, and no timer fires for what is past', async () => {
    await world.mustImport(
      await gridOfText(heading, '襄城县甲乙志愿服务队,备案,备1,张三,13800001234,2024-06-01,2025-05-31'),
    );
    await world.pass({ days: 30 });
    const { id, state } = await incubationOf('襄城县甲乙志愿服务队');
    expect(state).toBe('active');
    const waits = await world.store.read
      .selectFrom('wait')
      .select(['role', 'event'])
      .where('record_id', '=', id)
      .execute();
    expect(waits).toEqual([{ role: 'manager', event: 'start_final' }]);
    await world.must('manager', 'incubation', id, 'start_final');
    expect(await world.stateOf('incubation', id)).toBe('final_due');
    const history = await historyOf(id);
    expect(history.map((h) => h.event)).toEqual(['import', 'start_final']);
    expect(firstBreak(history)).toBeNull();
  });

  it('goes on by its own clocks when its term is running', async () => {
    await world.mustImport(
      await gridOfText(heading, '襄城县甲乙志愿服务队,备案,备1,张三,13800001234,2026-11-01,2027-10-31'),
    );
    const { id } = await incubationOf('襄城县甲乙志愿服务队');
    const timers = await world.store.read
      .selectFrom('timer')
      .select('name')
      .where('record_id', '=', id)
      .execute();
    expect(timers.map((timer) => timer.name).sort()).toEqual(['finalLead', 'midterm']);
    await world.pass({ days: 250 });
    expect(await world.stateOf('incubation', id)).toBe('midterm_due');
  });
});

describe('an organization that has not joined', () => {
  it('is only on the register', async () => {
    await world.mustImport(await gridOfText(heading, '襄城县甲乙志愿服务队,备案,备1,张三,13800001234,,'));
    expect(await organizationsNamed(world, '甲乙')).toMatchObject([
      { standing: 'registered', listed: 0, joined_on: null, record_no: '备1' },
    ]);
    expect((await world.counts()).incubation).toBe(0);
  });
});

describe('a large register', () => {
  it('comes in whole, in the order of the file', async () => {
    const lines = Array.from(
      { length: 1_000 },
      (_, i) => `襄城县第${i}志愿服务队,备案,备${i},张三,13800001234,,`,
    );
    const imported = await world.mustImport(await gridOfText(heading, ...lines));
    expect(imported).toMatchObject({ good: 1_000, bad: 0, rejected: null });
    const names = await world.store.read.selectFrom('organization').select('name').orderBy('id').execute();
    expect(names.map((row) => row.name)).toEqual(lines.map((line) => line.split(',')[0]));
  });
});
