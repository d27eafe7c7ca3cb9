import * as apply from './application.server.ts';
import { object } from './graduation.server.ts';
import type { Way } from './incubated.server.ts';
import {
  activate,
  answerFindings,
  proposeRectification,
  rectificationAccepted,
  requestPause,
  served,
  signRectification,
} from './incubation.server.ts';
import type { Plot } from './plots.server.ts';
import type { Scene } from './scene.server.ts';

type Part = AsyncGenerator<string, void, void>;

const springMeeting = (scene: Scene): string => scene.stage.days.plus(scene.stage.days.daysAgo(195), 16);

/** An application of the spring call up to the day of decision; its sheets come near `target`. */
async function* reviewedInSpring(scene: Scene, way: Way, target: number): Part {
  const { days } = scene.stage;
  const meeting = springMeeting(scene);
  yield scene.on(days.plus(days.daysAgo(210), scene.n % 4));
  await apply.draft(scene, 'spring', way.passwordHash);
  yield scene.after(2);
  await apply.submit(scene);
  yield* apply.screened(scene);
  yield* apply.convened(scene, 0, meeting);
  yield scene.on(meeting);
  yield* apply.scored(scene, target);
  yield scene.after(1);
  await apply.closeReview(scene);
  yield scene.on(days.plus(meeting, 3));
}

/** One of the four of the spring call: admitted, signed, active. */
export async function* admittedInSpring(scene: Scene, way: Way): Part {
  yield* reviewedInSpring(scene, way, 84 + (scene.n % 7));
  await apply.admit(scene);
  yield* apply.signed(scene);
  yield scene.after(5);
  await activate(scene, way.ending);
  scene.stage.besides(served(scene));
}

/** Scored well enough, but the places of the call are taken. */
const waitlisted: Plot = async function* (scene, way) {
  const { days } = scene.stage;
  yield* reviewedInSpring(scene, way, 75);
  yield scene.on(days.plus(springMeeting(scene), 4));
  await scene.act('director', 'application', 'waitlist', { note: '名额已满，进入候补，按得分先后递补。' });
};

/** A rolling application that was submitted so many working days ago and goes its usual way. */
const rollingFor =
  (workingDays: number): Plot =>
  (scene, way) =>
    apply.admitted(scene, scene.stage.days.workingDaysAgo(workingDays), way.passwordHash);

/** Applies in the call that is open now; submitted so many working days ago. */
async function* inCurrentCall(scene: Scene, way: Way, workingDaysAgo: number): Part {
  const { days } = scene.stage;
  const submitOn = days.workingDaysAgo(workingDaysAgo);
  yield scene.on(days.plus(submitOn, -1));
  await apply.draft(scene, 'current', way.passwordHash);
  yield scene.on(submitOn);
  await apply.submit(scene);
}

const currentFor = (workingDays: number, panel: number, left: number): Plot =>
  async function* (scene, way) {
    const { days } = scene.stage;
    yield* inCurrentCall(scene, way, workingDays);
    yield* apply.screened(scene);
    const meetingOn = days.plus(days.workingDaysAgo(workingDays), 10);
    yield* apply.convened(scene, panel, meetingOn);
    yield scene.on(meetingOn);
    yield* apply.scored(scene, apply.usualScore(scene.n), left);
  };

async function* accepted(scene: Scene, way: Way, workingDaysAgo: number): Part {
  yield* inCurrentCall(scene, way, workingDaysAgo);
  yield scene.after(1);
  await scene.act(scene.manager, 'application', 'accept');
}

