import { localDate } from '../../calendar.ts';
import type { Field } from '../../forms/field.ts';
import { noteField, optionsOf, peopleOptions, reasonField } from '../common-fields.ts';
import type { EventDeclaration } from '../lifecycle.ts';
import { noticeEvents } from '../objections.ts';
import {
  checklistLines,
  type GraduationContext,
  type GraduationEventName,
  type GraduationObserved,
  handoverParts,
} from './facts.ts';
import { statedFactFields, statedValues } from './stated-facts.ts';

type Declaration = EventDeclaration<GraduationContext, GraduationObserved>;

const own = (name: string) => ({ key: `graduation.field.${name}` });

const linesField: Field = {
  kind: 'choices',
  name: 'lines',
  label: own('lines'),
  min: 1,
  options: optionsOf('graduation.line', checklistLines),
};

const handoverFields: readonly Field[] = [
  ...handoverParts.map(
    (part): Field => ({ kind: 'tick', name: `handover.${part}`, label: own(`handover.${part}`) }),
  ),
  { kind: 'files', name: 'handoverDocuments', label: own('handoverDocuments'), max: 10, optional: true },
  noteField,
];

const ratings = ['none', '1A', '2A', '3A', '4A', '5A'] as const;

const visitFields = (context: GraduationContext, today: string): readonly Field[] => [
  {
    kind: 'choice',
    name: 'month',
    label: own('month'),
    options: optionsOf(
      'graduation.visit',
      context.visits.filter((v) => v.stage === 'due').map((v) => String(v.month)),
    ),
  },
  { kind: 'date', name: 'on', label: own('on'), notAfter: today },
  { kind: 'yesNo', name: 'alive', label: own('alive') },
  { kind: 'integer', name: 'people', label: own('people'), min: 0, max: 1_000_000 },
  { kind: 'money', name: 'income', label: own('income') },
  { kind: 'integer', name: 'projects', label: own('projects'), min: 0, max: 10_000 },
  { kind: 'choice', name: 'rating', label: own('rating'), options: optionsOf('graduation.rating', ratings) },
  noteField,
];

/** The events of a graduation: who sends them, their address and their form. */
export const graduationEvents: Readonly<Record<GraduationEventName, Declaration>> = {
  apply: {
    noun: 'request',
    by: ['lead'],
    manner: 'primary',
    observe: ['graduationNumber'],
    form: () => [
      { kind: 'files', name: 'report', label: own('report'), max: 5 },
      { kind: 'files', name: 'plan', label: own('plan'), max: 5 },
      noteField,
    ],
    tells: ['manager'],
  },
  state_fact: {
    noun: 'evidence',
    by: ['lead', 'manager'],
    delegates: true,
    manner: 'plain',
    leastOne: true,
    form: () => statedFactFields,
    initial: statedValues,
    tells: ['manager', 'lead'],
  },
  verify: { noun: 'verification-start', by: ['manager'], manner: 'primary', tells: ['lead'] },
  pass_verification: {
    noun: 'verification',
    by: ['manager'],
    manner: 'primary',
    observe: ['organization', 'reports', 'rectification', 'evaluation'],
    form: () => [{ kind: 'tick', name: 'inspected', label: own('inspected') }, noteField],
    tells: ['lead', 'director'],
  },
  return_application: {
    noun: 'return',
    by: ['manager', 'supervisor'],
    manner: 'plain',
    form: () => [linesField, reasonField()],
    tells: ['lead', 'manager'],
  },
  fail_verification: {
    noun: 'verification-failure',
    by: ['manager', 'director'],
    manner: 'danger',
    form: () => [linesField, reasonField()],
    tells: ['lead', 'manager', 'director', 'supervisor'],
  },
  approve: {
    noun: 'approval',
    by: ['supervisor'],
    manner: 'primary',
    observe: ['evaluation'],
    form: () => [noteField],
    tells: ['lead', 'manager', 'director'],
  },
  refuse: {
    noun: 'refusal',
    by: ['supervisor'],
    manner: 'danger',
    observe: ['evaluation'],
    form: () => [reasonField()],
    tells: ['lead', 'manager', 'director'],
  },
  ...noticeEvents,
  complete_handover: {
    noun: 'handover',
    by: ['manager', 'lead'],
    manner: 'primary',
    observe: ['certificateNumber'],
    form: () => handoverFields,
    tells: ['lead', 'manager', 'director'],
  },
  record_visit: {
    noun: 'follow-up',
    by: ['manager'],
    manner: 'primary',
    form: (context, _observed, now) => visitFields(context, localDate(now.at, now.calendar)),
    tells: ['director'],
  },
  close: {
    noun: 'closing',
    by: ['manager'],
    manner: 'primary',
    form: () => [noteField],
    tells: ['lead', 'director'],
  },
  revoke: {
    noun: 'revocation',
    by: ['director', 'supervisor'],
    manner: 'danger',
    form: () => [reasonField({ min: 10 }), { kind: 'files', name: 'proof', label: own('proof'), max: 10 }],
    tells: ['lead', 'manager', 'director', 'supervisor'],
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
