import type { Values } from '#app/domain/forms/field.ts';
import { beginGraduation } from '#app/domain/lifecycles/graduation/begin.ts';
import { type GraduationContext, handoverParts } from '#app/domain/lifecycles/graduation/facts.ts';
import { graduation } from '#app/domain/lifecycles/graduation/index.ts';
import { type Settings, settingsWith } from '#app/domain/settings.ts';
import { calendar, file, monday, Story, someone } from './machine-driver.ts';

export const lead = someone('lead');
export const manager = someone('manager');
export const director = someone('director');
export const supervisor = someone('supervisor');
export const anybody = someone('public', '');
export const system = someone('system', '');

/** What the engine sees of an organization that has everything. */
export const allIsWell = {
  organization: { registered: false, recorded: true, proof: '备1' },
  reports: { overdue: 0 },
  rectification: { open: 0 },
  evaluation: { confirmed: true, score: 8550, mustHavesMet: true, assessors: ['a1', 'a2', 'a3'] },
  graduationNumber: 'CQ-2026-0001',
  certificateNumber: 'CK-2026-001',
};

export const request: Values = { report: [file('report')], plan: [file('plan')] };

export const facts: Values = {
  rules: ['charter', 'finance', 'people', 'archive', 'project', 'volunteers'],
  rulesDocuments: [file('rules')],
  account: 'trusteeship',
  accountDocuments: [file('account')],
  staff: 3,
  staffDocuments: [file('staff')],
  project: '老年助餐',
  projectDocuments: [file('project')],
};

export const handedOver: Values = Object.fromEntries(handoverParts.map((part) => [`handover.${part}`, true]));

export const objection = (number = 'YY-1', change: Values = {}) => ({
  by: anybody,
  input: {
    concerns: 'organization',
    statement: '项目没有真正完成，请核实。',
    objectorName: '李四',
    objectorContact: '13800000000',
    ...change,
  },
  observed: { objectionNumber: number },
});

export type GraduationStory = Story<GraduationContext>;

export const candidate = (settings: Partial<Settings> = {}): GraduationStory =>
  new Story(
    graduation,
    beginGraduation({
      calendar,
      at: monday,
      settings: settingsWith(settings),
      responsibleId: 'manager',
      evaluationScore: 8550,
      mustHavesMet: true,
    }),
  );

export const applied = (settings?: Partial<Settings>): GraduationStory =>
  candidate(settings)
    .send('apply', { by: lead, input: request, observed: allIsWell })
    .send('state_fact', { by: lead, input: facts });

export const verifying = (settings?: Partial<Settings>): GraduationStory =>
  applied(settings).send('verify', { by: manager });

export const approving = (settings?: Partial<Settings>): GraduationStory =>
  verifying(settings).send('pass_verification', {
    by: manager,
    input: { inspected: true },
    observed: allIsWell,
  });

export const onNotice = (settings?: Partial<Settings>): GraduationStory =>
  approving(settings).send('approve', { by: supervisor, observed: allIsWell });

export const objected = (settings?: Partial<Settings>): GraduationStory =>
  onNotice(settings).send('object', objection());

export const leaving = (settings?: Partial<Settings>): GraduationStory =>
  onNotice(settings).fire('noticeDays');

export const certified = (settings?: Partial<Settings>): GraduationStory =>
  leaving(settings)
    .send('complete_handover', { by: lead, input: handedOver })
    .send('complete_handover', { by: manager, input: handedOver, observed: allIsWell });

/** A story in each state that is not final, by the shortest way. */
export const inState: Readonly<Record<string, () => GraduationStory>> = {
  candidate,
  applied,
  verifying,
  approving,
  public_notice: onNotice,
  objection_open: objected,
  handover: leaving,
  certified,
};

export const followUp = (month: number, change: Values = {}): Values => ({
  month: String(month),
  on: '2026-03-09',
  alive: true,
  people: 5,
  income: 1_000_000,
  projects: 2,
  rating: 'none',
  ...change,
});
