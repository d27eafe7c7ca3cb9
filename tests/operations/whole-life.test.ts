import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays, addMonths } from '#app/domain/calendar.ts';
import { beginApplication } from '#app/domain/lifecycles/application/begin.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { verifyHistory } from '#app/operations/engine/verify-history.server.ts';
import { openSpecialEvaluation } from '#app/operations/open-special-evaluation.server.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { appealing, finding, granting, handover, leaving, revoking } from '../domain/incubation-story.ts';
import { announcement, handedOver, toNotice, toResult } from './evaluation-world.ts';
import {
  activate,
  admitted,
  clockMoves,
  handInReports,
  type Life,
  newestOf,
  today,
  untilDay,
} from './life-world.ts';
import { checkFamily, childrenOf } from './model/family.ts';
import { checkRecord } from './model/invariants.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const incubationOf = async (life: Life) => {
  const { row, context } = await world.record('incubation', life.incubation);
  return { state: row.state, context: context as IncubationContext };
};
const organizationOf = (life: Life) =>
  world.store.read
    .selectFrom('organization')
    .selectAll()
    .where('id', '=', life.organizationId)
    .executeTakeFirstOrThrow();
const seatsTaken = async () =>
  (await world.store.read.selectFrom('seat').selectAll().where('status', '!=', 'free').execute()).map(
    (s) => s.organization_id,
  );
const reportStates = async (life: Life) =>
  Object.fromEntries(
    (await reportsOfIncubation(world.store.read, life.incubation)).map((r) => [
      r.context.period.key,
      r.state,
    ]),
  );
const evaluationStates = async (life: Life) => {
  const ids = await childrenOf(world, 'evaluation', life.incubation);
  return Promise.all(ids.map((id) => world.stateOf('evaluation', id)));
};

/** Everything that must hold of this organization, and of the history of the whole center. */
async function allHolds(life: Life): Promise<void> {
  await checkRecord(world, 'application', life.application);
  await checkFamily(world, life.incubation);
  expect((await verifyHistory(world.store.read, world.centerId)).faults).toEqual([]);
}

/** An active incubation, its term begun. */
async function begun(): Promise<Life> {
  const life = await admitted(world);
  await allHolds(life);
  expect(await seatsTaken()).toEqual([life.organizationId]);
  await activate(world, life);
  await allHolds(life);
  return life;
}

/** Lets the quarters go by with their reports in time, up to a date. */
async function working(life: Life, until: string): Promise<readonly string[]> {
  const accepted: string[] = [];
  while (today(world) < until) {
    const next = addDays(today(world), 7);
    await untilDay(world, next < until ? next : until);
    accepted.push(...(await handInReports(world, life)));
  }
  return accepted;
}

/** Plays the evaluation that is open, and lets its notice end. */
async function evaluated(life: Life, points: number): Promise<void> {
  const id = await newestOf(world, 'evaluation', life);
  await toResult(world, id, life.lead, points, { visitOn: addDays(today(world), 30) });
  expect(await clockMoves(world, life, 'evaluation', id)).toBe('confirmed');
  await allHolds(life);
}

/** From the candidate to the certificate. */
async function graduated(life: Life): Promise<string> {
  const id = await newestOf(world, 'graduation', life);
  await toNotice(world, id, life.lead);
  await allHolds(life);
  expect(await clockMoves(world, life, 'graduation', id)).toBe('handover');
  await world.must('manager', 'graduation', id, 'complete_handover', handedOver);
  expect(await seatsTaken()).toEqual([life.organizationId]);
  await world.must(life.lead, 'graduation', id, 'complete_handover', handedOver);
  await allHolds(life);
  return id;
}

/** A new draft of the same organization; its papers are not asked for here. */
const draftAnew = (life: Life): Promise<string> =>
  world.recordIn(
    'application',
    'draft',
    beginApplication({
      at: world.clock.now(),
      settings: settingsWith(),
      track: 'recorded',
      callId: world.callId,
      closesAt: null,
    }),
    life.organizationId,
    world.callId,
  );

