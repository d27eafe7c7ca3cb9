import type { Values } from '#app/domain/forms/field.ts';
import { beginAmendment, openedFields } from '#app/domain/lifecycles/progress-report/amendment.ts';
import { beginReport } from '#app/domain/lifecycles/progress-report/begin.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { progressReport } from '#app/domain/lifecycles/progress-report/index.ts';
import { type Period, periodOf } from '#app/domain/lifecycles/progress-report/periods.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { calendar, file, monday, type Sending, Story, someone } from './machine-driver.ts';

export const lead = someone('lead');
export const staff = someone('staff');
export const manager = someone('manager');
export const director = someone('director');
export const system = someone('system', '');

export type ReportStory = Story<ProgressReportContext>;

export const reason = { reason: '情况有变化，请予办理。' };

/** A report that nothing is missing in. Money in fen. */
export const report = (change: Values = {}): Values => ({
  summary:
    '本季度围绕社区困难老人开展结对探访和康复陪伴，组建志愿服务小组两支，完成章程修订和财务制度建设，走访居民六十余户，收集需求二十条，回应十五条，其余列入下季度计划。',
  activities: 4,
  personTimes: 120,
  persons: 60,
  cumulativePersons: 60,
  volunteers: 15,
  cumulativeVolunteers: 15,
  volunteerHours: 90.5,
  registered: 50,
  attended: 48,
  expenses: 123_456,
  ledgerExpenses: 123_456,
  ledgerExtract: [file('ledger')],
  nextPlan: '完成备案，开展骨干培训。',
  indicators: [{ indicator: '志愿者人数', plan: 30, actual: 28 }],
  evidence: [file('photo')],
  ...change,
});

const observed = { previous: null, yearSum: null, earlierOpen: 0, draftHash: 'hash' };

export const editing = (change: Values = {}): Sending => ({ by: staff, input: report(change) });
export const handingIn: Sending = { by: lead, input: { truth: true }, observed };
export const handingInLate: Sending = { by: lead, input: { truth: true, ...reason }, observed };
export const accepting: Sending = { by: manager, observed };
export const returning: Sending = { by: manager, input: { 'comment.persons': '请核对服务人数。' } };
export const resubmitting: Sending = {
  by: lead,
  input: { 'answer.persons': '已核对签到表。', truth: true },
  observed,
};

/** The report of the quarter in which 2 March 2026 lies, of a term that began on that day. */
export const firstQuarter: Period = { ...periodOf('quarterly', '2026-03-02'), from: '2026-03-02' };

export const scheduled = (period: Period = firstQuarter): ReportStory =>
  new Story(
    progressReport,
    beginReport({
      calendar,
      at: monday,
      settings: settingsWith(),
      period,
      indicators: ['志愿者人数'],
      responsibleId: 'manager',
      mentorId: 'mentor',
    }),
  );

export const open = (period?: Period): ReportStory => scheduled(period).fire('periodEnd');
export const draft = (change: Values = {}): ReportStory => open().send('edit', editing(change));
export const submitted = (change: Values = {}): ReportStory => draft(change).send('submit', handingIn);
export const returned = (): ReportStory => submitted().send('return', returning);
export const overdue = (): ReportStory => draft().fire('due');

/** The amendment of an accepted report that its lead asked for: these fields may change. */
export const amendmentAsked = (fields: readonly string[] = ['activities', 'expenses']): ReportStory => {
  const original = submitted().send('accept', accepting).context;
  const story = new Story(
    progressReport,
    beginAmendment({
      calendar,
      at: monday,
      settings: original.settings,
      original,
      amendment: {
        reportId: 'r1',
        reason: '漏记了一场活动。',
        fields: openedFields(fields),
        before: original.draft,
      },
      responsibleId: 'manager',
      mentorId: 'mentor',
      pausedOn: null,
    }),
  );
  story.state = 'amendment_asked';
  return story;
};
export const allowing: Sending = { by: manager };
export const amending = (): ReportStory => amendmentAsked().send('allow_amendment', allowing);
export const amended = (change: Values = { activities: 5 }): ReportStory =>
  amending().send('edit', editing(change)).send('submit', handingIn);

/** A story that has reached each state, by its name. */
export const inState: Readonly<Record<string, () => ReportStory>> = {
  scheduled,
  open,
  draft,
  submitted,
  returned,
  overdue,
  amendment_asked: amendmentAsked,
  amending,
};

export function on(story: ReportStory, date: string): ReportStory {
  story.at = `${date}T01:00:00.000Z`;
  return story;
}
