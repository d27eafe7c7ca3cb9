import { addDays } from '#app/domain/calendar.ts';
import type { Value, Values } from '#app/domain/forms/field.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { sumOfReports } from '#app/domain/lifecycles/progress-report/figures.ts';
import { dueDateOf } from '#app/domain/lifecycles/progress-report/periods.ts';
import { standingReports } from '#app/domain/lifecycles/progress-report/siblings.ts';
import { type ReportOfIncubation, reportsOfIncubation } from '#db/reads/reports.server.ts';
import { themeOf } from '../cast/answers.ts';
import { nextPlans, problems, summaries } from '../cast/said.ts';
import type { Scene } from './scene.server.ts';

type Part = AsyncGenerator<string, void, void>;

/** What has become of the newest report on the day on which the demo is made; the ones before it are accepted. */
export type Ending = 'accepted' | 'open' | 'draft' | 'overdue' | 'submitted' | 'unread' | 'returned';

const ended = ['accepted', 'waived'];
const lively = ['open', 'draft', 'returned', 'overdue'];

/** Writes, hands in and reads the reports of an incubation, one after the other, until its term or the demo ends. */
export async function* reporting(scene: Scene, ending: Ending): Part {
  const incubation = scene.ids.get('incubation') as string;
  const { days } = scene.stage;
  const all = () => reportsOfIncubation(scene.stage.house.store.read, incubation);
  const newest = newestPeriodEnd(await all(), days.daysAgo(9));
  for (;;) {
    const report = (await all()).find((r) => r.context.amendment === undefined && !ended.includes(r.state));
    if (report === undefined) return;
    const { period } = report.context;
    const isNewest = period.to === newest && period.kind === 'quarterly';
    yield scene.on(days.plus(period.to, 1));
    if (isNewest && ending !== 'accepted') {
      yield* endedAs(scene, report, ending);
      return;
    }
    yield* settled(scene, report.id);
  }
}

/** The end of the newest quarter that is over for long enough to have had its report. */
const newestPeriodEnd = (reports: readonly ReportOfIncubation[], latest: string): string =>
  reports
    .filter((r) => r.context.period.kind === 'quarterly' && r.context.period.to <= latest)
    .map((r) => r.context.period.to)
    .at(-1) ?? '';

const stateOf = (scene: Scene, id: string): Promise<string> => scene.stage.stateOf('progress_report', id);

/** A report that is written and handed in as soon as it may be, and accepted. */
async function* settled(scene: Scene, id: string): Part {
  for (let state = await stateOf(scene, id); !ended.includes(state); state = await stateOf(scene, id)) {
    if (lively.includes(state)) {
      await write(scene, id);
      yield scene.after(scene.n % 7 === 3 ? 9 : 1);
      if (lively.includes(await stateOf(scene, id))) await handIn(scene, id);
    } else if (state === 'submitted') {
      yield scene.after(2);
      if ((await stateOf(scene, id)) === 'submitted')
        await scene.stage.act(scene.manager, 'progress_report', id, 'accept', { note: '数据与台账一致。' });
    }
    // Paused, or its period is not over: it is looked at again.
    yield scene.after(state === 'scheduled' ? 10 : 1);
  }
}

async function* endedAs(scene: Scene, report: ReportOfIncubation, ending: Ending): Part {
  const { days } = scene.stage;
  const { id } = report;
  const ahead = addDays(days.lastDay, ending === 'open' ? 9 : 4);
  if ((ending === 'open' || ending === 'draft') && dueDateOf(report.context.period) < ahead) {
    await scene.stage.act(scene.manager, 'progress_report', id, 'move_due_date', {
      dueOn: ahead,
      reason: '该组织承担街道重点任务，经研究同意延后报送。',
    });
  }
  if (ending === 'open' || ending === 'overdue') return;
  const daysBefore = { draft: 2, submitted: 3, unread: 9, returned: 5 }[ending as 'draft'];
  yield scene.on(days.workingDaysAgo(daysBefore));
  await write(scene, id);
  if (ending === 'draft') return;
  yield scene.after(1);
  await handIn(scene, id);
  if (ending !== 'returned') return;
  yield scene.on(days.workingDaysAgo(1));
  await scene.stage.act(scene.manager, 'progress_report', id, 'return', {
    'comment.volunteerHours': '志愿服务时长与台账相差十二小时，请核对。',
    'comment.evidence': '请补充一次活动的签到表。',
  });
}