async function missingToApply(life: Life, id: string): Promise<readonly string[]> {
  const result = await world.send(life.lead, 'application', id, 'submit', { consent: true, truth: true });
  return result.ok ? [] : result.refusals.map((r) => r.code);
}

test('an organization lives its whole life at the center: applied, incubated, evaluated twice, graduated', async () => {
  const life = await begun();
  expect(await reportStates(life)).toMatchObject({ '2026-Q2': 'scheduled', '2026': 'scheduled' });
  const first = await working(life, '2026-09-30');
  expect(first).toEqual(['2026-Q1', '2026-Q2']);
  expect((await incubationOf(life)).state).toBe('midterm_due');
  await evaluated(life, 75);
  expect((await incubationOf(life)).state).toBe('active');
  const second = await working(life, '2027-01-20');
  expect(second).toEqual(['2026-Q4', '2026']);
  expect((await incubationOf(life)).state).toBe('final_due');
  await evaluated(life, 86);
  expect((await incubationOf(life)).state).toBe('graduation_pending');
  const graduation = await graduated(life);
  const { state, context } = await incubationOf(life);
  // The mid-term's items come to 74 of the 75 asked for.
  expect([state, context.midterm?.score, context.final?.score]).toEqual(['graduated', 7400, 8600]);
  expect(context.certificate).toBe('CK-2027-001');
  const certificates = await world.store.read.selectFrom('certificate').selectAll().execute();
  expect(certificates.map((c) => [c.number, c.graduation_id])).toEqual([['CK-2027-001', graduation]]);
  expect(await seatsTaken()).toEqual([]);
  expect(await organizationOf(life)).toMatchObject({ standing: 'graduated', barred_until: null });
  expect(new Set(Object.values(await reportStates(life)))).toEqual(new Set(['accepted']));
  expect(await evaluationStates(life)).toEqual(['confirmed', 'confirmed']);
});

test('an organization leaves by its own will: what is open ends with it, and it may come back later', async () => {
  const life = await begun();
  await working(life, '2026-09-05');
  await world.must('manager', 'incubation', life.incubation, 'start_midterm');
  const evaluation = await newestOf(world, 'evaluation', life);
  const visitOn = addDays(today(world), 30);
  await world.must('manager', 'evaluation', evaluation, 'announce', announcement(world, { visitOn }));
  await allHolds(life);
  await world.must(life.lead, 'incubation', life.incubation, 'request_exit', leaving.input);
  expect(await world.stateOf('evaluation', evaluation)).toBe('cancelled');
  expect(await reportStates(life)).toEqual({
    '2026-Q1': 'accepted',
    '2026-Q2': 'accepted',
    '2026-Q3': 'waived',
    '2026-Q4': 'waived',
    '2026': 'waived',
  });
  expect((await incubationOf(life)).state).toBe('exit_notice');
  await allHolds(life);
  await world.must('manager', 'incubation', life.incubation, 'complete_handover', handover.input);
  expect((await incubationOf(life)).state).toBe('exited');
  expect(await seatsTaken()).toEqual([]);
  expect(await organizationOf(life)).toMatchObject({ standing: 'exited', barred_until: '2027-03-05' });
  await allHolds(life);
  const again = await draftAnew(life);
  expect(await missingToApply(life, again)).toContain('application.barred');
  world.clock.set('2027-03-06T01:00:00.000Z');
  expect(await missingToApply(life, again)).not.toContain('application.barred');
});

/** In the state in which the final evaluation has been opened by its clock. */
async function finallyDue(): Promise<Life> {
  const life = await begun();
  await working(life, '2026-09-05');
  await world.must('manager', 'incubation', life.incubation, 'start_midterm');
  await evaluated(life, 75);
  await working(life, '2027-01-20');
  expect((await incubationOf(life)).state).toBe('final_due');
  return life;
}

