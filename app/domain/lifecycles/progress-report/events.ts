import { addDays, localDate } from '../../calendar.ts';
import type { Field } from '../../forms/field.ts';
import { noteField, peopleOptions, reasonField } from '../common-fields.ts';
import type { EventDeclaration } from '../lifecycle.ts';
import { writtenFields } from './amendment.ts';
import type { ProgressReportContext, ProgressReportObserved, ReportEventName } from './facts.ts';
import { own, reportValues } from './form.ts';

type Declaration = EventDeclaration<ProgressReportContext, ProgressReportObserved>;

const truth: Field = { kind: 'tick', name: 'truth', label: own('truth') };

/** What the guards of handing in look at. */
const handingIn = ['previous', 'next', 'yearSum', 'draftHash'] as const;

const answerFields = (context: ProgressReportContext): readonly Field[] =>
  context.comments
    .filter((c) => c.answer === null)
    .map((c) => ({
      kind: 'paragraph',
      name: `answer.${c.field}`,
      label: own(c.field),
      hint: { text: c.text },
      max: 1000,
    }));

const laterOf = (a: string, b: string): string => (a > b ? a : b);

/** The events of a progress report: who sends them, their address and their form. */
export const reportEvents: Readonly<Record<ReportEventName, Declaration>> = {
  edit: {
    noun: 'draft',
    by: ['lead', 'staff'],
    manner: 'primary',
    form: writtenFields,
    initial: reportValues,
  },
  submit: {
    noun: 'submission',
    by: ['lead'],
    delegates: true,
    manner: 'primary',
    observe: handingIn,
    form: () => [truth],
    tells: ['manager'],
  },
  submit_late: {
    noun: 'late-submission',
    by: ['lead'],
    manner: 'primary',
    observe: handingIn,
    form: (context) => [...answerFields(context), reasonField(), truth],
    tells: ['manager', 'director'],
  },
  resubmit: {
    noun: 'resubmission',
    by: ['lead'],
    manner: 'primary',
    observe: handingIn,
    form: (context) => [...answerFields(context), truth],
    tells: ['manager'],
  },
  return: {
    noun: 'return',
    by: ['manager'],
    manner: 'plain',
    observe: ['previous', 'next', 'yearSum'],
    leastOne: true,
    form: (context) =>
      writtenFields(context).map(({ name }) => ({
        kind: 'paragraph',
        name: `comment.${name}`,
        label: own(name),
        max: 500,
        optional: true,
      })),
    tells: ['lead', 'staff'],
  },
  accept: {
    noun: 'acceptance',
    by: ['manager'],
    manner: 'primary',
    observe: ['previous', 'next', 'earlierOpen', 'yearSum'],
    form: () => [noteField],
    tells: ['lead', 'mentor'],
  },
  allow_amendment: {
    noun: 'amendment-permission',
    by: ['manager'],
    manner: 'primary',
    form: () => [noteField],
    tells: ['lead', 'staff'],
  },
  refuse_amendment: {
    noun: 'amendment-refusal',
    by: ['manager'],
    manner: 'danger',
    form: () => [reasonField()],
    tells: ['lead', 'staff'],
  },
  drop_amendment: {
    noun: 'amendment-dropping',
    by: ['lead'],
    manner: 'danger',
    form: () => [reasonField()],
    tells: ['manager', 'staff'],
  },
  waive: {
    noun: 'waiver',
    by: ['director', 'manager'],
    manner: 'danger',
    form: () => [reasonField()],
    tells: ['lead', 'manager'],
  },
  move_due_date: {
    noun: 'due-date',
    by: ['manager'],
    manner: 'plain',
    form: (context, _observed, now) => [
      {
        kind: 'date',
        name: 'dueOn',
        label: own('dueOn'),
        notBefore: addDays(laterOf(context.period.to, localDate(now.at, now.calendar)), 1),
      },
      reasonField(),
    ],
    initial: (context) => ({ dueOn: context.dueOn }),
    tells: ['lead'],
  },
  reassign: {
    noun: 'reassignment',
    by: ['director'],
    manner: 'plain',
    observe: ['managers'],
    form: (_context, observed) => [
      { kind: 'choice', name: 'manager', options: peopleOptions(observed.managers ?? []) },
    ],
    tells: ['manager'],
  },
};
