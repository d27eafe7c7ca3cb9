import { addWorkingDays, localDate } from '../../calendar.ts';
import type { Field } from '../../forms/field.ts';
import { noteField, optionsOf, peopleOptions, reasonField } from '../common-fields.ts';
import { scoreEvents } from '../score-events.ts';
import { valuesOfSheet } from '../sheet-values.ts';
import { candidateOptions, type EvaluationDeclaration, own } from './event-fields.ts';
import {
  challengeable,
  type EvaluationContext,
  type EvaluationEventName,
  recusalsAsked,
  vacantSeats,
  withOpenSheet,
} from './facts.ts';
import { resultEvents } from './result-events.ts';
import { selfAssessmentFields } from './self-assessment.ts';
import { fewestAssessors } from './team-requirements.ts';

/** Whose seat falls empty: of those whose sheet is not locked. */
const openSeatField = (context: EvaluationContext): Field => ({
  kind: 'choice',
  name: 'member',
  options: peopleOptions(withOpenSheet(context)),
});

/** The events of an evaluation: who sends them, their address and their form. */
export const evaluationEvents: Readonly<Record<EvaluationEventName, EvaluationDeclaration>> = {
  announce: {
    noun: 'announcement',
    by: ['manager'],
    manner: 'primary',
    observe: ['rubrics', 'assessorCandidates', 'evaluationNumber'],
    form: (context, observed, now) => {
      const candidates = candidateOptions(observed.assessorCandidates ?? []);
      return [
        ...(context.kind === 'special'
          ? [
              {
                kind: 'choice',
                name: 'rubric',
                label: own('rubric'),
                options: (observed.rubrics ?? []).map((r) => ({
                  value: r.id,
                  label: { zh: r.zh, en: r.en },
                })),
              } satisfies Field,
            ]
          : []),
        { kind: 'paragraph', name: 'plan', label: own('plan'), min: 2, max: 2000 },
        {
          kind: 'choices',
          name: 'assessors',
          label: own('assessors'),
          min: fewestAssessors,
          max: 9,
          options: candidates,
        },
        { kind: 'choice', name: 'leadAssessor', label: own('leadAssessor'), options: candidates },
        {
          kind: 'choices',
          name: 'readsAccounts',
          label: own('readsAccounts'),
          min: 1,
          max: 9,
          options: candidates,
        },
        {
          kind: 'date',
          name: 'visitOn',
          label: own('visitOn'),
          notBefore: addWorkingDays(
            now.calendar,
            localDate(now.at, now.calendar),
            context.settings.visitNoticeDays,
          ),
        },
        ...(context.kind === 'midterm'
          ? [{ kind: 'tick', name: 'deskOnly', label: own('deskOnly'), optional: true } satisfies Field]
          : []),
      ];
    },
    tells: ['lead', 'director'],
  },
  cancel: {
    noun: 'cancellation',
    by: ['director'],
    manner: 'danger',
    form: () => [reasonField()],
    tells: ['lead', 'manager', 'assessor'],
  },
  start_self_assessment: {
    noun: 'self-assessment-start',
    by: ['lead'],
    manner: 'primary',
    tells: ['manager'],
  },
  extend_self_assessment: {
    noun: 'self-assessment-extension',
    by: ['manager'],
    manner: 'plain',
    form: () => [reasonField()],
    tells: ['lead'],
  },
  declare: {
    noun: 'declaration',
    by: ['assessor'],
    manner: 'primary',
    form: () => [
      {
        kind: 'choice',
        name: 'declaration',
        options: optionsOf('evaluation.declaration', ['none', 'recuse']),
      },
      { kind: 'tick', name: 'confidential', label: own('confidential') },
      noteField,
    ],
    tells: ['manager'],
  },
  request_recusal: {
    noun: 'recusal-request',
    by: ['lead'],
    manner: 'plain',
    form: (context, _observed, now) => [
      { kind: 'choice', name: 'member', options: peopleOptions(challengeable(context, now)) },
      reasonField(),
    ],
    tells: ['director', 'manager'],
  },
  answer_recusal: {
    noun: 'recusal-answer',
    by: ['director'],
    manner: 'primary',
    form: (context) => [
      { kind: 'choice', name: 'member', options: peopleOptions(recusalsAsked(context)) },
      { kind: 'choice', name: 'answer', options: optionsOf('recusalAnswer', ['grant', 'keep']) },
      reasonField(),
    ],
    tells: ['lead', 'manager'],
  },
  recuse: {
    noun: 'recusal',
    by: ['assessor', 'manager'],
    manner: 'danger',
    // An assessor steps back for oneself alone: only the manager is asked whose seat it is.
    form: (context, _observed, { role }) => [
      ...(role === 'assessor' ? [] : [openSeatField(context)]),
      reasonField(),
    ],
    tells: ['manager', 'director'],
  },
  replace_assessor: {
    noun: 'replacement',
    by: ['manager'],
    manner: 'plain',
    observe: ['assessorCandidates'],
    form: (context, observed) => [
      {
        kind: 'choice',
        name: 'member',
        options: peopleOptions([...vacantSeats(context), ...withOpenSheet(context)]),
      },
      {
        kind: 'choice',
        name: 'replacement',
        options: candidateOptions(observed.assessorCandidates ?? []).filter(
          (o) => !context.assessors.some((a) => a.personId === o.value),
        ),
      },
      { kind: 'yesNo', name: 'readsAccounts', label: own('replacementReadsAccounts') },
      reasonField(),
    ],
    tells: ['lead', 'assessor'],
  },
  submit_self_assessment: {
    noun: 'self-assessment',
    by: ['lead'],
    delegates: true,
    manner: 'primary',
    form: selfAssessmentFields,
    initial: (context) =>
      context.rubric === null || context.selfAssessment === null
        ? {}
        : valuesOfSheet(context.rubric, context.selfAssessment),
    tells: ['manager'],
  },
  return_material: {
    noun: 'material-return',
    by: ['manager'],
    manner: 'plain',
    form: (_context, _observed, now) => [
      { kind: 'paragraph', name: 'list', label: own('list'), min: 2, max: 2000 },
      {
        kind: 'date',
        name: 'dueOn',
        label: own('dueOn'),
        hint: { key: 'evaluation.field.dueOn.hint' },
        notBefore: addWorkingDays(now.calendar, localDate(now.at, now.calendar), 1),
        optional: true,
      },
    ],
    tells: ['lead'],
  },
  pass_material: {
    noun: 'material-check',
    by: ['manager'],
    manner: 'primary',
    form: () => [noteField],
    tells: ['lead', 'assessor'],
  },
  desk_only: {
    noun: 'desk-check',
    by: ['manager'],
    manner: 'plain',
    form: () => [reasonField()],
    tells: ['lead', 'assessor'],
  },
  record_visit: {
    noun: 'visit',
    by: ['assessor'],
    manner: 'primary',
    form: (_context, _observed, now) => [
      { kind: 'date', name: 'on', label: own('visitedOn'), notAfter: localDate(now.at, now.calendar) },
      { kind: 'paragraph', name: 'attendees', label: own('attendees'), min: 2, max: 500 },
      { kind: 'files', name: 'photographs', label: own('photographs'), max: 20 },
      { kind: 'paragraph', name: 'notes', label: own('notes'), min: 2, max: 4000 },
    ],
    tells: ['lead', 'manager'],
  },
  ...scoreEvents('assessor'),
  ...resultEvents,
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