test('a final result that leads out is appealed against, held again and carries the graduation', async () => {
  const life = await finallyDue();
  await evaluated(life, 55);
  expect((await incubationOf(life)).state).toBe('exit_notice');
  await world.must(life.lead, 'incubation', life.incubation, 'appeal', appealing.input);
  await world.must('supervisor', 'incubation', life.incubation, 'uphold_appeal', finding.input);
  expect((await incubationOf(life)).state).toBe('final_due');
  await allHolds(life);
  await evaluated(life, 81);
  await graduated(life);
  expect((await incubationOf(life)).state).toBe('graduated');
  expect(await evaluationStates(life)).toEqual(['confirmed', 'confirmed', 'confirmed']);
});

test('a candidate that never asks is extended, evaluated again, and graduates on the new result', async () => {
  const life = await finallyDue();
  await evaluated(life, 88);
  const missed = await newestOf(world, 'graduation', life);
  expect(await clockMoves(world, life, 'graduation', missed)).toBe('refused');
  expect((await incubationOf(life)).state).toBe('extension_review');
  await allHolds(life);
  await world.must('director', 'incubation', life.incubation, 'grant_extension', granting(6).input);
  await allHolds(life);
  const { context } = await incubationOf(life);
  expect([context.final, context.term?.endsOn]).toEqual([null, '2027-09-12']);
  await working(life, '2027-08-01');
  expect((await incubationOf(life)).state).toBe('final_due');
  await evaluated(life, 84);
  await graduated(life);
  expect((await incubationOf(life)).context.final?.score).toBe(8400);
  expect(await childrenOf(world, 'graduation', life.incubation)).toHaveLength(2);
});

test('an incubation that is revoked under notice takes its graduation and a special evaluation with it', async () => {
  const life = await finallyDue();
  await evaluated(life, 86);
  const graduation = await newestOf(world, 'graduation', life);
  await toNotice(world, graduation, life.lead);
  const special = await openSpecial(life);
  await world.must('supervisor', 'incubation', life.incubation, 'revoke', revoking.input);
  expect(await world.stateOf('graduation', graduation)).toBe('refused');
  expect(await world.stateOf('evaluation', special)).toBe('cancelled');
  await allHolds(life);
  const early = await world.send(
    'manager',
    'incubation',
    life.incubation,
    'complete_handover',
    handover.input,
  );
  expect(early.ok ? [] : early.refusals.map((r) => r.code)).toEqual(['incubation.appealStillPossible']);
  await untilDay(world, addDays(today(world), 14));
  await world.must('manager', 'incubation', life.incubation, 'complete_handover', handover.input);
  expect((await incubationOf(life)).state).toBe('terminated');
  expect(await organizationOf(life)).toMatchObject({ standing: 'exited' });
  expect((await organizationOf(life)).barred_until).toBe(addMonths(today(world), 24));
  await allHolds(life);
});

async function openSpecial(life: Life): Promise<string> {
  const opened = await openSpecialEvaluation(world.house, {
    incubationId: life.incubation,
    reason: '群众反映项目管理问题。',
    actor: await world.as('supervisor'),
    requestId: 'test',
  });
  if (!opened.ok) throw new Error('A special evaluation may be opened');
  return opened.value.id;
}

test('a special evaluation does not outlive the incubation, whichever way it ends', async () => {
  const life = await finallyDue();
  await evaluated(life, 86);
  const special = await openSpecial(life);
  await graduated(life);
  expect(await world.stateOf('evaluation', special)).toBe('cancelled');
});

test('a final result that leads out ends the special evaluation with the hand-over', async () => {
  const life = await finallyDue();
  const final = await newestOf(world, 'evaluation', life);
  const special = await openSpecial(life);
  await toResult(world, final, life.lead, 40, { visitOn: addDays(today(world), 30) });
  await clockMoves(world, life, 'evaluation', final);
  expect((await incubationOf(life)).state).toBe('exit_notice');
  await untilDay(world, addDays(today(world), 14));
  await world.must('manager', 'incubation', life.incubation, 'complete_handover', handover.input);
  expect((await incubationOf(life)).state).toBe('terminated');
  expect(await world.stateOf('evaluation', special)).toBe('cancelled');
  await allHolds(life);
});
