import { type Calendar, localDate } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import {
  amendedFields,
  beginAmendment,
  yearWithSums,
} from '#app/domain/lifecycles/progress-report/amendment.ts';
import { beginReport } from '#app/domain/lifecycles/progress-report/begin.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { cumulativeAfter } from '#app/domain/lifecycles/progress-report/figures.ts';
import { periodsWithin } from '#app/domain/lifecycles/progress-report/periods.ts';
import {
  standingFor,
  standsFor,
  sumOfYear,
  sumsBefore,
} from '#app/domain/lifecycles/progress-report/siblings.ts';
import { idsInOrder } from '#app/outside/new-id.server.ts';
import { type ReportOfIncubation, reportsOfIncubation } from '#db/reads/reports.server.ts';
import { begin, sendAsSystem } from '../engine/move.server.ts';
import type { Begun, Consequence, Held, Work } from '../engine/work.ts';
import { hashOfAnswers } from '../observe/progress-report.server.ts';

/** What an incubation reports: each quarter that ends within its term, and the year. */
const kindsOfIncubation = ['quarterly', 'yearly'] as const;

/** Reports that may be waived because the incubation ended before they were due. */
const notHandedIn = ['scheduled', 'open', 'draft'];

const openReports = async (work: Work, { row }: Held): Promise<readonly ReportOfIncubation[]> => {
  const lifecycle = lifecycleNamed('progress_report');
  return (await reportsOfIncubation(work.trx, row.id)).filter((r) => !isFinal(lifecycle, r.state));
};

/** Ids of an incubation's reports that have not ended. */
export const openReportIds = async (work: Work, incubation: Held): Promise<readonly string[]> =>
  (await openReports(work, incubation)).map((report) => report.id);

async function sendToAll(
  work: Work,
  reports: readonly ReportOfIncubation[],
  event: string,
  input: Values = {},
): Promise<void> {
  for (const report of reports) await sendAsSystem(work, 'progress_report', report.id, event, input);
}

type Parent = Pick<Held['row'], 'id' | 'center_id' | 'organization_id' | 'organization_name'>;

/** The reports of an incubation's term that end today or later, but those that one stands for already (by their key), in the order of their ends. */
export function reportsOfTerm(
  row: Parent,
  context: IncubationContext,
  given: { readonly calendar: Calendar; readonly at: string; readonly taken?: ReadonlySet<string> },
): readonly Begun[] {
  if (context.term === null) return [];
  const { calendar, at, taken } = given;
  const today = localDate(at, calendar);
  const { startsOn, endsOn } = context.term;
  return kindsOfIncubation
    .flatMap((kind) => periodsWithin(kind, startsOn, endsOn))
    .filter((period) => period.to >= today && !taken?.has(period.key))
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
    .map((period) => ({
      lifecycle: 'progress_report',
      centerId: row.center_id,
      organization: { id: row.organization_id, name: row.organization_name },
      parentId: row.id,
      context: beginReport({
        calendar,
        at,
        settings: context.settings,
        period,
        indicators: indicatorsOf(context),
        responsibleId: context.responsibleId,
        mentorId: context.mentor?.personId ?? null,
      }),
    }));
}

const indicatorsOf = (context: IncubationContext): readonly string[] =>
  (context.plans.at(-1)?.milestones ?? []).map((m) => m.indicator);

/**
 * Lays out the reports of an incubation's term: those that end today or later and that no report stands for yet.
 * Those laid out before take over what the newest plan measures.
 */
export async function layOutReportsOf(work: Work, incubation: Held): Promise<void> {
  const context = incubation.context as IncubationContext;
  if (context.term === null) return;
  const calendar = await work.calendarOf(incubation.row.center_id);
  const laidOut = await reportsOfIncubation(work.trx, incubation.row.id);
  const taken = new Set(laidOut.filter(standsFor).map((r) => r.context.period.key));
  const nextId = idsInOrder(work.at);
  for (const report of reportsOfTerm(incubation.row, context, { calendar, at: work.at, taken }))
    await begin(work, report, nextId());
  const indicators = indicatorsOf(context);
  const waiting = laidOut.filter((r) => notHandedIn.includes(r.state));
  const outdated = waiting.filter((r) => r.context.indicators.join('\n') !== indicators.join('\n'));
  await sendToAll(work, outdated, 'plan_changed', { indicators });
}

const layOutReports: Consequence = (work, { record }) => layOutReportsOf(work, record);

const pauseReports: Consequence = async (work, { record }) =>
  sendToAll(work, await openReports(work, record), 'incubation_paused');

/** Whoever accompanies the incubation now reads its reports, those that are settled too; who did before does not. */
const tellReportsMentor: Consequence = async (work, { record }) => {
  const mentor = (record.context as IncubationContext).mentor?.personId ?? '';
  await sendToAll(work, await reportsOfIncubation(work.trx, record.row.id), 'mentor_changed', { mentor });
};

const resumeReports: Consequence = async (work, { record }) =>
  sendToAll(work, await openReports(work, record), 'incubation_resumed');

/** The incubation has ended: what is not due yet need not be told any more. */
export const waiveReports: Consequence = async (work, { record }) => {
  const today = localDate(work.at, await work.calendarOf(record.row.center_id));
  const reports = (await openReports(work, record)).filter(
    (r) => notHandedIn.includes(r.state) && r.context.dueOn >= today,
  );
  await sendToAll(work, reports, 'waive_ended');
};

/**
 * The year is what its parts come to: when an amended part changes that and the year is accepted already, the year is
 * amended with it, as a report of its own that is accepted at once.
 */
const amendYear: Consequence = async (work, { record }) => {
  const { row } = record;
  if (row.parent_id === null) return;
  const { period } = record.context as ProgressReportContext;
  const reports = await reportsOfIncubation(work.trx, row.parent_id);
  const year = reports.find(
    ({ state, context }) =>
      state === 'accepted' &&
      context.amendment === undefined &&
      context.period.kind === 'yearly' &&
      context.period.from <= period.to &&
      context.period.to >= period.to,
  );
  const sums = year === undefined ? null : sumOfYear(year.context.period, reports);
  if (year === undefined || sums === null || period.kind === 'yearly') return;
  const before = standingFor(year, reports).context.draft;
  const draft = yearWithSums(before, sums);
  const fields = amendedFields(before, draft);
  if (fields.length === 0) return;
  const { responsibleId, mentorId, settings } = record.context as ProgressReportContext;
  const begun = beginAmendment({
    calendar: await work.calendarOf(row.center_id),
    at: work.at,
    settings,
    original: year.context,
    amendment: { reportId: year.id, reason: '', fields, before, follows: row.id },
    responsibleId,
    mentorId,
    pausedOn: null,
  });
  const context: ProgressReportContext = {
    ...begun,
    deadlines: {},
    draft,
    versions: [{ number: 1, at: work.at, by: null, hash: hashOfAnswers(draft), values: draft }],
    cumulative: cumulativeAfter(sumsBefore(year.context.period, reports), draft),
    acceptedAt: work.at,
  };
  await begin(work, {
    lifecycle: 'progress_report',
    centerId: row.center_id,
    organization: { id: row.organization_id, name: row.organization_name },
    parentId: row.parent_id,
    state: 'accepted',
    context,
  });
};

export const reportConsequences: Readonly<Record<string, Consequence>> = {
  layOutReports,
  pauseReports,
  resumeReports,
  waiveReports,
  tellReportsMentor,
  amendYear,
};
