import type { Values } from '#app/domain/forms/field.ts';
import { beginIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import type { IncubationContext, Residency } from '#app/domain/lifecycles/incubation/facts.ts';
import { incubation } from '#app/domain/lifecycles/incubation/index.ts';
import { type Settings, settingsWith } from '#app/domain/settings.ts';
import { calendar, file, monday, type Sending, Story, someone } from './machine-driver.ts';

export const lead = someone('lead');
export const manager = someone('manager');
export const director = someone('director');
export const supervisor = someone('supervisor');
export const mentor = someone('mentor');
export const system = someone('system', '');

export type IncubationStory = Story<IncubationContext>;

export interface Options {
  readonly residency?: Residency;
  readonly settings?: Partial<Settings>;
}

const reason = { reason: '情况有变化，请予办理。' };
const noEvaluation = { openEvaluations: 0 };

export const milestone = (month = 6) => ({ goal: '建立服务队伍', indicator: '志愿者 30 人', month });

/** An activation that nothing is missing for. */
export const activation = (change: Values = {}): Values => ({
  'baseline.fullTime': 1,
  'baseline.volunteers': 20,
  'baseline.projects': 0,
  'baseline.coreRules': 2,
  'baseline.charter': true,
  'baseline.registered': false,
  'baseline.account': false,
  'baseline.partyWork': true,
  baselineDocument: [file('baseline')],
  termMonths: 12,
  milestones: [milestone()],
  planDocument: [file('plan')],
  planSigned: true,
  mentor: 'mentor',
  seatHandedOver: true,
  ...change,
});

export const mentors = [
  { personId: 'mentor', name: '督导甲', conflict: false },
  { personId: 'cousin', name: '督导乙', conflict: true },
];

export const activating = (change: Values = {}): Sending => ({
  by: manager,
  input: activation(change),
  observed: { mentors },
});

export const order: Values = {
  ground: 'seat_idle',
  findings: [
    { finding: '工位空置 35 天', dueOn: '2026-03-20' },
    { finding: '未报告原因', dueOn: '2026-03-25' },
  ],
};

export const answers: Values = {
  'answer.f1': '已恢复使用',
  'evidence.f1': [file('seat')],
  'answer.f2': '已书面说明',
  'evidence.f2': [file('letter')],
};

export const outcome = (score: number, change: Values = {}): Sending => ({
  by: system,
  input: { evaluationId: 'e1', score, mustHavesMet: true, participated: true, ...change },
});

export const handover: Sending = {
  by: manager,
  input: {
    'handover.keys': true,
    'handover.property': true,
    'handover.files': true,
    'handover.projectsSettled': true,
    'handover.nothingOwed': true,
    handoverDocument: [file('handover')],
  },
};

export const leaving: Sending = { by: lead, input: { ...reason, fundedProjects: 'none' } };
export const revoking: Sending = {
  by: supervisor,
  input: { ...reason, ground: 'fraud', proof: [file('ruling')] },
};
export const granting = (months = 6, change: Values = {}): Sending => ({
  by: director,
  input: { months, goals: '完成登记，建成两支队伍。', milestones: [milestone(3)], ...change },
});
export const asking: Sending = { by: lead, input: { months: 6, ...reason } };
export const appealing: Sending = { by: lead, input: { reason: '整改已经完成，请复核材料。' } };
export const finding: Sending = { by: supervisor, input: { finding: '已核实。' } };
export const evaluating: Sending = { by: manager, observed: noEvaluation };
export const pausing: Sending = { by: director, input: { until: '2026-05-01', ...reason } };
export const askingPause: Sending = { by: lead, input: { until: '2026-05-01', ...reason } };
export const serving: Sending = {
  by: mentor,
  input: { service: 'mentoring', on: '2026-03-02', hours: 2, note: '章程修订' },
};

export const reaching: Sending = {
  by: lead,
  input: {
    milestone: 'm1',
    on: '2026-03-02',
    note: '志愿者已有 32 人。',
    reachedDocuments: [file('roster')],
  },
};
export const changingMentor: Sending = {
  by: manager,
  input: { mentor: 'mentor2', reason: '原督导调离。' },
  observed: { mentors: [...mentors, { personId: 'mentor2', name: '督导丙', conflict: false }] },
};

export const onboarding = ({ residency = 'onsite', settings }: Options = {}): IncubationStory =>
  new Story(
    incubation,
    beginIncubation({
      calendar,
      at: monday,
      settings: settingsWith(settings),
      residency,
      responsibleId: 'manager',
    }),
  );

export const active = (options: Options = {}): IncubationStory =>
  onboarding(options).send('activate', activating());

/** Lets time go by to the morning of a day. */
export function on<S extends IncubationStory>(story: S, date: string): S {
  story.at = `${date}T01:00:00.000Z`;
  return story;
}

export const ordered = (story: IncubationStory = active()): IncubationStory =>
  story
    .send('order_rectification', { by: manager, input: order })
    .send('order_rectification', { by: director });

export const answered = (story: IncubationStory = ordered()): IncubationStory =>
  story.send('answer_findings', { by: lead, input: answers });

export const rectified = (story: IncubationStory): IncubationStory =>
  answered(ordered(story))
    .send('accept_rectification', { by: manager, input: { finding: '已整改' } })
    .send('accept_rectification', { by: director, input: { finding: '同意' } });

export const paused = (): IncubationStory =>
  active().send('request_pause', askingPause).send('pause', pausing);

export const midtermDue = (): IncubationStory => on(active(), '2026-09-01').send('start_midterm', evaluating);

export const finalDue = (options: Options = {}): IncubationStory => {
  const story = active(options);
  story.at = story.context.deadlines.finalLead!.due;
  return story.send('start_final', evaluating);
};

export const graduating = (options: Options = {}): IncubationStory =>
  finalDue(options).send('evaluation_graduates', outcome(8500));

export const extending = (): IncubationStory => active().send('request_extension', asking);
export const extendingAfterFinal = (): IncubationStory =>
  finalDue().send('evaluation_conditional', outcome(7000));

export const failed = (): IncubationStory =>
  ordered().send('fail_rectification', { by: director, input: reason });
export const leftByWill = (): IncubationStory => active().send('request_exit', leaving);
export const appealed = (story: IncubationStory = failed()): IncubationStory =>
  story.send('appeal', appealing);

/** A story that has reached each state, by its name. */
export const inState: Readonly<Record<string, () => IncubationStory>> = {
  onboarding,
  active,
  paused,
  rectifying: ordered,
  midterm_due: midtermDue,
  final_due: finalDue,
  extension_review: extending,
  graduation_pending: graduating,
  exit_notice: failed,
  exit_appeal: appealed,
};
