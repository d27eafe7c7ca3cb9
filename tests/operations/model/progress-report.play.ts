import { addDays } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import type { World } from '#tests/world.ts';
import { today } from '../life-world.ts';
import { untilDate, untilTimer } from './clock-hand.ts';
import { checkFamily, leadOf } from './family.ts';
import { checkIncubation } from './incubation-invariants.ts';
import { changedMentor } from './incubation-stage.ts';
import { checkReports } from './progress-report-invariants.ts';
import {
  amendedFigures,
  amendmentAskedFor,
  earlierSettled,
  figures,
  incubationOfReport,
  laidOut,
  left,
  newPlan,
  paused,
  reportContext,
} from './progress-report-stage.ts';
import type { Play } from './walk.ts';

type Deed = Play['deeds'][string];

const reason: Values = { reason: '情况有变化，请予办理。' };

const send = (world: World, id: string, who: string, event: string, input: Values = {}) =>
  world.must(who, 'progress_report', id, event, input);

const lead = (world: World, id: string) => leadOf(world, 'progress_report', id);

const clock =
  (timer: string): Deed =>
  (world, id) =>
    untilTimer(world, 'progress_report', id, timer);

/** An answer to every comment that has none yet. */
async function answers(world: World, id: string): Promise<Values> {
  const open = (await reportContext(world, id)).comments.filter((c) => c.answer === null);
  return Object.fromEntries(open.map((c) => [`answer.${c.field}`, '已核对签到表。']));
}

const save = async (world: World, id: string): Promise<void> => {
  const { amendment } = await reportContext(world, id);
  const input = amendment === undefined ? figures(world, id) : amendedFigures(world, id);
  await send(world, id, 'helper', 'edit', await input);
};

/** Written as it is to be handed in; a year comes after its quarters. */
const written = async (world: World, id: string): Promise<void> => {
  if ((await reportContext(world, id)).period.kind === 'yearly') await earlierSettled(world, id);
  await save(world, id);
};

const pause = async (world: World, id: string): Promise<void> =>
  paused(world, await incubationOfReport(world, id));

/** The incubation goes on after a few days; it is paused first unless it is. */
const goOn: Deed = async (world, id) => {
  if ((await reportContext(world, id)).pausedOn === null) await pause(world, id);
  await world.pass({ days: 5 });
  await world.must('manager', 'incubation', await incubationOfReport(world, id), 'resume');
};

const deeds: Play['deeds'] = {
  edit: save,
  submit: async (w, id) => {
    await written(w, id);
    await send(w, id, await lead(w, id), 'submit', { truth: true });
  },
  submit_late: async (w, id) => {
    await written(w, id);
    const input = { ...(await answers(w, id)), ...reason, truth: true };
    await send(w, id, await lead(w, id), 'submit_late', input);
  },
  resubmit: async (w, id) => {
    await written(w, id);
    await send(w, id, await lead(w, id), 'resubmit', { ...(await answers(w, id)), truth: true });
  },
  return: (w, id) =>
    send(w, id, 'manager', 'return', {
      'comment.persons': '请核对服务人数。',
      'comment.evidence': '请补充。',
    }),
  allow_amendment: (w, id) => send(w, id, 'manager', 'allow_amendment'),
  refuse_amendment: (w, id) => send(w, id, 'manager', 'refuse_amendment', reason),
  drop_amendment: async (w, id) => send(w, id, await lead(w, id), 'drop_amendment', reason),
  accept: async (w, id) => {
    await earlierSettled(w, id);
    await send(w, id, 'manager', 'accept');
  },
  waive: (w, id) => send(w, id, 'director', 'waive', reason),
  move_due_date: async (w, id) => {
    const { dueOn } = await reportContext(w, id);
    const from = dueOn > today(w) ? dueOn : today(w);
    await send(w, id, 'manager', 'move_due_date', { dueOn: addDays(from, 10), ...reason });
  },
  reassign: async (w, id) => {
    const own = (await reportContext(w, id)).responsibleId === w.idOf('manager');
    await send(w, id, 'director', 'reassign', { manager: w.idOf(own ? 'manager2' : 'manager') });
  },
  incubation_paused: pause,
  incubation_resumed: goOn,
  'scheduled --incubation_resumed--> waived': async (w, id) => {
    const { period, pausedOn } = await reportContext(w, id);
    await untilDate(w, period.from);
    if (pausedOn === null) await pause(w, id);
    await untilDate(w, addDays(period.to, 1));
    await w.must('manager', 'incubation', await incubationOfReport(w, id), 'resume');
  },
  mentor_changed: async (w, id) => changedMentor(w, await incubationOfReport(w, id)),
  plan_changed: async (w, id) => newPlan(w, await incubationOfReport(w, id)),
  waive_ended: async (w, id) => left(w, await incubationOfReport(w, id)),
  periodEnd: clock('periodEnd'),
  remindWeekBefore: clock('remindWeekBefore'),
  remindDayBefore: clock('remindDayBefore'),
  due: clock('due'),
  reportReadDays: clock('reportReadDays'),
  resubmitDays: clock('resubmitDays'),
  remindDayAfter: clock('remindDayAfter'),
  remindFifthDay: clock('remindFifthDay'),
};

/** Whatever moved, the report and all that hangs on its incubation hold. */
const checked =
  (deed: Deed): Deed =>
  async (world, id, edge, path) => {
    await deed(world, id, edge, path);
    const incubation = await incubationOfReport(world, id);
    await checkFamily(world, incubation);
    await checkIncubation(world, incubation);
    await checkReports(world, incubation);
  };

/** The progress report of a period, played by the cast; the incubation it belongs to is a real one. */
export const reportPlay = (key = '2026-Q1'): Play => ({
  lifecycle: 'progress_report',
  begin: (world) => laidOut(world, key),
  deeds: Object.fromEntries(Object.entries(deeds).map(([name, deed]) => [name, checked(deed)])),
});

/** The amendment of an accepted report, played by the cast from the lead's request on. */
export const amendmentPlay = (begin: Play['begin'] = amendmentAskedFor): Play => ({
  ...reportPlay(),
  begin,
  beginsIn: 'amendment_asked',
});
