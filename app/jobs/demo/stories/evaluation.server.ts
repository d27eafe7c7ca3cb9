import type { EvaluationContext } from '#app/domain/lifecycles/evaluation/facts.ts';
import { sittingAssessors } from '#app/domain/lifecycles/evaluation/facts.ts';
import { visitNotes } from '../cast/said.ts';
import { sheetAnswers } from '../sheet-answers.ts';
import type { Scene } from './scene.server.ts';

type Part = AsyncGenerator<string, void, void>;

const teams = [
  ['assessor2', 'assessor3', 'assessor1'],
  ['assessor4', 'assessor5', 'assessor2'],
  ['assessor3', 'assessor4', 'assessor1'],
] as const;
const teamOf = (n: number): readonly string[] => teams[n % teams.length] as readonly string[];

const contextOf = (scene: Scene) =>
  scene.stage.contextOf<EvaluationContext>('evaluation', scene.ids.get('evaluation') as string);

/** How an evaluation goes. Without a visit it is judged from the files. */
export interface Course {
  /** Points that the panel comes near. */
  readonly target: number;
  readonly team?: number;
  readonly rubric?: string;
  readonly deskOnly?: boolean;
}

/** The manager announces it: team, rubric, the day of the visit eleven working days on. */
export async function announce(scene: Scene, { team = scene.n, rubric, deskOnly }: Course): Promise<void> {
  const { stage } = scene;
  const members = teamOf(team).map(stage.idOf);
  await scene.act(scene.manager, 'evaluation', 'announce', {
    ...(rubric ? { rubric } : {}),
    plan: '自评、材料核验、实地查看与访谈，评估组独立打分后合议。',
    assessors: members,
    leadAssessor: members[0] as string,
    readsAccounts: [members[1] as string],
    visitOn: stage.days.plus(stage.days.dateOf(stage.now()), 11),
    ...(deskOnly ? { deskOnly: true } : {}),
  });
}

/** What the organization hands in of itself. */
export async function assessItself(scene: Scene, target: number): Promise<void> {
  const { rubric } = await contextOf(scene);
  if (rubric === null) throw new Error('An announced evaluation has a rubric');
  await scene.act(
    scene.lead,
    'evaluation',
    'submit_self_assessment',
    sheetAnswers(rubric, Math.min(97, target + 5), scene.n + 40),
    Object.fromEntries(rubric.dimensions.map((d) => [`evidence.${d.id}`, ['selfAssessment']])),
  );
}

const bias = [1, -2, 1] as const;

export async function score(scene: Scene, assessor: string, target: number): Promise<void> {
  const context = await contextOf(scene);
  const seat = sittingAssessors(context).findIndex((a) => a.personId === scene.stage.idOf(assessor));
  await scene.act(assessor, 'evaluation', 'score', {
    ...sheetAnswers(context.rubric!, target + (bias[seat % bias.length] as number), scene.n + seat),
  });
}

/**
 * An evaluation from its announcement to the notice of the result, on the working days after its opening (day 0):
 * 1 announced, 2–5 self-assessment begins and the team declares, 7 submitted, 9 checked, 12 visit, 13–15 sheets,
 * 16 closed, 17 the result is published; it is confirmed at the end of day 22.
 */
export async function* evaluated(scene: Scene, openedOn: string, course: Course): Part {
  const { days } = scene.stage;
  const day = (n: number) => scene.on(days.plus(openedOn, n));
  const team = teamOf(course.team ?? scene.n);
  yield day(1);
  await scene.find('evaluation');
  await announce(scene, course);
  yield day(2);
  await scene.act(scene.lead, 'evaluation', 'start_self_assessment');
  for (const [i, assessor] of team.entries()) {
    yield day(3 + i);
    await scene.act(assessor, 'evaluation', 'declare', { declaration: 'none', confidential: true });
  }
  yield day(7);
  await assessItself(scene, course.target);
  yield day(9);
  if (course.deskOnly)
    await scene.act(scene.manager, 'evaluation', 'desk_only', {
      reason: '方案约定以材料评审为主，材料齐全。',
    });
  else {
    await scene.act(scene.manager, 'evaluation', 'pass_material', { note: '材料核验通过。' });
    yield day(12);
    await visit(scene, team[0] as string);
  }
  for (const [i, assessor] of team.entries()) {
    yield day(13 + i);
    await score(scene, assessor, course.target);
  }
  yield day(16);
  await scene.act(scene.manager, 'evaluation', 'close_scoring', { note: '三份评分表均已锁定。' });
  yield day(17);
  await scene.act('director', 'evaluation', 'finalise', {
    discussion: '评估组合议一次，对得分与评语意见一致。',
  });
}

const visit = (scene: Scene, assessor: string): Promise<void> =>
  scene.act(
    assessor,
    'evaluation',
    'record_visit',
    {
      on: scene.stage.days.dateOf(scene.stage.now()),
      attendees: '评估组三人，组织负责人及骨干四人，社区工作者一人。',
      notes: visitNotes[scene.n % visitNotes.length] as string,
    },
    { photographs: ['photo-visit', 'photo-room'] },
  );

/** The lead appeals against two items. */
export async function appeal(scene: Scene): Promise<void> {
  const { rubric } = await contextOf(scene);
  const items = rubric?.dimensions.flatMap((d) => d.items.map((i) => i.id)) ?? [];
  await scene.act(
    scene.lead,
    'evaluation',
    'appeal',
    { items: items.slice(2, 4), reason: '该两项得分未计入十月份补交的会议纪要和培训签到表，请予复核。' },
    { evidence: ['appeal'] },
  );
}