async function handIn(scene: Scene, id: string): Promise<void> {
  const context = await scene.stage.contextOf<ProgressReportContext>('progress_report', id);
  const state = await stateOf(scene, id);
  const answers = Object.fromEntries(
    context.comments
      .filter((c) => c.answer === null)
      .map((c) => [`answer.${c.field}`, '已核对并补充，见附件。']),
  );
  if (state === 'overdue')
    await scene.stage.act(scene.lead, 'progress_report', id, 'submit_late', {
      ...answers,
      reason: '负责人住院，经办人不熟悉系统，未能按时报送。',
      truth: true,
    });
  else if (state === 'returned')
    await scene.stage.act(scene.lead, 'progress_report', id, 'resubmit', { ...answers, truth: true });
  else await scene.stage.act(scene.lead, 'progress_report', id, 'submit', { truth: true });
}

/** The answers of a report: figures by the organization and the quarter; those of a year are the sums of its parts. */
async function write(scene: Scene, id: string): Promise<void> {
  const context = await scene.stage.contextOf<ProgressReportContext>('progress_report', id);
  const siblings = await reportsOfIncubation(
    scene.stage.house.store.read,
    scene.ids.get('incubation') as string,
  );
  const { period } = context;
  const quarter = siblings.filter(
    (r) =>
      r.context.amendment === undefined &&
      r.context.period.kind === 'quarterly' &&
      r.context.period.to < period.to,
  ).length;
  const parts = standingReports(siblings).filter(
    (r) =>
      r.context.period.kind === 'quarterly' &&
      r.context.period.from >= period.from &&
      r.context.period.to <= period.to,
  );
  const sum = sumOfReports(parts.map((p) => p.context.draft));
  const figures = period.kind === 'yearly' ? sum : quarterFigures(scene.n, quarter);
  await scene.stage.act(
    scene.lead,
    'progress_report',
    id,
    'edit',
    answersOf(scene, context, figures, quarter),
    {
      evidence: ['activityRecord', 'photo-activity'],
      ledgerExtract: ['ledger'],
    },
  );
}

interface Told {
  readonly activities: number;
  readonly personTimes: number;
  readonly volunteerHours: number;
  readonly expenses: number;
}

const quarterFigures = (n: number, quarter: number): Told => ({
  activities: 5 + ((n * 3 + quarter * 2) % 9),
  personTimes: 160 + ((n * 37 + quarter * 53) % 420),
  volunteerHours: 90 + ((n * 19 + quarter * 31) % 260) + 0.5,
  expenses: (2_400 + ((n * 331 + quarter * 517) % 6_800)) * 100 + 50,
});

function answersOf(scene: Scene, context: ProgressReportContext, told: Told, quarter: number): Values {
  const { n } = scene;
  const persons = 60 + ((n * 17) % 90);
  const volunteers = 12 + ((n * 5) % 25);
  const pick = (list: readonly string[]): string => list[(n + quarter) % list.length] as string;
  const indicators = context.indicators.map((indicator, i): Record<string, Value & (string | number)> => {
    const plan = 8 + ((n + i * 3) % 20);
    const actual =
      i === 2 && (n + quarter) % 4 === 0 ? Math.floor(plan * 0.4) : plan - ((n + i + quarter) % 4) + 1;
    return {
      indicator,
      plan,
      actual,
      ...(actual < plan / 2 ? { explanation: '场地改造推迟，已调整到下季完成。' } : {}),
    };
  });
  return {
    summary: `${themeOf(scene.cast).activity}：${pick(summaries)}`,
    ...told,
    persons,
    cumulativePersons: persons + quarter * (25 + (n % 11)),
    volunteers,
    cumulativeVolunteers: volunteers + quarter * (3 + (n % 5)),
    registered: Math.round(told.personTimes * 0.95) + 20,
    attended: Math.round(told.personTimes * 0.9),
    ledgerExpenses: told.expenses,
    resources: '社区提供活动场地；爱心企业捐赠书籍和米面油，折价约八百元。',
    problems: pick(problems),
    nextPlan: pick(nextPlans),
    ...(indicators.length > 0 ? { indicators } : {}),
  };
}
