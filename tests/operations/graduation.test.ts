import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GraduationContext } from '#app/domain/lifecycles/graduation/facts.ts';
import { beginReport } from '#app/domain/lifecycles/progress-report/begin.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { file } from '../domain/machine-driver.ts';
import {
  evaluationOf,
  handedOver,
  type Incubated,
  incubated,
  toNotice,
  toResult,
} from './evaluation-world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** An organization that passed its final evaluation, with the graduation that opened. */
async function readyToGraduate(): Promise<Incubated & { id: string }> {
  const of = await incubated(world, 'final_due');
  const evaluation = await evaluationOf(world, of, 'final');
  await toResult(world, evaluation, of.lead, 85);
  await world.pass({ days: 8 });
  const { id } = await world.store.read
    .selectFrom('graduation')
    .select('id')
    .where('parent_id', '=', of.incubation)
    .executeTakeFirstOrThrow();
  return { ...of, id };
}

async function certified(): Promise<Incubated & { id: string }> {
  const ready = await readyToGraduate();
  await toNotice(world, ready.id, ready.lead);
  await world.pass({ days: 8 });
  await world.must(ready.lead, 'graduation', ready.id, 'complete_handover', handedOver);
  await world.must('manager', 'graduation', ready.id, 'complete_handover', handedOver);
  return ready;
}

const certificates = () => world.store.read.selectFrom('certificate').selectAll().orderBy('number').execute();

test('an organization graduates: certificate, free seat, standing, and the incubation is told', async () => {
  const { id, incubation, organizationId } = await certified();
  expect(await world.stateOf('graduation', id)).toBe('certified');
  expect(await world.stateOf('incubation', incubation)).toBe('graduated');
  expect(await certificates()).toMatchObject([
    { number: 'CK-2026-001', graduation_id: id, issued_on: '2026-03-18', revoked_on: null },
  ]);
  const seats = await world.store.read
    .selectFrom('seat')
    .select('status')
    .where('status', '!=', 'free')
    .execute();
  expect(seats).toEqual([]);
  const organization = await world.store.read
    .selectFrom('organization')
    .select('standing')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  expect(organization.standing).toBe('graduated');
});

test('certificates are numbered without holes, whoever signs first', async () => {
  await certified();
  world.clock.set('2026-03-02T01:00:00.000Z');
  await certified();
  expect((await certificates()).map((c) => c.number)).toEqual(['CK-2026-001', 'CK-2026-002']);
});

test('a report that is overdue keeps the verification from passing, with the reason', async () => {
  const { id, lead, incubation, organizationId } = await readyToGraduate();
  const calendar = await calendarOfCenter(world.store.read, world.centerId);
  const report = beginReport({
    calendar,
    at: world.clock.now(),
    settings: settingsWith(),
    period: { kind: 'quarterly', key: '2026-Q1', from: '2026-01-01', to: '2026-03-31' },
    indicators: [],
    responsibleId: null,
    mentorId: null,
  });
  await world.recordIn(
    'progress_report',
    'overdue',
    { ...report, deadlines: {} },
    organizationId,
    incubation,
  );
  await world.must(lead, 'graduation', id, 'apply', { report: [file('report')], plan: [file('plan')] });
  await world.must('manager', 'graduation', id, 'verify');
  const result = await world.send('manager', 'graduation', id, 'pass_verification', { inspected: true });
  expect(result.ok ? [] : result.refusals).toContainEqual({
    code: 'graduation.missing.reports',
    params: { count: 1 },
  });
  expect(await world.stateOf('graduation', id)).toBe('verifying');
});

test('a candidate who never asks is refused, and the incubation goes on without', async () => {
  const { id, incubation } = await readyToGraduate();
  await world.pass({ days: 40 });
  expect(await world.stateOf('graduation', id)).toBe('refused');
  expect(await world.stateOf('incubation', incubation)).toBe('extension_review');
});

test('anybody may object while the notice runs, and both have to uphold the objection', async () => {
  const { id, lead, incubation } = await readyToGraduate();
  await toNotice(world, id, lead);
  const { anyone } = await import('#app/domain/policy/actor.ts');
  await world.must(anyone, 'graduation', id, 'object', {
    concerns: 'organization',
    statement: '项目没有真正完成，请核实。',
    objectorName: '李四',
    objectorContact: '13800000000',
  });
  const notice = () =>
    world.store.read.selectFrom('notice').selectAll().where('record_id', '=', id).executeTakeFirstOrThrow();
  expect((await notice()).ends_at).toBeNull();
  const { objections } = (await world.record('graduation', id)).context as GraduationContext;
  const finding = { objection: objections[0]?.number ?? '', finding: '经核实属实。' };
  await world.must('director', 'graduation', id, 'uphold_objection', finding);
  expect(await world.stateOf('graduation', id)).toBe('objection_open');
  await world.must('supervisor', 'graduation', id, 'uphold_objection', finding);
  expect(await world.stateOf('graduation', id)).toBe('refused');
  expect((await notice()).outcome).toBe('lifted');
  expect(await world.stateOf('incubation', incubation)).toBe('extension_review');
});

test('the incubation that is revoked takes its graduation with it', async () => {
  const { id, lead, incubation } = await readyToGraduate();
  await toNotice(world, id, lead);
  await world.must('supervisor', 'incubation', incubation, 'revoke', {
    ground: 'fraud',
    reason: '查实弄虚作假，予以取消。',
    proof: [file('proof')],
  });
  expect(await world.stateOf('graduation', id)).toBe('refused');
  expect(await world.stateOf('incubation', incubation)).toBe('exit_notice');
});

test('visits fall due while time passes, and a certificate is revoked by both', async () => {
  const { id } = await certified();
  await world.pass({ days: 200 });
  const { visits } = (await world.record('graduation', id)).context as GraduationContext;
  expect(visits.map((v) => v.stage)).toEqual(['due', 'due', 'ahead']);
  const grounds = { reason: '经查实提供虚假账目，予以撤销。', proof: [file('proof')] };
  await world.must('director', 'graduation', id, 'revoke', grounds);
  expect((await certificates())[0]?.revoked_on).toBeNull();
  await world.must('supervisor', 'graduation', id, 'revoke', grounds);
  expect(await world.stateOf('graduation', id)).toBe('revoked');
  expect((await certificates())[0]).toMatchObject({ revoked_on: '2026-10-04', revoked_for: grounds.reason });
});
