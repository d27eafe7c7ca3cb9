import type { Values } from '#app/domain/forms/field.ts';
import { beginEvaluation } from '#app/domain/lifecycles/evaluation/begin.ts';
import type { EvaluationContext, EvaluationKind } from '#app/domain/lifecycles/evaluation/facts.ts';
import { evaluation } from '#app/domain/lifecycles/evaluation/index.ts';
import { graduation } from '#app/domain/rubrics/graduation.ts';
import { incubationMidterm } from '#app/domain/rubrics/incubation-midterm.ts';
import type { Rubric } from '#app/domain/rubrics.ts';
import { type Settings, settingsWith } from '#app/domain/settings.ts';
import { calendar, file, monday, Story, sheetInput, someone } from './machine-driver.ts';

export const people = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'] as const;
export const candidates = [
  ...people.map((id) => ({ personId: id, name: id, conflict: false })),
  { personId: 'cousin', name: 'cousin', conflict: true },
  { personId: 'manager', name: 'manager', conflict: false },
];

export const lead = someone('lead');
export const manager = someone('manager');
export const director = someone('director');
export const supervisor = someone('supervisor');
export const assessor = (id: string) => someone('assessor', id);

export const rubricOf = (kind: EvaluationKind): Rubric =>
  kind === 'midterm' ? incubationMidterm : graduation;

/** An announcement that nothing is missing for: three assessors, `a1` leads, `a2` reads accounts. */
export const announcement = (change: Values = {}): Values => ({
  plan: '查阅材料，实地走访，座谈。',
  assessors: ['a2', 'a1', 'a3'],
  leadAssessor: 'a1',
  readsAccounts: ['a2'],
  visitOn: '2026-03-16',
  ...change,
});

export const observedFor = (rubrics: readonly Rubric[]) => ({
  rubrics,
  assessorCandidates: candidates,
  evaluationNumber: 'PG-2026-0001',
});

/** A self-assessment with evidence for every dimension. */
export const selfAssessment = (rubric: Rubric): Values => ({
  ...sheetInput(rubric, 90),
  ...Object.fromEntries(rubric.dimensions.map((d) => [`evidence.${d.id}`, [file(d.id)]])),
});

export const visit: Values = {
  on: '2026-03-02',
  attendees: '评估组三人，组织负责人',
  photographs: [file('photo')],
  notes: '运行正常。',
};

export interface Options {
  readonly kind?: EvaluationKind;
  readonly settings?: Partial<Settings>;
  readonly team?: readonly string[];
  readonly deskOnly?: boolean;
  /** Points that each of the team gives, in its order. */
  readonly points?: readonly number[];
  readonly sheet?: Values;
}

export type EvaluationStory = Story<EvaluationContext>;

export const planned = ({ kind = 'final', settings }: Options = {}): EvaluationStory =>
  new Story(
    evaluation,
    beginEvaluation({
      calendar,
      at: monday,
      settings: settingsWith(settings),
      kind,
      responsibleId: 'manager',
    }),
  );

export function announced(options: Options = {}): EvaluationStory {
  const kind = options.kind ?? 'final';
  const team = options.team ?? ['a1', 'a2', 'a3'];
  return planned(options).send('announce', {
    by: manager,
    input: announcement({
      assessors: team,
      readsAccounts: [team[1] ?? 'a2'],
      ...(kind === 'special' ? { rubric: 'graduation' } : {}),
      ...(options.deskOnly ? { deskOnly: true } : {}),
    }),
    observed: observedFor([rubricOf(kind)]),
  });
}

export const declared = (options: Options = {}): EvaluationStory => {
  const story = announced(options);
  for (const id of options.team ?? ['a1', 'a2', 'a3'])
    story.send('declare', { by: assessor(id), input: { declaration: 'none', confidential: true } });
  return story;
};

export const selfAssessing = (options: Options = {}): EvaluationStory =>
  declared(options).send('start_self_assessment', { by: lead });

export const checked = (options: Options = {}): EvaluationStory =>
  selfAssessing(options).send('submit_self_assessment', {
    by: lead,
    input: selfAssessment(rubricOf(options.kind ?? 'final')),
  });

export const onsite = (options: Options = {}): EvaluationStory =>
  checked(options).send('pass_material', { by: manager });

export const scoring = (options: Options = {}): EvaluationStory =>
  onsite(options).send('record_visit', { by: assessor('a1'), input: visit });

export function scored(options: Options = {}): EvaluationStory {
  const story = scoring(options);
  const team = options.team ?? ['a1', 'a2', 'a3'];
  for (const [i, id] of team.entries())
    story.send('score', {
      by: assessor(id),
      input: {
        ...sheetInput(rubricOf(options.kind ?? 'final'), options.points?.[i] ?? 85),
        ...options.sheet,
      },
    });
  return story;
}

export const moderating = (options: Options = {}): EvaluationStory =>
  scored(options).send('close_scoring', { by: manager });

export const onNotice = (options: Options = {}): EvaluationStory =>
  moderating(options).send('finalise', {
    by: director,
    input: { discussion: '已逐项合议，维持各评分表得分。' },
  });

export const appealed = (options: Options = {}): EvaluationStory =>
  onNotice(options).send('appeal', {
    by: lead,
    input: { items: ['staff', 'mustHave.account'], reason: '专职人员计算有误，请复核。' },
  });

/** A story in each state that is not final, by the shortest way. */
export const inState: Readonly<Record<string, (options?: Options) => EvaluationStory>> = {
  planned,
  announced: declared,
  self_assessing: selfAssessing,
  material_check: checked,
  onsite,
  scoring,
  moderating,
  result_notice: onNotice,
  appealed,
};
