import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { endOfDay, localDate } from '#app/domain/calendar.ts';
import { amendedFields } from '#app/domain/lifecycles/progress-report/amendment.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { periodPaused } from '#app/domain/lifecycles/progress-report/facts.ts';
import {
  cumulativeAfter,
  type Figures,
  sumOfReports,
} from '#app/domain/lifecycles/progress-report/figures.ts';
import { standingReports } from '#app/domain/lifecycles/progress-report/siblings.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { type ReportOfIncubation, reportsOfIncubation } from '#db/reads/reports.server.ts';
import type { World } from '#tests/world.ts';
import { childrenOf } from './family.ts';

/** The clock that a report cannot be without, by its state; none runs while the incubation is paused. */
const clockOf: Readonly<Record<string, string>> = {
  scheduled: 'periodEnd',
  open: 'due',
  draft: 'due',
  returned: 'resubmitDays',
};

/** What must hold of the reports of an incubation, each for itself and one beside the other. */
export async function checkReports(world: World, incubation: string): Promise<void> {
  for (const id of await childrenOf(world, 'progress_report', incubation)) {
    const { row, context } = await world.record('progress_report', id);
    const report = context as ProgressReportContext;
    await checkClocks(world, row.state, report);
    checkVersions(row.state, report);
    if (row.state === 'overdue') expect(report.overdueSince, 'overdue since').not.toBeNull();
    if (row.state === 'waived')
      checkWaiver(
        report,
        localDate(row.updated_at, await calendarOfCenter(world.store.read, world.centerId)),
      );
  }
  checkSums(await reportsOfIncubation(world.store.read, incubation));
}

async function checkClocks(world: World, state: string, report: ProgressReportContext): Promise<void> {
  const needed = clockOf[state];
  const { deadlines } = report;
  const running = Object.keys(deadlines).filter((name) => name !== 'reportReadDays');
  if (report.pausedOn !== null)
    expect(running, `clocks of a report that stands still in ${state}`).toEqual([]);
  else if (needed !== undefined) expect(running, `clocks of a report in ${state}`).toContain(needed);
  if (state === 'submitted') expect(deadlines.reportReadDays, 'somebody is to read it').toBeDefined();
  if ((state === 'open' || state === 'draft') && report.pausedOn === null) {
    const calendar = await calendarOfCenter(world.store.read, world.centerId);
    expect(deadlines.due?.due, 'it is due when its clock runs out').toBe(endOfDay(report.dueOn, calendar));
  }
}

/** What was handed in stays as it was, and nothing is read that leaves a comment unanswered. */
function checkVersions(state: string, report: ProgressReportContext): void {
  expect(report.versions.map((v) => v.number)).toEqual(report.versions.map((_, i) => i + 1));
  for (const version of report.versions)
    expect(version.hash).toBe(createHash('sha256').update(JSON.stringify(version.values)).digest('hex'));
  const handedIn = ['submitted', 'returned', 'accepted'].includes(state);
  if (handedIn) expect(report.versions.length, `versions of one that is ${state}`).toBeGreaterThan(0);
  if (state === 'submitted' || state === 'accepted')
    expect(report.comments.filter((c) => c.answer === null)).toEqual([]);
  expect(report.daysLate).toBeGreaterThanOrEqual(0);
}

function checkWaiver({ waivedFor, period, pauses, dueOn }: ProgressReportContext, waivedOn: string): void {
  expect(waivedFor, 'why it is waived').not.toBeNull();
  if (waivedFor === 'ended') expect(dueOn >= waivedOn, 'it was not due yet').toBe(true);
  if (waivedFor === 'paused')
    expect(
      pauses.some((p) => periodPaused(period, p)),
      'its whole period was paused',
    ).toBe(true);
}

/**
 * Sums never fall from one accepted report to the next, and a year is what its parts come to: of the reports that
 * count, each as it was amended last; what was accepted first stays beside them.
 */
function checkSums(reports: readonly ReportOfIncubation[]): void {
  checkAmendments(reports);
  const accepted = standingReports(reports);
  const quarters = accepted.filter((r) => r.context.period.kind === 'quarterly');
  let sums = cumulativeAfter(null, {});
  for (const report of quarters) {
    const next = cumulativeAfter(sums, report.context.draft);
    for (const name of Object.keys(sums) as (keyof Figures)[])
      expect(next[name], `${name} at the end of ${report.context.period.key}`).toBeGreaterThanOrEqual(
        sums[name],
      );
    sums = next;
  }
  for (const year of accepted.filter((r) => r.context.period.kind === 'yearly')) {
    const parts = quarters.filter((q) => q.context.period.key.startsWith(year.context.period.key));
    const { activities, personTimes, expenses } = sumOfReports(parts.map((q) => q.context.draft));
    if (parts.length > 0)
      expect(year.context.draft, `the year ${year.context.period.key}`).toMatchObject({
        activities,
        personTimes,
        expenses,
      });
  }
}

/** An amendment mends a first report that is accepted, one at a time, and opens nothing that nobody asked for. */
function checkAmendments(reports: readonly ReportOfIncubation[]): void {
  const open = new Set<string>();
  for (const { state, context } of reports) {
    if (context.amendment === undefined) continue;
    const { reportId, before, fields } = context.amendment;
    const original = reports.find((r) => r.id === reportId);
    expect([original?.state, original?.context.amendment], 'what is amended').toEqual([
      'accepted',
      undefined,
    ]);
    expect(amendedFields(before, context.draft).filter((name) => !fields.includes(name))).toEqual([]);
    if (state === 'accepted' || state === 'not_amended') continue;
    expect(open.has(reportId), 'amendments under way of one report').toBe(false);
    open.add(reportId);
  }
}
