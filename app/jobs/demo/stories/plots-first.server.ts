import { addDays } from '#app/domain/calendar.ts';
import * as apply from './application.server.ts';
import { announce, evaluated } from './evaluation.server.ts';
import { followedUp, graduated } from './graduation.server.ts';
import { activationForFinal, active, midterm, untilFinal } from './incubated.server.ts';
import {
  activate,
  answerFindings,
  grantExtension,
  handOver,
  proposeRectification,
  requestExit,
  served,
  signRectification,
} from './incubation.server.ts';
import type { Plot } from './plots.server.ts';
import type { Scene } from './scene.server.ts';

type Part = AsyncGenerator<string, void, void>;

/** A call is reviewed on one day, and decided three working days later. */
const meetingOf = (scene: Scene): string => scene.stage.days.plus(scene.stage.days.daysAgo(892), 18);

/** An application of the first call, up to its decision: admitted and signed. */
async function* inFirstCall(scene: Scene, passwordHash: string): Part {
  const { days } = scene.stage;
  const meeting = meetingOf(scene);
  yield scene.on(days.plus(days.daysAgo(910), scene.n % 4));
  await apply.draft(scene, 'first', passwordHash);
  yield scene.after(3);
  await apply.submit(scene);
  yield* apply.screened(scene);
  yield* apply.convened(scene, 0, meeting);
  yield scene.on(meeting);
  yield* apply.scored(scene, apply.usualScore(scene.n));
  yield scene.after(1);
  await apply.closeReview(scene);
  yield scene.on(days.plus(meeting, 3));
  await apply.admit(scene);
  yield* apply.signed(scene);
  yield scene.after(6);
  await activate(scene);
  scene.stage.besides(served(scene));
}

/** The whole way of the first ones: mid-term, final, graduation, certificate. */
async function* toTheCertificate(scene: Scene, passwordHash: string): Part {
  const { days } = scene.stage;
  yield* inFirstCall(scene, passwordHash);
  const activeOn = days.dateOf(scene.stage.now());
  yield* midterm(scene, days.onOrBefore(addDays(activeOn, 178)), { target: 78 + scene.n, deskOnly: true });
  const final = days.plus(addDays(activeOn, 365 - 60), 2);
  yield* evaluated(scene, final, { target: 86 + (scene.n % 6) });
  yield* graduated(scene, final);
}

