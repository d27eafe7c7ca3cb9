import { addDays } from '#app/domain/calendar.ts';
import { openSpecialEvaluation } from '#app/operations/open-special-evaluation.server.ts';
import { amending } from './amendment.server.ts';
import * as apply from './application.server.ts';
import { announce, appeal, assessItself, evaluated, score } from './evaluation.server.ts';
import { graduated } from './graduation.server.ts';
import { activationForMidterm, active, midterm, untilFinal } from './incubated.server.ts';
import {
  pause,
  proposeRectification,
  requestExit,
  requestExtension,
  requestPause,
} from './incubation.server.ts';
import type { Plot } from './plots.server.ts';
import type { Ending } from './reports.server.ts';

/** The final evaluation opened so many working days ago; what follows it has come as far as that. */
const finalFor = (
  workingDays: number,
  target: number,
  more: { readonly objection?: boolean; readonly ending?: Ending; readonly amended?: boolean } = {},
): Plot =>
  async function* (scene, way) {
    const opened = scene.stage.days.workingDaysAgo(workingDays);
    if (more.amended)
      scene.stage.besides(amending(scene, scene.stage.days.workingDaysAgo(workingDays + 15), 'accepted'));
    yield* untilFinal(scene, opened, { ...way, ...(more.ending ? { ending: more.ending } : {}) });
    yield* evaluated(scene, opened, { target });
    yield* graduated(scene, opened, more.objection);
  };

const midtermFor = (workingDays: number, target: number, ending: Ending = 'accepted'): Plot =>
  async function* (scene, way) {
    const opened = scene.stage.days.workingDaysAgo(workingDays);
    yield* active(scene, activationForMidterm(scene, opened), { ...way, ending });
    yield* midterm(scene, opened, { target });
  };

/** Incubations, their evaluations and graduations as they stand today. */
export const incubationPlots: Readonly<Record<string, Plot>> = {
  g1: finalFor(24, 87),
  g2: finalFor(26, 91, { amended: true }),
  g3: finalFor(28, 85),
  g4: finalFor(30, 83),
  g5: finalFor(34, 89),
  g6: finalFor(36, 84, { objection: true }),
  g7: finalFor(38, 94),
  e1: async function* (scene, way) {
    scene.stage.besides(amending(scene, scene.stage.days.workingDaysAgo(1), 'asked'));
    yield* untilFinal(scene, scene.stage.days.workingDaysAgo(0), way);
  },
  e2: finalFor(5, 82, { ending: 'submitted' }),
  e3: finalFor(11, 80),
  e4: finalFor(16, 86, { ending: 'unread' }),
  e5: async function* (scene, way) {
    const { days } = scene.stage;
    scene.stage.besides(amending(scene, days.workingDaysAgo(2), 'amending'));
    const opened = days.workingDaysAgo(21);
    yield* untilFinal(scene, opened, way);
    yield* evaluated(scene, opened, { target: 76 });
    yield scene.on(days.plus(opened, 19));
    await appeal(scene);
  },
  m1: midtermFor(1, 80, 'draft'),
  m2: midtermFor(8, 77),
  m3: midtermFor(14, 72, 'overdue'),
  m4: midtermFor(19, 83),

  // The agreement was signed six and twenty-four days ago; the second is nearly out of time.
  i1: async function* (scene, way) {
    yield* apply.admitted(scene, scene.stage.days.workingDaysAgo(24), way.passwordHash);
  },
  i2: async function* (scene, way) {
    const { days } = scene.stage;
    yield* apply.admitted(scene, days.plus(days.daysAgo(24), -20), way.passwordHash);
  },
  i3: async function* (scene, way) {
    yield* active(scene, scene.stage.days.daysAgo(155), { ...way, ending: 'open' });
  },
  i4: async function* (scene, way) {
    const { days } = scene.stage;
    yield* active(scene, days.daysAgo(140), way);
    yield scene.on(days.workingDaysAgo(12));
    await requestPause(scene, 70);
    yield scene.after(2);
    await pause(scene);
  },
  i6: async function* (scene, way) {
    const { days } = scene.stage;
    yield* active(scene, days.daysAgo(120), { ...way, ending: 'returned' });
    yield scene.on(days.workingDaysAgo(2));
    await proposeRectification(scene, 'reports_overdue');
  },
  i7: async function* (scene, way) {
    const { days } = scene.stage;
    scene.stage.besides(amending(scene, days.workingDaysAgo(30), 'refused'));
    const activeOn = days.daysAgo(290);
    yield* active(scene, activeOn, way);
    yield* midterm(scene, days.onOrBefore(addDays(activeOn, 180)), { target: 74, deskOnly: true });
    yield scene.on(days.workingDaysAgo(3));
    await requestExtension(scene, 6);
  },
  i8: async function* (scene, way) {
    const { days } = scene.stage;
    yield* active(scene, days.daysAgo(170), way);
    yield scene.on(days.workingDaysAgo(5));
    await requestExit(scene);
  },
  // Its final evaluation comes to less than sixty points; it appeals against the exit.
  i9: async function* (scene, way) {
    const { days } = scene.stage;
    const opened = days.workingDaysAgo(27);
    yield* untilFinal(scene, opened, way);
    yield* evaluated(scene, opened, { target: 54 });
    yield scene.on(days.plus(opened, 24));
    await scene.act(
      scene.lead,
      'incubation',
      'appeal',
      { reason: '评估期内场地两次停电停水，活动未能按计划开展，恳请复核末期评估结论。' },
      { evidence: ['appeal'] },
    );
  },
  // A special evaluation: what was said of its accounts is looked into; one sheet is still open.
  i10: async function* (scene, way) {
    const { stage } = scene;
    const { days } = stage;
    yield* active(scene, days.daysAgo(140), way);
    const opened = days.workingDaysAgo(15);
    yield scene.on(opened);
    const special = await openSpecialEvaluation(stage.house, {
      incubationId: scene.ids.get('incubation') as string,
      reason: '收到关于助餐资金使用的来信，对财务管理开展专项评估。',
      actor: await stage.as('director'),
      requestId: 'demo',
    });
    if (!special.ok) throw new Error(special.refusals.map((r) => r.code).join(', '));
    scene.ids.set('evaluation', special.value.id);
    const course = { target: 74, team: 0, rubric: 'incubation-midterm' };
    yield scene.after(1);
    await announce(scene, course);
    yield scene.after(1);
    await scene.act(scene.lead, 'evaluation', 'start_self_assessment');
    for (const assessor of ['assessor1', 'assessor2', 'assessor3']) {
      yield scene.after(0);
      await scene.act(assessor, 'evaluation', 'declare', { declaration: 'none', confidential: true });
    }
    yield scene.after(3);
    await assessItself(scene, course.target);
    yield scene.after(2);
    await scene.act(scene.manager, 'evaluation', 'pass_material', { note: '账册与凭证已调取。' });
    yield scene.on(days.plus(opened, 12));
    await scene.act(
      'assessor2',
      'evaluation',
      'record_visit',
      {
        on: days.dateOf(stage.now()),
        attendees: '评估组三人，组织负责人和会计。',
        notes: '核对银行流水和采购票据，访谈用餐老人八人。',
      },
      { photographs: ['photo-visit'] },
    );
    yield scene.after(1);
    await score(scene, 'assessor3', course.target);
  },
};
