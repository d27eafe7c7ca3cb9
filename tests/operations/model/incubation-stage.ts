import { addDays } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import type { EvaluationKind } from '#app/domain/lifecycles/evaluation/facts.ts';
import { evaluation } from '#app/domain/lifecycles/evaluation/index.ts';
import { beginIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { openSpecialEvaluation } from '#app/operations/open-special-evaluation.server.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { candidatesFor } from '#db/reads/candidates.server.ts';
import { reserveSeat } from '#db/writes/seats.server.ts';
import type { World } from '#tests/world.ts';
import { announcement, handedOver, toNotice, toResult } from '../evaluation-world.ts';
import { today } from '../life-world.ts';
import { NoOccasion, untilTimer } from './clock-hand.ts';
import { childrenOf, leadOf } from './family.ts';

/** An organization that signed its agreement: a seat is held for it, its onboarding has begun. */
export async function onboarding(world: World): Promise<string> {
  const { id: organizationId } = await world.organization();
  await world.store.write((trx) => reserveSeat(trx, world.centerId, organizationId));
  const context = beginIncubation({
    calendar: await calendarOfCenter(world.store.read, world.centerId),
    at: world.clock.now(),
    settings: settingsWith(),
    residency: 'onsite',
    responsibleId: world.idOf('manager'),
  });
  return world.recordIn('incubation', 'onboarding', context, organizationId);
}

/** The manager puts somebody else at the organization's side; whoever was there before reads nothing more of it. */
export async function changedMentor(world: World, incubation: string): Promise<void> {
  const { mentor } = (await world.record('incubation', incubation)).context as IncubationContext;
  const next = mentor?.personId === world.idOf('mentor') ? 'mentor2' : 'mentor';
  const known = await candidatesFor(world.store.read, 'mentor', world.centerId, '');
  if (!known.some((m) => m.name === next)) await world.person(next, 'mentor', 'center', world.centerId);
  await world.must('manager', 'incubation', incubation, 'change_mentor', {
    mentor: world.idOf(next),
    reason: '原督导工作调整。',
  });
}

/** The evaluation of a kind that the incubation waits for. */
async function openEvaluationOf(world: World, incubation: string, kind: EvaluationKind): Promise<string> {
  for (const id of await childrenOf(world, 'evaluation', incubation)) {
    const { row } = await world.record('evaluation', id);
    if (row.kind === kind && !isFinal(evaluation, row.state)) return id;
  }
  throw new NoOccasion(`The incubation has no open ${kind} evaluation`);
}

/** Plays the evaluation that is open, everybody giving so many points of 100, until its result is confirmed. */
export async function evaluated(
  world: World,
  incubation: string,
  kind: EvaluationKind,
  points: number,
): Promise<void> {
  const id = await openEvaluationOf(world, incubation, kind);
  const lead = await leadOf(world, 'incubation', incubation);
  await toResult(world, id, lead, points, { visitOn: addDays(today(world), 30) });
  await untilTimer(world, 'evaluation', id, 'resultNoticeDays');
}

/** Nobody of the organization takes part in the evaluation that is open. */
export async function notTakenPartIn(world: World, incubation: string, kind: EvaluationKind): Promise<void> {
  const id = await openEvaluationOf(world, incubation, kind);
  const plan = announcement(world, { visitOn: addDays(today(world), 30) });
  await world.must('manager', 'evaluation', id, 'announce', plan);
  await untilTimer(world, 'evaluation', id, 'selfAssessmentDays');
}

export const calledOff = async (world: World, incubation: string, kind: EvaluationKind): Promise<void> =>
  world.must('director', 'evaluation', await openEvaluationOf(world, incubation, kind), 'cancel', {
    reason: '评估组一时组不成。',
  });

/** The director has a special evaluation made: while it is open, no other one begins. */
export async function specialOpened(world: World, incubation: string): Promise<void> {
  const opened = await openSpecialEvaluation(world.house, {
    incubationId: incubation,
    reason: '群众反映项目管理问题。',
    actor: await world.as('director'),
    requestId: 'test',
  });
  if (!opened.ok) throw new NoOccasion('No special evaluation may be opened');
  world.clock.advance(60_000);
}

async function graduationOf(world: World, incubation: string): Promise<string> {
  const id = (await childrenOf(world, 'graduation', incubation)).at(-1);
  if (id === undefined) throw new NoOccasion('The incubation has no graduation');
  return id;
}

/** The reports that are still owed are waived by the director: none may be overdue when an organization graduates. */
async function reportsSettled(world: World, incubation: string): Promise<void> {
  const reason: Values = { reason: '已由专项审计代替。' };
  for (const id of await childrenOf(world, 'progress_report', incubation))
    if ((await world.stateOf('progress_report', id)) === 'overdue')
      await world.must('director', 'progress_report', id, 'waive', reason);
}

/** Plays the graduation that is open to its certificate. */
export async function certified(world: World, incubation: string): Promise<void> {
  const id = await graduationOf(world, incubation);
  const lead = await leadOf(world, 'incubation', incubation);
  await reportsSettled(world, incubation);
  await toNotice(world, id, lead);
  await untilTimer(world, 'graduation', id, 'noticeDays');
  await world.must(lead, 'graduation', id, 'complete_handover', handedOver);
  await world.must('manager', 'graduation', id, 'complete_handover', handedOver);
}

/** Nobody applies for the graduation that is open, and its time runs out. */
export const notAppliedFor = async (world: World, incubation: string): Promise<void> =>
  untilTimer(world, 'graduation', await graduationOf(world, incubation), 'graduationApplyDays');