/** What became of the first call, and of those who came soon after it. */
export const firstPlots: Readonly<Record<string, Plot>> = {
  a1: async function* (scene, way) {
    yield* toTheCertificate(scene, way.passwordHash);
    const certified = scene.stage.days.dateOf(scene.stage.now());
    for (const [month, after] of [
      [3, 94],
      [6, 186],
      [12, 368],
    ] as const) {
      yield scene.on(scene.stage.days.onOrBefore(addDays(certified, after)));
      yield* followedUp(scene, [month]);
    }
    yield scene.after(6);
    await scene.act(scene.manager, 'graduation', 'close', { note: '跟踪满十二个月，运行正常。' });
  },
  a2: async function* (scene, way) {
    yield* toTheCertificate(scene, way.passwordHash);
    yield scene.on(scene.stage.days.daysAgo(180));
    const reason = '经审计核实，结项报告中虚列支出、伪造签到，属弄虚作假，撤销出壳证书。';
    await scene.act('director', 'graduation', 'revoke', { reason }, { proof: ['proof'] });
    yield scene.after(4);
    await scene.act('supervisor', 'graduation', 'revoke', { reason }, { proof: ['proof'] });
  },
  a3: async function* (scene, way) {
    yield* toTheCertificate(scene, way.passwordHash);
    const certified = scene.stage.days.dateOf(scene.stage.now());
    for (const [month, after] of [
      [3, 95],
      [6, 188],
    ] as const) {
      yield scene.on(scene.stage.days.onOrBefore(addDays(certified, after)));
      yield* followedUp(scene, [month]);
    }
    yield scene.on(scene.stage.days.onOrBefore(addDays(certified, 369)));
    yield* followedUp(scene, [12]);
  },
  a5: async function* (scene, way) {
    const { days } = scene.stage;
    yield scene.on(days.plus(days.daysAgo(905), 1));
    await apply.draft(scene, 'first', way.passwordHash);
    yield scene.after(2);
    await apply.submit(scene);
    yield scene.after(1);
    await scene.act(scene.manager, 'application', 'accept');
    yield scene.after(2);
    await scene.act(scene.manager, 'application', 'request_supplement', {
      'reason.charter': '章程缺少财务公开和退出条款。',
    });
  },
  a6: async function* (scene, way) {
    const { days } = scene.stage;
    yield scene.on(days.plus(days.daysAgo(903), 1));
    await apply.draft(scene, 'first', way.passwordHash);
    yield scene.after(2);
    await apply.submit(scene);
    yield scene.after(1);
    await scene.act(scene.manager, 'application', 'accept');
    yield scene.after(3);
    await scene.act('director', 'application', 'refuse', {
      grounds: ['penalty', 'inspection'],
      reason: '近两年受过行政处罚，且上一年度未参加年检，属不予入壳情形。',
    });
  },
  a7: async function* (scene, way) {
    const { days } = scene.stage;
    yield* inFirstCall(scene, way.passwordHash);
    const activeOn = days.dateOf(scene.stage.now());
    yield* midterm(scene, days.onOrBefore(addDays(activeOn, 180)), { target: 66, deskOnly: true });
    yield scene.after(20);
    await proposeRectification(scene);
    yield scene.after(1);
    await signRectification(scene);
    // Nothing is answered: thirty days later the exit is announced, and after the time to appeal it is carried out.
    yield scene.after(36);
    await handOver(scene);
  },
  b1: async function* (scene, way) {
    const opened = scene.stage.days.daysAgo(165);
    yield* untilFinal(scene, opened, way);
    yield* evaluated(scene, opened, { target: 88 });
    yield* graduated(scene, opened);
  },
  b2: async function* (scene, way) {
    const { days } = scene.stage;
    yield* active(scene, days.daysAgo(520), way);
    yield scene.on(days.daysAgo(400));
    await requestExit(scene);
    yield scene.after(8);
    await handOver(scene);
  },
  // Nobody comes to take the seat over: after thirty days the incubation is over.
  b3: async function* (scene, way) {
    yield* apply.admitted(scene, scene.stage.days.daysAgo(330), way.passwordHash);
  },
  // Its mid-term is put off, it does not ask to graduate in time, and is given half a year more.
  b4: async function* (scene, way) {
    const { days } = scene.stage;
    const opened = days.daysAgo(150);
    const activeOn = activationForFinal(scene, opened);
    yield* active(scene, activeOn, way);
    yield scene.on(days.onOrBefore(addDays(activeOn, 176)));
    await scene.act(scene.manager, 'incubation', 'start_midterm');
    yield scene.after(1);
    await scene.find('evaluation');
    await scene.act('director', 'evaluation', 'cancel', {
      reason: '与街道统一检查时间冲突，取消后另行安排。',
    });
    yield scene.on(days.onOrBefore(addDays(activeOn, 188)));
    yield* midterm(scene, days.dateOf(scene.stage.now()), { target: 71, deskOnly: true });
    yield* evaluated(scene, opened, { target: 84 });
    yield scene.on(days.plus(opened, 48));
    await grantExtension(scene, 6);
  },
  m5: async function* (scene, way) {
    const { days } = scene.stage;
    const opened = days.workingDaysAgo(16);
    yield* active(scene, days.onOrBefore(addDays(opened, -184)), way);
    yield scene.on(opened);
    await scene.act(scene.manager, 'incubation', 'start_midterm');
    yield scene.after(1);
    await scene.find('evaluation');
    // Announced, but nothing comes: not taken part, and an order to rectify follows.
    await announce(scene, { target: 0 });
  },
  i5: async function* (scene, way) {
    const { days } = scene.stage;
    yield* active(scene, days.daysAgo(130), way);
    yield scene.on(days.workingDaysAgo(13));
    await proposeRectification(scene);
    yield scene.after(2);
    await signRectification(scene);
    yield scene.on(days.workingDaysAgo(2));
    await answerFindings(scene);
  },
};
