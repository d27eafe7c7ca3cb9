import { addDays } from '#app/domain/calendar.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { milestonesOf } from '../cast/answers.ts';
import { findingAnswers, findingsOf, serviceNotes } from '../cast/said.ts';
import { type Ending, reporting } from './reports.server.ts';
import type { Scene } from './scene.server.ts';

type Part = AsyncGenerator<string, void, void>;

/** The term starts: baseline, plan, mentor, seat. Reports are laid out and, from then on, written beside the story. */
export async function activate(scene: Scene, ending: Ending = 'accepted'): Promise<void> {
  const { n, cast, stage } = scene;
  await scene.act(
    scene.manager,
    'incubation',
    'activate',
    {
      'baseline.fullTime': n % 4,
      'baseline.volunteers': 15 + ((n * 13) % 70),
      'baseline.projects': n % 3,
      'baseline.coreRules': 2 + (n % 4),
      'baseline.charter': true,
      'baseline.registered': cast.uscc !== null,
      'baseline.account': cast.uscc !== null && n % 2 === 0,
      'baseline.partyWork': n % 5 !== 4,
      termMonths: 12,
      milestones: milestonesOf(cast, 12) ?? [],
      planSigned: true,
      mentor: stage.idOf(scene.mentor),
      ...(cast.onsite ? { seatHandedOver: true } : {}),
    },
    { baselineDocument: ['baseline'], planDocument: ['plan'] },
  );
  stage.besides(reporting(scene, ending));
}

/** The states in which an organization is served and goes on with its plan. */
const serving = ['active', 'midterm_due', 'final_due', 'rectifying'];

const kinds = [
  'mentoring',
  'training',
  'registration_coaching',
  'finance_trusteeship',
  'resource_introduction',
] as const;

/** Mentoring, training and other services, one about every seven weeks as long as the incubation goes its usual way. */
export async function* served(scene: Scene): Part {
  for (let i = scene.n; i < scene.n + 4; i += 1) {
    yield scene.after(20 + (scene.n % 5) * 3);
    if (!serving.includes(await scene.stateOf('incubation'))) continue;
    const service = kinds[i % kinds.length] as (typeof kinds)[number];
    await scene.act(
      service === 'mentoring' ? scene.mentor : scene.manager,
      'incubation',
      'record_service',
      {
        service,
        on: scene.stage.days.dateOf(scene.stage.now()),
        hours: 1.5 + (i % 3),
        note: serviceNotes[service],
      },
      { documents: ['serviceRecord'] },
    );
  }
}

/** Milestones are reached a little before they are due, but for one here and there. */
export async function* reaching(scene: Scene): Part {
  const { stage } = scene;
  const plan = async () =>
    (await stage.contextOf<IncubationContext>('incubation', scene.ids.get('incubation') as string)).plans;
  const laidDown = (await plan()).at(-1)?.milestones ?? [];
  for (const [i, milestone] of laidDown.entries()) {
    yield scene.on(stage.days.onOrBefore(addDays(milestone.dueOn, -3 - (scene.n % 5))));
    if ((scene.n + i) % 4 === 3 || (await plan()).length > 1) continue;
    if (!serving.includes(await scene.stateOf('incubation'))) continue;
    await scene.act(
      i % 2 === 0 ? scene.lead : scene.manager,
      'incubation',
      'reach_milestone',
      {
        milestone: `m${i + 1}`,
        on: stage.days.dateOf(stage.now()),
        note: `已达到“${milestone.indicator}”，名册和活动记录附后。`,
      },
      { reachedDocuments: ['activityRecord'] },
    );
  }
}

/** The manager finds what is to be put right; the director has not signed yet. */
export const proposeRectification = (scene: Scene, ground = 'seat_idle'): Promise<void> => {
  const today = scene.stage.days.dateOf(scene.stage.now());
  return scene.act(
    scene.manager,
    'incubation',
    'order_rectification',
    {
      ground,
      findings: findingsOf(ground).map((finding, i) => ({ finding, dueOn: addDays(today, 14 + i * 7) })),
    },
    { orderDocument: ['rectificationOrder'] },
  );
};

export const signRectification = (scene: Scene): Promise<void> =>
  scene.act('director', 'incubation', 'order_rectification', { signOrder: true });

/** The lead answers what was found, with evidence. */
export async function answerFindings(scene: Scene): Promise<void> {
  const context = await scene.stage.contextOf<IncubationContext>(
    'incubation',
    scene.ids.get('incubation') as string,
  );
  const keys = (context.rectification?.findings ?? []).map((f) => f.key);
  await scene.act(
    scene.lead,
    'incubation',
    'answer_findings',
    Object.fromEntries(
      keys.map((key, i) => [`answer.${key}`, findingAnswers[i % findingAnswers.length] as string]),
    ),
    Object.fromEntries(keys.map((key) => [`evidence.${key}`, ['rectificationEvidence']])),
  );
}

/** Manager and director accept, one after the other. */
export async function* rectificationAccepted(scene: Scene): Part {
  yield scene.after(2);
  await scene.act(scene.manager, 'incubation', 'accept_rectification', { finding: '逐项复查，已整改到位。' });
  yield scene.after(1);
  await scene.act('director', 'incubation', 'accept_rectification', { finding: '同意销号。' });
}

export const requestExit = (scene: Scene): Promise<void> =>
  scene.act(
    scene.lead,
    'incubation',
    'request_exit',
    {
      reason: '主要骨干调往外地工作，经骨干会议讨论，申请提前退壳，服务由社区接续。',
      fundedProjects: 'none',
    },
    { settlementPlan: ['settlementPlan'] },
  );

export const handOver = (scene: Scene): Promise<void> =>
  scene.act(
    scene.manager,
    'incubation',
    'complete_handover',
    Object.fromEntries(
      ['keys', 'property', 'files', 'projectsSettled', 'nothingOwed'].map((line) => [
        `handover.${line}`,
        true,
      ]),
    ),
    { handoverDocument: ['handover'] },
  );

export const requestPause = (scene: Scene, days: number): Promise<void> =>
  scene.act(scene.lead, 'incubation', 'request_pause', {
    until: addDays(scene.stage.days.dateOf(scene.stage.now()), days),
    reason: '活动场地所在楼栋加固改造，服务暂不能开展。',
  });

/** The director grants a pause until the day that was asked for. */
export async function pause(scene: Scene): Promise<void> {
  const context = await scene.stage.contextOf<IncubationContext>(
    'incubation',
    scene.ids.get('incubation') as string,
  );
  await scene.act('director', 'incubation', 'pause', {
    until: context.pauseAsked?.until ?? '',
    reason: '情况属实，同意暂停。',
  });
}

export const requestExtension = (scene: Scene, months: number): Promise<void> =>
  scene.act(scene.lead, 'incubation', 'request_extension', {
    months,
    reason: '登记手续仍在办理，独立账户尚未开立，申请延长孵化期以完成出壳条件。',
  });

export const grantExtension = (scene: Scene, months: number): Promise<void> =>
  scene.act('director', 'incubation', 'grant_extension', {
    months,
    goals: '延期内完成财务托管协议和志愿者制度，独立承接一个服务项目。',
    milestones: milestonesOf(scene.cast, months) ?? [],
  });
