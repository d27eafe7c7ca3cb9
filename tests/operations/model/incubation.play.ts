import { addDays } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { openMilestones } from '#app/domain/lifecycles/incubation/milestones.ts';
import type { World } from '#tests/world.ts';
import {
  activation,
  appealing,
  finding,
  granting,
  handover,
  leaving,
  revoking,
} from '../../domain/incubation-story.ts';
import { file } from '../../domain/machine-driver.ts';
import { today } from '../life-world.ts';
import { untilDate, untilTimer } from './clock-hand.ts';
import { checkFamily, leadOf } from './family.ts';
import { checkIncubation } from './incubation-invariants.ts';
import { incubationDetours } from './incubation-roads.ts';
import {
  calledOff,
  certified,
  changedMentor,
  evaluated,
  notAppliedFor,
  notTakenPartIn,
  onboarding,
  specialOpened,
} from './incubation-stage.ts';
import type { Play } from './walk.ts';

type Deed = Play['deeds'][string];

const contextOf = async (world: World, id: string) =>
  (await world.record('incubation', id)).context as IncubationContext;

const send = (world: World, id: string, who: string, event: string, input: Values = {}) =>
  world.must(who, 'incubation', id, event, input);

const as =
  (who: string, event: string, input: Values = {}): Deed =>
  (world, id) =>
    send(world, id, who, event, input);

const byLead =
  (event: string, input: (world: World) => Values): Deed =>
  async (world, id) =>
    send(world, id, await leadOf(world, 'incubation', id), event, input(world));

const reason: Values = { reason: '情况有变化，请予办理。' };

const clock =
  (timer: string): Deed =>
  (world, id) =>
    untilTimer(world, 'incubation', id, timer);

const propose: Deed = (world, id) =>
  send(world, id, 'manager', 'order_rectification', {
    ground: 'seat_idle',
    findings: [
      { finding: '工位空置 35 天', dueOn: addDays(today(world), 14) },
      { finding: '未报告原因', dueOn: addDays(today(world), 20) },
    ],
  });

const proposed: Deed = async (world, id, edge, path) => {
  if ((await contextOf(world, id)).proposal === null) await propose(world, id, edge, path);
};

const signOrder: Deed = async (world, id, edge, path) => {
  await proposed(world, id, edge, path);
  await send(world, id, 'director', 'order_rectification', { signOrder: true });
};

const pauseOf = (world: World): Values => ({ until: addDays(today(world), 60), ...reason });
const askPause = byLead('request_pause', pauseOf);

const pauseAsked: Deed = async (world, id, edge, path) => {
  if ((await contextOf(world, id)).pauseAsked === null) await askPause(world, id, edge, path);
};

async function answered(world: World, id: string): Promise<void> {
  const findings = (await contextOf(world, id)).rectification?.findings ?? [];
  const answers = findings.flatMap((f) => [
    [`answer.${f.key}`, '已整改到位。'],
    [`evidence.${f.key}`, [file(f.key)]],
  ]);
  if (findings.some((f) => f.answer === null))
    await send(
      world,
      id,
      await leadOf(world, 'incubation', id),
      'answer_findings',
      Object.fromEntries(answers),
    );
}

async function vouched(world: World, id: string): Promise<void> {
  await answered(world, id);
  if ((await contextOf(world, id)).rectification?.vouchedBy === null)
    await send(world, id, 'manager', 'accept_rectification', { finding: '属实。' });
}

const handOver: Deed = async (world, id) => {
  const { exit, deadlines } = await contextOf(world, id);
  const mayAppeal = exit?.cause !== 'voluntary' && exit?.appealed === false;
  if (mayAppeal && deadlines.appealDays !== undefined)
    await untilTimer(world, 'incubation', id, 'appealDays');
  await send(world, id, 'manager', 'complete_handover', handover.input);
};

