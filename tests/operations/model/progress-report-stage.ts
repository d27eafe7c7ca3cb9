import { addDays, addMonths } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { numberOf } from '#app/domain/forms/values.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import type { Period } from '#app/domain/lifecycles/progress-report/periods.ts';
import { sumOfYear } from '#app/domain/lifecycles/progress-report/siblings.ts';
import { requestAmendment } from '#app/operations/request-amendment.server.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import type { World } from '#tests/world.ts';
import { activation, granting, leaving } from '../../domain/incubation-story.ts';
import { report } from '../../domain/report-story.ts';
import { today } from '../life-world.ts';
import { NoOccasion, untilDate } from './clock-hand.ts';
import { leadOf } from './family.ts';
import { onboarding } from './incubation-stage.ts';

const reason: Values = { reason: '情况有变化，请予办理。' };

export const reportContext = async (world: World, id: string): Promise<ProgressReportContext> =>
  (await world.record('progress_report', id)).context as ProgressReportContext;

export const incubationOfReport = async (world: World, id: string): Promise<string> =>
  (await world.record('progress_report', id)).row.parent_id ?? '';

/** The report of a period of an organization whose term has just begun, with somebody who helps to write it. */
export async function laidOut(world: World, key: string): Promise<string> {
  const incubation = await onboarding(world);
  const { row } = await world.record('incubation', incubation);
  await world.person('helper', 'staff', 'organization', row.organization_id);
  const start = activation({ mentor: world.idOf('mentor') });
  await world.must('manager', 'incubation', incubation, 'activate', start);
  const reports = await reportsOfIncubation(world.store.read, incubation);
  const found = reports.find((r) => r.context.period.key === key);
  if (found === undefined) throw new Error(`No report of ${key} is laid out`);
  return found.id;
}

/** An amendment that the lead asked for, of the first quarter's report; the second quarter's, which counts on, is accepted. */
export async function amendmentAskedFor(world: World): Promise<string> {
  const first = await laidOut(world, '2026-Q1');
  const incubation = await incubationOfReport(world, first);
  for (const key of ['2026-Q1', '2026-Q2']) await acceptedReport(world, incubation, key);
  return askedToAmend(world, first);
}

/** The report of a period is written, handed in and accepted, as soon as the period is over. */
export async function acceptedReport(world: World, incubation: string, key: string): Promise<void> {
  const found = (await reportsOfIncubation(world.store.read, incubation)).find(
    (r) => r.context.period.key === key && r.context.amendment === undefined,
  );
  if (found === undefined) throw new Error(`No report of ${key} is laid out`);
  const lead = await leadOf(world, 'progress_report', found.id);
  await untilDate(world, addDays(found.context.period.to, 1));
  await earlierSettled(world, found.id);
  await world.must(lead, 'progress_report', found.id, 'edit', await figures(world, found.id));
  await world.must(lead, 'progress_report', found.id, 'submit', { truth: true });
  await world.must('manager', 'progress_report', found.id, 'accept');
}

/** The lead asks that activities, persons and expenses of an accepted report may be amended. */
export async function askedToAmend(world: World, report: string): Promise<string> {
  const asked = await requestAmendment(world.house, {
    reportId: report,
    input: { fields: ['activities', 'persons', 'expenses'], reason: '漏记了一场活动和它的支出。' },
    actor: await world.as(await leadOf(world, 'progress_report', report)),
    requestId: 'test',
  });
  if (!asked.ok) throw new NoOccasion('No amendment may be asked for');
  world.clock.advance(60_000);
  return asked.value.id;
}

/** What an amendment says: one activity more than the report that counts, and what it cost. */
export async function amendedFigures(world: World, id: string): Promise<Values> {
  const { amendment, draft } = await reportContext(world, id);
  const before = amendment?.before ?? {};
  const expenses = (numberOf(before, 'expenses') ?? 0) + 5_000;
  return {
    ...draft,
    activities: (numberOf(before, 'activities') ?? 0) + 1,
    expenses,
    ledgerExpenses: expenses,
  };
}

/** What a report says when nothing is missing: heads never fall, and a year is the sum of its parts. */
export async function figures(world: World, id: string): Promise<Values> {
  const { period } = await reportContext(world, id);
  const all = await reportsOfIncubation(world.store.read, await incubationOfReport(world, id));
  const year = sumOfYear(
    period,
    all.filter((r) => r.id !== id),
  );
  const heads = 60 + 10 * all.filter((r) => r.state === 'accepted').length;
  return report({
    cumulativePersons: heads,
    ...(year === null
      ? {}
      : {
          activities: year.activities,
          personTimes: year.personTimes,
          volunteerHours: year.volunteerHours,
          expenses: year.expenses,
          ledgerExpenses: year.expenses,
        }),
  });
}

const partOf = (year: Period, other: Period): boolean =>
  year.kind === 'yearly' && other.kind !== 'yearly' && other.to <= year.to;

/** What comes before a report is accepted: the director waives whatever earlier period nobody reported on. */
export async function earlierSettled(world: World, id: string): Promise<void> {
  const { period } = await reportContext(world, id);
  for (const other of await reportsOfIncubation(world.store.read, await incubationOfReport(world, id))) {
    const first = other.context.period.to < period.to || partOf(period, other.context.period);
    if (first && ['scheduled', 'open', 'draft', 'overdue'].includes(other.state))
      await world.must('director', 'progress_report', other.id, 'waive', reason);
  }
}

/** The incubation is paused for as long as it may be, on the lead's request. */
export async function paused(world: World, incubation: string): Promise<void> {
  const until: Values = { until: addMonths(today(world), 3), ...reason };
  const lead = await leadOf(world, 'incubation', incubation);
  await world.must(lead, 'incubation', incubation, 'request_pause', until);
  await world.must('director', 'incubation', incubation, 'pause', until);
}

/** The incubation gets a longer term with a plan that measures something else. */
export async function newPlan(world: World, incubation: string): Promise<void> {
  const lead = await leadOf(world, 'incubation', incubation);
  const { plans } = (await world.record('incubation', incubation)).context as IncubationContext;
  const milestones = [{ goal: '登记', indicator: `取得登记证书（第${plans.length}次）`, month: 3 }];
  await world.must(lead, 'incubation', incubation, 'request_extension', { months: 6, ...reason });
  await world.must(
    'supervisor',
    'incubation',
    incubation,
    'grant_extension',
    granting(6, { milestones }).input,
  );
}

export const left = async (world: World, incubation: string): Promise<void> =>
  world.must(
    await leadOf(world, 'incubation', incubation),
    'incubation',
    incubation,
    'request_exit',
    leaving.input,
  );
