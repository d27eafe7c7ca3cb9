import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { timersNeeded } from '#app/domain/lifecycles/attempt.ts';
import { beginIncubation, importedIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { incubation } from '#app/domain/lifecycles/incubation/index.ts';
import { theSystem } from '#app/domain/policy/actor.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { layOutReportsOf } from '#app/operations/consequences/progress-report.server.ts';
import { workAt } from '#app/operations/engine/begin-work.server.ts';
import { hold } from '#app/operations/engine/move.server.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { activation, granting, handover, leaving, order } from '../domain/incubation-story.ts';
import { checkRecord } from './model/invariants.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const reason = { reason: '情况有变化，请予办理。' };

async function onboarding(): Promise<{ id: string; lead: string; organizationId: string }> {
  const { id: organizationId, lead } = await world.organization();
  const calendar = await calendarOfCenter(world.store.read, world.centerId);
  const context = beginIncubation({
    calendar,
    at: world.clock.now(),
    settings: settingsWith(),
    residency: 'onsite',
    responsibleId: world.idOf('manager'),
  });
  return {
    id: await world.recordIn('incubation', 'onboarding', context, organizationId),
    lead,
    organizationId,
  };
}

async function active() {
  const begun = await onboarding();
  await world.must(
    'manager',
    'incubation',
    begun.id,
    'activate',
    activation({ mentor: world.idOf('mentor') }),
  );
  return begun;
}

const contextOf = async (id: string) => (await world.record('incubation', id)).context as IncubationContext;
const reports = (id: string) => reportsOfIncubation(world.store.read, id);
const statesOfReports = async (id: string) =>
  Object.fromEntries((await reports(id)).map((r) => [r.context.period.key, r.state]));
const children = (lifecycle: 'evaluation' | 'graduation', id: string) =>
  world.store.read
    .selectFrom(lifecycle)
    .select(['id', 'kind', 'state'])
    .where('parent_id', '=', id)
    .orderBy('id')
    .execute();
const organization = (id: string) =>
  world.store.read.selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('the activation', () => {
  test('lays out the reports of the term and stores exactly the timers needed', async () => {
    const { id } = await active();
    const context = await contextOf(id);
    const timers = await world.store.read
      .selectFrom('timer')
      .select(['name', 'due_at'])
      .where('lifecycle', '=', 'incubation')
      .where('record_id', '=', id)
      .orderBy('name')
      .execute();
    expect(timers).toEqual(
      timersNeeded(incubation, 'active', context)
        .map((t) => ({ name: t.name, due_at: t.due }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    expect(timers.map((t) => t.name)).toEqual(['finalLead', 'midterm']);
    expect(await statesOfReports(id)).toEqual({
      '2026-Q1': 'scheduled',
      '2026-Q2': 'scheduled',
      '2026-Q3': 'scheduled',
      '2026-Q4': 'scheduled',
      '2026': 'scheduled',
    });
    for (const report of await reports(id)) await checkRecord(world, 'progress_report', report.id);
    await checkRecord(world, 'incubation', id);
  });

  test('assigns the mentor, who can read it from then on', async () => {
    const { id } = await active();
    await world.must('mentor', 'incubation', id, 'record_service', {
      service: 'mentoring',
      on: '2026-03-02',
      hours: 2,
      note: '章程修订',
    });
    expect((await contextOf(id)).services).toHaveLength(1);
  });

  test('is refused to another center’s roles and to whoever has no part in it', async () => {
    const { id, lead } = await onboarding();
    for (const who of [lead, 'director', 'supervisor', 'mentor'])
      expect((await world.send(who, 'incubation', id, 'activate')).ok, who).toBe(false);
  });
});

test('onboarding that is not finished lapses, and the seat is free', async () => {
  const { id, organizationId } = await onboarding();
  await world.pass({ days: 31 });
  expect(await world.stateOf('incubation', id)).toBe('exited');
  expect((await organization(organizationId)).standing).toBe('exited');
});

describe('a pause', () => {
  test('stops the reports with the term, and waives the quarter that lies in it', async () => {
    const { id, lead } = await active();
    await world.pass({ days: 28 });
    await world.must(lead, 'incubation', id, 'request_pause', { until: '2026-06-30', ...reason });
    await world.must('director', 'incubation', id, 'pause', { until: '2026-06-30', ...reason });
    const stored = await world.store.read.selectFrom('timer').select(['lifecycle', 'name']).execute();
    expect(stored).toEqual([{ lifecycle: 'incubation', name: 'pauseEnd' }]);
    await world.pass({ days: 60 });
    expect((await statesOfReports(id))['2026-Q1']).toBe('scheduled');
    await world.pass({ days: 40 });
    // What the resumption set going is due by now: the next look at the clock finds it.
    await world.pass({ hours: 1 });
    expect(await world.stateOf('incubation', id)).toBe('active');
    const first = (await reports(id)).find((r) => r.context.period.key === '2026-Q1');
    expect([first?.state, first?.context.dueOn]).toEqual(['open', '2026-07-11']);
    expect((await contextOf(id)).term?.endsOn).toBe('2027-06-03');
    expect(await statesOfReports(id)).toMatchObject({ '2026-Q2': 'waived', '2027-Q1': 'scheduled' });
    for (const report of await reports(id)) await checkRecord(world, 'progress_report', report.id);
  });

  test('that a late ticker ends does not lie before what happened meanwhile', async () => {
    const { id, lead } = await active();
    await world.pass({ days: 35 });
    await world.must(lead, 'incubation', id, 'request_pause', { until: '2026-05-29', ...reason });
    await world.must('director', 'incubation', id, 'pause', { until: '2026-05-29', ...reason });
    world.clock.advance(60 * 86_400_000);
    const report = (await reports(id))[0]!;
    await world.must(lead, 'progress_report', report.id, 'edit', { activities: 1 });
    await world.pass({ hours: 1 });
    expect(await world.stateOf('incubation', id)).toBe('active');
    await checkRecord(world, 'progress_report', report.id);
  });
});

test('a rectification is proposed by one, signed by the other, answered, looked at and accepted', async () => {
  const { id, lead } = await active();
  const findings = { ...order, findings: [{ finding: '工位空置 35 天', dueOn: '2026-03-20' }] };
  const alone = await world.send('director', 'incubation', id, 'order_rectification');
  expect(alone.ok ? [] : alone.refusals.map((r) => r.code)).toEqual(['incubation.managerMustPropose']);
  await world.must('manager', 'incubation', id, 'order_rectification', findings);
  await world.must('director', 'incubation', id, 'order_rectification', { signOrder: true });
  const evidence = [{ id: 'd1', name: 'a.pdf', sha256: 'a'.repeat(64), size: 1 }];
  await world.must(lead, 'incubation', id, 'answer_findings', {
    'answer.f1': '已使用',
    'evidence.f1': evidence,
  });
  await world.must('manager', 'incubation', id, 'accept_rectification', { finding: '属实' });
  await world.must('director', 'incubation', id, 'accept_rectification', { finding: '同意' });
  expect(await world.stateOf('incubation', id)).toBe('active');
  await checkRecord(world, 'incubation', id);
});

describe('evaluations', () => {
  test('open by themselves; a cancelled final one is opened again', async () => {
    const { id } = await active();
    await world.pass({ days: 199 });
    expect(await world.stateOf('incubation', id)).toBe('midterm_due');
    const [midterm] = await children('evaluation', id);
    expect(midterm?.kind).toBe('midterm');
    await world.must('director', 'evaluation', midterm!.id, 'cancel', reason);
    expect(await world.stateOf('incubation', id)).toBe('active');
    await world.pass({ days: 16 });
    expect((await children('evaluation', id)).map((e) => e.state)).toEqual(['cancelled', 'planned']);
    await checkRecord(world, 'incubation', id);
  });

  test('are cancelled when the organization leaves; reports not yet due are waived; it may not come back at once', async () => {
    const { id, lead, organizationId } = await active();
    await world.pass({ days: 170 });
    await world.must('manager', 'incubation', id, 'start_midterm');
    await world.must(lead, 'incubation', id, 'request_exit', leaving.input);
    expect((await children('evaluation', id)).map((e) => e.state)).toEqual(['cancelled']);
    expect(await statesOfReports(id)).toEqual({
      '2026-Q1': 'overdue',
      '2026-Q2': 'overdue',
      '2026-Q3': 'waived',
      '2026-Q4': 'waived',
      '2026': 'waived',
    });
    await world.must('manager', 'incubation', id, 'complete_handover', handover.input);
    expect(await world.stateOf('incubation', id)).toBe('exited');
    expect(await organization(organizationId)).toMatchObject({
      standing: 'exited',
      barred_until: '2027-02-19',
    });
    await checkRecord(world, 'incubation', id);
  });
});

test('an extension lays out the quarters that it adds, and tells the others of the new plan', async () => {
  const { id, lead } = await active();
  await world.must(lead, 'incubation', id, 'request_extension', { months: 6, ...reason });
  const { input } = granting(6, { milestones: [{ goal: '登记', indicator: '取得登记证书', month: 3 }] });
  await world.must('supervisor', 'incubation', id, 'grant_extension', input);
  const laidOut = await reports(id);
  expect(laidOut.map((r) => r.context.period.key).sort()).toEqual([
    '2026',
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
    '2026-Q4',
    '2027-Q1',
    '2027-Q2',
  ]);
  for (const report of laidOut) expect(report.context.indicators).toEqual(['取得登记证书']);
});

test('one that comes in by import begins in the middle; what is past is held and fires nothing', async () => {
  const { id: organizationId } = await world.organization();
  const calendar = await calendarOfCenter(world.store.read, world.centerId);
  const context = importedIncubation({
    calendar,
    at: world.clock.now(),
    settings: settingsWith(),
    joinedOn: '2025-03-10',
    endsOn: '2026-03-20',
    responsibleId: world.idOf('manager'),
  });
  const id = await world.recordIn('incubation', 'active', context, organizationId);
  await world.store.write(async (trx) => {
    const work = workAt(trx, world.clock.now(), theSystem, 'test');
    await layOutReportsOf(work, await hold(work, 'incubation', id));
  });
  expect(await reports(id)).toEqual([]);
  await world.pass({ days: 200 });
  expect(await world.stateOf('incubation', id)).toBe('active');
  await world.must('manager', 'incubation', id, 'start_final');
  expect((await children('evaluation', id)).map((e) => e.kind)).toEqual(['final']);
});