const deeds: Play['deeds'] = {
  activate: (w, id) => send(w, id, 'manager', 'activate', activation({ mentor: w.idOf('mentor') })),
  reassign: async (w, id) => {
    const own = (await contextOf(w, id)).responsibleId === w.idOf('manager');
    await send(w, id, 'director', 'reassign', { manager: w.idOf(own ? 'manager2' : 'manager') });
  },
  record_service: async (w, id) => {
    const own = (await contextOf(w, id)).mentor?.personId === w.idOf('mentor');
    await send(w, id, own ? 'mentor' : 'mentor2', 'record_service', {
      service: 'mentoring',
      on: today(w),
      hours: 2,
      note: '章程修订',
    });
  },
  // Every road records a milestone at the first occasion; a later plan brings new ones.
  reach_milestone: async (w, id) => {
    const open = openMilestones(await contextOf(w, id))[0];
    await send(w, id, await leadOf(w, 'incubation', id), 'reach_milestone', {
      milestone: open?.key ?? '',
      on: today(w),
      note: '志愿服务队已有 32 人，花名册附后。',
      reachedDocuments: [file('roster')],
    });
  },
  change_mentor: changedMentor,

  start_midterm: async (w, id) => {
    const { term } = await contextOf(w, id);
    await untilDate(w, addDays(term?.halfwayOn ?? '', -15));
    await send(w, id, 'manager', 'start_midterm');
  },
  // The clock opens the final evaluation unless another one is open; once that has ended the manager need not wait a day.
  start_final: async (w, id) => {
    const { deadlines } = await contextOf(w, id);
    await specialOpened(w, id);
    await untilDate(w, addDays(deadlines.finalLead?.due.slice(0, 10) ?? '', 2));
    await calledOff(w, id, 'special');
    await send(w, id, 'manager', 'start_final');
  },
  'active --order_rectification--> active': propose,
  'active --order_rectification--> rectifying': signOrder,
  'active --order_rectification--> exit_notice': signOrder,
  drop_rectification: async (w, id, edge, path) => {
    await proposed(w, id, edge, path);
    await send(w, id, 'manager', 'drop_rectification', reason);
  },
  request_pause: askPause,
  refuse_pause: async (w, id, edge, path) => {
    await pauseAsked(w, id, edge, path);
    await send(w, id, 'director', 'refuse_pause', reason);
  },
  pause: async (w, id, edge, path) => {
    await pauseAsked(w, id, edge, path);
    await send(w, id, 'director', 'pause', pauseOf(w));
  },
  resume: async (w, id) => {
    await w.pass({ days: 20 });
    await send(w, id, 'manager', 'resume');
  },
  request_extension: byLead('request_extension', () => ({ months: 6, ...reason })),
  grant_extension: (w, id) => send(w, id, 'supervisor', 'grant_extension', granting(6).input),
  deny_extension: as('director', 'deny_extension', reason),
  request_exit: byLead('request_exit', () => leaving.input ?? {}),
  revoke: as('supervisor', 'revoke', revoking.input),

  answer_findings: answered,
  'rectifying --accept_rectification--> rectifying': async (w, id) => {
    await answered(w, id);
    await send(w, id, 'manager', 'accept_rectification', { finding: '属实。' });
  },
  'rectifying --accept_rectification--> active': async (w, id) => {
    await vouched(w, id);
    await send(w, id, 'director', 'accept_rectification', { finding: '同意。' });
  },
  fail_rectification: as('director', 'fail_rectification', reason),

  evaluation_passed: (w, id) => evaluated(w, id, 'midterm', 70),
  'midterm_due --evaluation_failed--> rectifying': (w, id) => evaluated(w, id, 'midterm', 50),
  'midterm_due --evaluation_failed--> exit_notice': (w, id) => notTakenPartIn(w, id, 'midterm'),
  'midterm_due --evaluation_cancelled--> active': (w, id) => calledOff(w, id, 'midterm'),
  'final_due --evaluation_cancelled--> final_due': (w, id) => calledOff(w, id, 'final'),
  evaluation_graduates: (w, id) => evaluated(w, id, 'final', 85),
  evaluation_conditional: (w, id) => evaluated(w, id, 'final', 70),
  evaluation_exits: (w, id) => evaluated(w, id, 'final', 50),
  graduation_certified: certified,
  graduation_refused: notAppliedFor,

  appeal: byLead('appeal', () => appealing.input ?? {}),
  uphold_appeal: as('supervisor2', 'uphold_appeal', finding.input),
  dismiss_appeal: as('supervisor2', 'dismiss_appeal', finding.input),
  complete_handover: handOver,

  onboardingDays: clock('onboardingDays'),
  midterm: clock('midterm'),
  finalLead: clock('finalLead'),
  pauseEnd: clock('pauseEnd'),
  rectificationDays: clock('rectificationDays'),
  extensionReviewDays: clock('extensionReviewDays'),
  appealDays: clock('appealDays'),
  handoverDays: clock('handoverDays'),
  appealReviewDays: clock('appealReviewDays'),
};

/** Whatever moved, all that hangs on the incubation holds. */
const checked =
  (deed: Deed): Deed =>
  async (world, id, edge, path) => {
    await deed(world, id, edge, path);
    await checkFamily(world, id);
    await checkIncubation(world, id);
  };

/** An incubation, played by the cast; evaluations, graduations and reports are real ones. */
export const incubationPlay: Play = {
  lifecycle: 'incubation',
  begin: onboarding,
  deeds: Object.fromEntries(Object.entries(deeds).map(([name, deed]) => [name, checked(deed)])),
  detours: incubationDetours,
};