/** Applications as they stand today, and the organizations of the spring call. */
export const applicationPlots: Readonly<Record<string, Plot>> = {
  s1: (scene, way) => admittedInSpring(scene, way),
  s2: (scene, way) => admittedInSpring(scene, { ...way, ending: 'overdue' }),
  s3: async function* (scene, way) {
    yield* admittedInSpring(scene, way);
    yield scene.on(scene.stage.days.workingDaysAgo(1));
    await requestPause(scene, 60);
  },
  s4: async function* (scene, way) {
    yield* admittedInSpring(scene, way);
    yield scene.on(scene.stage.days.daysAgo(85));
    await proposeRectification(scene, 'training_missed');
    yield scene.after(1);
    await signRectification(scene);
    yield scene.after(6);
    await answerFindings(scene);
    yield* rectificationAccepted(scene);
  },
  s5: waitlisted,
  s6: waitlisted,
  s7: async function* (scene, way) {
    yield* reviewedInSpring(scene, way, 62);
    await scene.act('director', 'application', 'reject', {
      reason: '评审得分未达七十分，服务定位与社区已有项目重复较多，建议完善后再次申请。',
    });
  },
  s8: async function* (scene, way) {
    const { days } = scene.stage;
    yield scene.on(days.plus(days.daysAgo(208), 1));
    await apply.draft(scene, 'spring', way.passwordHash);
    yield scene.after(2);
    await apply.submit(scene);
    yield scene.after(1);
    await scene.act(scene.manager, 'application', 'accept');
    yield scene.after(3);
    await scene.act(scene.lead, 'application', 'withdraw', {
      reason: '负责人随子女迁居，团队决定暂缓申请。',
    });
  },

  p1: rollingFor(16),
  p2: rollingFor(14),
  p3: async function* (scene, way) {
    const { days } = scene.stage;
    const submitOn = days.workingDaysAgo(17);
    yield* apply.upTo(apply.admitted(scene, submitOn, way.passwordHash), scene.on(days.plus(submitOn, 13)));
    yield scene.on(days.plus(submitOn, 14));
    await object(scene, 'application', '该组织去年收取会费后未公布账目，请中心核实后再作决定。');
  },
  p4: rollingFor(18),
  p5: rollingFor(19),
  p6: rollingFor(11),
  p7: async function* (scene, way) {
    const { days } = scene.stage;
    const submitOn = days.workingDaysAgo(11);
    yield scene.on(days.plus(submitOn, -1));
    await apply.draft(scene, 'rolling', way.passwordHash);
    yield scene.on(submitOn);
    await apply.submit(scene);
    yield* apply.screened(scene);
    yield* apply.convened(scene, 1, days.plus(submitOn, 10));
    yield scene.on(days.plus(submitOn, 10));
    yield* apply.scored(scene, 61);
    yield scene.after(1);
    await apply.closeReview(scene);
  },

  // Nearly complete: the plan is not written yet, and the list of people is missing.
  c1: async function* (scene, way) {
    yield scene.on(scene.stage.days.workingDaysAgo(3));
    await apply.draft(scene, 'current', way.passwordHash, ['plan', 'peopleList']);
  },
  c2: async function* (scene, way) {
    yield scene.on(scene.stage.days.workingDaysAgo(6));
    await apply.draft(scene, 'current', way.passwordHash, [
      'team',
      'services',
      'plan',
      'charter',
      'undertaking',
      'peopleList',
    ]);
  },
  c3: (scene, way) => inCurrentCall(scene, way, 4),
  c4: (scene, way) => inCurrentCall(scene, way, 0),
  c5: (scene, way) => accepted(scene, way, 3),
  c6: (scene, way) => accepted(scene, way, 8),
  c7: async function* (scene, way) {
    yield* accepted(scene, way, 7);
    yield scene.after(2);
    await scene.act(scene.manager, 'application', 'request_supplement', {
      'reason.foundersIdentity': '两名发起人的身份说明没有签字。',
      'reason.services': '请补充近十二个月服务的次数和人次。',
    });
  },
  c8: async function* (scene, way) {
    yield* inCurrentCall(scene, way, 5);
    yield* apply.screened(scene);
  },
  c9: async function* (scene, way) {
    yield* inCurrentCall(scene, way, 6);
    yield* apply.screened(scene);
    yield scene.after(1);
    await apply.appoint(scene, 2);
    yield scene.after(1);
    await apply.declare(scene, 'reviewer1');
    await scene.act(scene.lead, 'application', 'request_recusal', {
      member: scene.stage.idOf('reviewer6'),
      reason: '该专家现任本街道另一申请组织的顾问，可能影响公正。',
    });
  },
  c10: currentFor(10, 0, 4),
  c11: currentFor(10, 2, 0),
};
