import type { Calendar } from '../../calendar.ts';
import type { Field, Values } from '../../forms/field.ts';
import { numberOf } from '../../forms/values.ts';
import type { Settings } from '../../settings.ts';
import { deadline, settingDeadlines } from '../deadlines.ts';
import type { Amendment, ProgressReportContext } from './facts.ts';
import { type Figures, summedFigures } from './figures.ts';
import { reportFieldNames, reportFields } from './form.ts';

/** Answers that hang together: who may change one may change the others, or nothing would tie. */
const together: readonly (readonly string[])[] = [
  ['expenses', 'ledgerExpenses', 'ledgerExtract'],
  ['persons', 'cumulativePersons'],
  ['volunteers', 'cumulativeVolunteers'],
  ['registered', 'attended', 'attendanceExplanation'],
];

/** The fields that an amendment opens: those asked for, what hangs together with them, and evidence always. */
export function openedFields(asked: readonly string[]): readonly string[] {
  const wanted = new Set([
    ...asked,
    ...together.filter((group) => group.some((name) => asked.includes(name))).flat(),
    'evidence',
  ]);
  return reportFieldNames.filter((name) => wanted.has(name));
}

/** The questions that whoever writes this report answers: of an amendment only those that it opens. */
export const writtenFields = ({ amendment }: ProgressReportContext): readonly Field[] =>
  amendment === undefined ? reportFields : reportFields.filter((f) => amendment.fields.includes(f.name));

/** The answers once a form is saved: what an amendment does not open stays as it was accepted. */
export function answersWith(context: ProgressReportContext, input: Values): Values {
  const { amendment } = context;
  if (amendment === undefined) return input;
  const kept = Object.entries(context.draft).filter(([name]) => !amendment.fields.includes(name));
  const given = Object.entries(input).filter(([name]) => amendment.fields.includes(name));
  return Object.fromEntries([...kept, ...given]);
}

/** The fields whose answers differ, in the order of the form. */
export const amendedFields = (before: Values, after: Values): readonly string[] =>
  reportFieldNames.filter((name) => said(before[name]) !== said(after[name]));

/** Two answers are the same when they say the same; an empty one says nothing. */
const said = (value: Values[string] | undefined): string =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? ''
    : JSON.stringify(value);

/** The answers of a year once its parts come to other sums; the ledger follows what is spent. */
export function yearWithSums(values: Values, sums: Figures): Values {
  const difference = sums.expenses - (numberOf(values, 'expenses') ?? 0);
  return {
    ...values,
    ...Object.fromEntries(summedFigures.map((name) => [name, sums[name]])),
    ledgerExpenses: (numberOf(values, 'ledgerExpenses') ?? 0) + difference,
  };
}

interface Start {
  readonly calendar: Calendar;
  readonly at: string;
  readonly settings: Settings;
  /** The report that is amended, as it was first accepted. */
  readonly original: ProgressReportContext;
  readonly amendment: Amendment;
  readonly responsibleId: string | null;
  readonly mentorId: string | null;
  /** The day from which the incubation is paused, when it is. */
  readonly pausedOn: string | null;
}

/** What is known of an amendment report when it is asked for: the manager is to answer, the figures are filled in. */
export function beginAmendment(start: Start): ProgressReportContext {
  const { original, settings } = start;
  return {
    ...settingDeadlines(
      { deadlines: {}, late: [] },
      { reportReadDays: deadline(start.calendar, start.at, settings.reportReadDays, 'wd') },
    ),
    recused: original.recused,
    settings,
    responsibleId: start.responsibleId,
    mentorId: start.mentorId,
    period: original.period,
    dueOn: original.dueOn,
    indicators: original.indicators,
    draft: start.amendment.before,
    savedAt: start.at,
    versions: [],
    rounds: 0,
    comments: [],
    overdueSince: null,
    daysLate: 0,
    pauses: [],
    pausedOn: start.pausedOn,
    resubmitLeft: null,
    cumulative: null,
    waivedFor: null,
    amendment: start.amendment,
  };
}
