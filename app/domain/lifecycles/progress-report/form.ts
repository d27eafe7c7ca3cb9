import type { Field, Values } from '../../forms/field.ts';
import type { Words } from '../../words.ts';
import type { ProgressReportContext } from './facts.ts';

export const own = (name: string): Words => ({ key: `progress_report.field.${name}` });
const hint = (name: string): Words => ({ key: `progress_report.hint.${name}` });
const group = (name: string): Words => ({ key: `progress_report.group.${name}` });

const count = (name: string, max = 1_000_000): Field => ({
  kind: 'integer',
  name,
  label: own(name),
  min: 0,
  max,
  optional: true,
});

const words = (name: string, max = 2000): Field => ({
  kind: 'paragraph',
  name,
  label: own(name),
  max,
  optional: true,
});

const files = (name: string, max: number): Field => ({
  kind: 'files',
  name,
  label: own(name),
  max,
  optional: true,
});

/**
 * The questions of a progress report (data dictionary). Every one may stay open while it is a draft;
 * what is missing is asked when it is handed in.
 */
export const reportFields: readonly Field[] = [
  { ...words('summary'), hint: hint('summary'), group: group('work') },
  { ...count('activities', 10_000), group: group('figures') },
  { ...count('personTimes'), hint: hint('personTimes') },
  count('persons'),
  { ...count('cumulativePersons'), hint: hint('cumulative') },
  count('volunteers'),
  { ...count('cumulativeVolunteers'), hint: hint('cumulative') },
  {
    kind: 'decimal',
    name: 'volunteerHours',
    label: own('volunteerHours'),
    min: 0,
    max: 1_000_000,
    optional: true,
  },
  count('registered'),
  count('attended'),
  { ...words('attendanceExplanation', 500), hint: hint('attendanceExplanation') },
  { kind: 'money', name: 'expenses', label: own('expenses'), optional: true, group: group('money') },
  {
    kind: 'money',
    name: 'ledgerExpenses',
    label: own('ledgerExpenses'),
    hint: hint('ledgerExpenses'),
    optional: true,
  },
  files('ledgerExtract', 3),
  { ...words('resources', 1000), hint: hint('resources'), group: group('progress') },
  words('problems'),
  words('nextPlan'),
  {
    kind: 'rows',
    name: 'indicators',
    label: own('indicators'),
    hint: hint('indicators'),
    max: 12,
    optional: true,
    columns: [
      { kind: 'text', name: 'indicator', label: own('indicator'), max: 200 },
      { kind: 'decimal', name: 'plan', label: own('plan'), min: 0, max: 100_000_000, optional: true },
      { kind: 'decimal', name: 'actual', label: own('actual'), min: 0, max: 100_000_000, optional: true },
      { kind: 'text', name: 'explanation', label: own('explanation'), max: 300, optional: true },
    ],
  },
  { ...files('evidence', 20), hint: hint('evidence'), group: group('evidence') },
];

export const reportFieldNames: readonly string[] = reportFields.map((f) => f.name);

/** What was saved last; before that, the indicators of the plan. */
export function reportValues(context: ProgressReportContext): Values {
  if (context.savedAt !== null) return context.draft;
  if (context.indicators.length === 0) return {};
  return { indicators: context.indicators.map((indicator) => ({ indicator })) };
}
