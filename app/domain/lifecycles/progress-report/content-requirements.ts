import type { Values } from '../../forms/field.ts';
import { documentsOf, numberOf, rowsOf, textOf } from '../../forms/values.ts';
import { formatYuan } from '../../money.ts';
import { type Refusal, refusal } from '../../refusal.ts';
import type { ReportArgs } from './facts.ts';
import { cumulativeAfter, noFigures, summedFigures } from './figures.ts';

/** A summary shorter than this tells nothing (data dictionary, progress report). */
export const shortestSummary = 50;
/** Shares of the plan beyond which an indicator is explained, in percent. */
const expectedFrom = 50;
const expectedTo = 150;
/** Expenses and ledger may differ by one fen: what rounding can do. */
const oneFen = 1;

const numbers = [
  'activities',
  'personTimes',
  'persons',
  'volunteers',
  'volunteerHours',
  'registered',
  'attended',
  'expenses',
  'ledgerExpenses',
  'cumulativePersons',
  'cumulativeVolunteers',
] as const;

/** An indicator of the plan stands in the draft before its figures do; 0 is a figure. */
const isOpen = (figure: unknown): boolean => figure === undefined || figure === null || figure === '';

const missingIn = (values: Values): readonly Refusal[] => [
  ...(textOf(values, 'summary').trim().length < shortestSummary
    ? [refusal('progress_report.missing.summary', { min: shortestSummary })]
    : []),
  ...numbers.flatMap((name) =>
    numberOf(values, name) === null ? [refusal(`progress_report.missing.${name}`)] : [],
  ),
  ...(textOf(values, 'nextPlan').trim() === '' ? [refusal('progress_report.missing.nextPlan')] : []),
  ...(rowsOf(values, 'indicators').some((row) => isOpen(row.plan) || isOpen(row.actual))
    ? [refusal('progress_report.missing.indicators')]
    : []),
  ...((numberOf(values, 'ledgerExpenses') ?? 0) > 0 && documentsOf(values, 'ledgerExtract').length === 0
    ? [refusal('progress_report.missing.ledgerExtract')]
    : []),
];

/** Whether an indicator is as far from its plan as to need words. A plan of 0 is kept by 0. */
export function strays(plan: number, actual: number): boolean {
  if (plan === 0) return actual !== 0;
  const percent = (actual / plan) * 100;
  return percent < expectedFrom || percent > expectedTo;
}

/** What the answers of a report require before it is handed in, asked of what is saved. */
export const contentRequirements = {
  reportComplete: ({ context }: ReportArgs): readonly Refusal[] => missingIn(context.draft),
  totalsNotNegative: ({ context }: ReportArgs): Refusal | null =>
    numbers.some((name) => (numberOf(context.draft, name) ?? 0) < 0)
      ? refusal('progress_report.negative')
      : null,
  cumulativeNotFalling: ({ context, event }: ReportArgs): readonly Refusal[] => {
    const before = event.observed.previous ?? noFigures;
    const now = cumulativeAfter(before, context.draft);
    const atLeast = {
      persons: Math.max(before.persons, numberOf(context.draft, 'persons') ?? 0),
      volunteers: Math.max(before.volunteers, numberOf(context.draft, 'volunteers') ?? 0),
    };
    // What is not filled in at all is asked for as such.
    const filled = {
      persons: numberOf(context.draft, 'cumulativePersons') !== null,
      volunteers: numberOf(context.draft, 'cumulativeVolunteers') !== null,
    };
    return (['persons', 'volunteers'] as const).flatMap((name) =>
      filled[name] && now[name] < atLeast[name]
        ? [refusal(`progress_report.cumulativeFalls.${name}`, { least: atLeast[name] })]
        : [],
    );
  },
  /** Heads may not fall afterwards either: what a later report counted on stays true. */
  nextStillAbove: ({ context, event }: ReportArgs): readonly Refusal[] => {
    const next = event.observed.next ?? null;
    const now = cumulativeAfter(event.observed.previous ?? null, context.draft);
    return (['persons', 'volunteers'] as const).flatMap((name) =>
      next !== null && now[name] > next[name]
        ? [refusal(`progress_report.cumulativeOvertakes.${name}`, { most: next[name] })]
        : [],
    );
  },
  attendanceExplained: ({ context }: ReportArgs): Refusal | null => {
    const attended = numberOf(context.draft, 'attended') ?? 0;
    const registered = numberOf(context.draft, 'registered') ?? 0;
    return attended <= registered || textOf(context.draft, 'attendanceExplanation').trim() !== ''
      ? null
      : refusal('progress_report.attendanceUnexplained', { attended, registered });
  },
  expensesTie: ({ context }: ReportArgs): Refusal | null => {
    const difference =
      (numberOf(context.draft, 'expenses') ?? 0) - (numberOf(context.draft, 'ledgerExpenses') ?? 0);
    return Math.abs(difference) <= oneFen
      ? null
      : refusal('progress_report.ledgerDiffers', { amount: formatYuan(Math.abs(difference)) });
  },
  activitiesEvidenced: ({ context }: ReportArgs): Refusal | null =>
    (numberOf(context.draft, 'activities') ?? 0) === 0 || documentsOf(context.draft, 'evidence').length > 0
      ? null
      : refusal('progress_report.evidenceMissing'),
  indicatorsExplained: ({ context }: ReportArgs): Refusal | null => {
    const bare = rowsOf(context.draft, 'indicators').filter(
      (row) =>
        strays(Number(row.plan ?? 0), Number(row.actual ?? 0)) && String(row.explanation ?? '').trim() === '',
    );
    return bare.length === 0
      ? null
      : refusal('progress_report.indicatorsUnexplained', {
          count: bare.length,
          low: expectedFrom,
          high: expectedTo,
        });
  },
  yearTies: ({ context, event }: ReportArgs): readonly Refusal[] => {
    const sum = event.observed.yearSum ?? null;
    if (context.period.kind !== 'yearly' || sum === null) return [];
    return summedFigures.flatMap((name) =>
      Math.abs((numberOf(context.draft, name) ?? 0) - sum[name]) < 0.005
        ? []
        : [
            refusal(`progress_report.yearDiffers.${name}`, {
              sum: name === 'expenses' ? formatYuan(sum.expenses) : sum[name],
            }),
          ],
    );
  },
};
