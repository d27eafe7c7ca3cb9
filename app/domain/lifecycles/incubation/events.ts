import { localDate } from '../../calendar.ts';
import type { Field, Values } from '../../forms/field.ts';
import { noteField, optionsOf, peopleOptions, reasonField } from '../common-fields.ts';
import type { EventDeclaration } from '../lifecycle.ts';
import { activationFields, activationValues } from './activation-form.ts';
import { answerFields, findingFields, orderFields, pauseFields, reachedFields } from './event-fields.ts';
import { handoverLines } from './exit-requirements.ts';
import {
  type IncubationContext,
  type IncubationEventName,
  type IncubationObserved,
  revocationGrounds,
  serviceKinds,
} from './facts.ts';
import { documentField, mentorField, milestonesField, own } from './form-parts.ts';

type Declaration = EventDeclaration<IncubationContext, IncubationObserved>;
/** The events of an incubation: who sends them, their address and their form. */
export const incubationEvents: Readonly<Record<IncubationEventName, Declaration>> = {
  activate: {
    noun: 'activation',
    by: ['manager'],
    manner: 'primary',
    observe: ['mentors'],
    form: activationFields,
    initial: activationValues,
    tells: ['lead', 'mentor'],
  },
  start_midterm: {
    noun: 'midterm',
    by: ['manager'],
    manner: 'primary',
    observe: ['openEvaluations'],
    tells: ['lead', 'director'],
  },
  start_final: {
    noun: 'final-evaluation',
    by: ['manager'],
    manner: 'primary',
    observe: ['openEvaluations'],
    tells: ['lead', 'director'],
  },
  record_service: {
    noun: 'service',
    by: ['manager', 'mentor'],
    manner: 'plain',
    form: (_context, _observed, now) => [
      {
        kind: 'choice',
        name: 'service',
        label: own('service'),
        options: optionsOf('incubation.service', serviceKinds),
      },
      { kind: 'date', name: 'on', label: own('serviceOn'), notAfter: localDate(now.at, now.calendar) },
      { kind: 'decimal', name: 'hours', label: own('hours'), min: 0, max: 100 },
      { ...noteField, label: own('serviceNote'), optional: false },
      documentField('documents', true),
    ],
    tells: ['lead'],
  },
  reach_milestone: {
    noun: 'milestone',
    by: ['lead', 'manager'],
    manner: 'plain',
    form: (context, _observed, now) => reachedFields(context, now),
    tells: ['lead', 'manager', 'mentor'],
  },
  change_mentor: {
    noun: 'mentor',
    by: ['manager'],
    manner: 'plain',
    observe: ['mentors'],
    form: (context, observed) => [mentorField(observed, context.mentor?.personId), reasonField()],
    tells: ['lead', 'mentor', 'director'],
  },
  order_rectification: {
    noun: 'rectification',
    by: ['manager', 'director'],
    manner: 'danger',
    form: (context, _observed, now) => orderFields(context, now),
    tells: ['lead', 'manager', 'director', 'mentor'],
  },
  drop_rectification: {
    noun: 'rectification-dropping',
    by: ['manager', 'director'],
    manner: 'plain',
    form: () => [reasonField()],
    tells: ['manager', 'director'],
  },
  answer_findings: {
    noun: 'rectification-answer',
    by: ['lead'],
    manner: 'primary',
    leastOne: true,
    form: answerFields,
    initial: (context): Values =>
      Object.fromEntries(
        (context.rectification?.findings ?? []).flatMap((f) =>
          f.answer === null ? [] : [[`answer.${f.key}`, f.answer]],
        ),
      ),
    tells: ['manager'],
  },
  accept_rectification: {
    noun: 'rectification-acceptance',
    by: ['manager', 'director'],
    manner: 'primary',
    form: () => [
      reasonField({
        name: 'finding',
        label: own('rectificationFinding'),
        hint: { key: 'incubation.hint.rectificationFinding' },
      }),
    ],
    tells: ['lead', 'manager', 'director'],
  },
  fail_rectification: {
    noun: 'rectification-failure',
    by: ['director'],
    manner: 'danger',
    form: () => [reasonField()],
    tells: ['lead', 'manager', 'supervisor'],
  },
  request_pause: {
    noun: 'pause-request',
    by: ['lead'],
    manner: 'plain',
    form: (_context, _observed, now) => pauseFields(now),
    tells: ['director', 'manager'],
  },
  pause: {
    noun: 'pause',
    by: ['director'],
    manner: 'primary',
    form: (_context, _observed, now) => pauseFields(now),
    initial: (context): Values =>
      context.pauseAsked === null
        ? {}
        : { until: context.pauseAsked.until, reason: context.pauseAsked.reason },
    tells: ['lead', 'manager', 'mentor'],
  },
  refuse_pause: {
    noun: 'pause-refusal',
    by: ['director'],
    manner: 'danger',
    form: () => [reasonField()],
    tells: ['lead', 'manager'],
  },
  resume: {
    noun: 'resumption',
    by: ['lead', 'manager'],
    manner: 'primary',
    form: () => [noteField],
    tells: ['lead', 'manager', 'director', 'mentor'],
  },
  request_extension: {
    noun: 'extension-request',
    by: ['lead'],
    manner: 'plain',
    form: () => [{ kind: 'integer', name: 'months', label: own('months'), min: 1, max: 12 }, reasonField()],
    tells: ['director', 'manager', 'supervisor'],
  },
  grant_extension: {
    noun: 'extension',
    by: ['director', 'supervisor'],
    manner: 'primary',
    form: () => [
      { kind: 'integer', name: 'months', label: own('months'), min: 1, max: 12 },
      { kind: 'paragraph', name: 'goals', label: own('goals'), min: 10, max: 1000 },
      { ...milestonesField, hint: { key: 'incubation.hint.milestonesOfExtension' } },
    ],
    initial: (context): Values =>
      context.extensionMonths === null ? {} : { months: context.extensionMonths },
    tells: ['lead', 'manager', 'mentor'],
  },
  deny_extension: {
    noun: 'extension-refusal',
    by: ['director', 'supervisor'],
    manner: 'danger',
    form: () => [reasonField()],
    tells: ['lead', 'manager'],
  },
  request_exit: {
    noun: 'exit',
    by: ['lead'],
    manner: 'danger',
    form: () => [
      reasonField(),
      {
        kind: 'choice',
        name: 'fundedProjects',
        label: own('fundedProjects'),
        options: optionsOf('incubation.fundedProjects', ['none', 'running']),
      },
      { ...documentField('settlementPlan', true), hint: { key: 'incubation.hint.settlementPlan' } },
    ],
    tells: ['manager', 'director', 'supervisor', 'mentor'],
  },
  revoke: {
    noun: 'revocation',
    by: ['supervisor'],
    manner: 'danger',
    form: () => [
      {
        kind: 'choice',
        name: 'ground',
        label: own('ground'),
        options: optionsOf('incubation.revocation', revocationGrounds),
      },
      reasonField(),
      documentField('proof'),
    ],
    tells: ['lead', 'manager', 'director', 'mentor'],
  },
  appeal: {
    noun: 'appeal',
    by: ['lead'],
    manner: 'primary',
    form: () => [reasonField({ min: 10, max: 2000 }), documentField('evidence', true)],
    tells: ['supervisor', 'director', 'manager'],
  },
  uphold_appeal: {
    noun: 'appeal-upholding',
    by: ['supervisor'],
    manner: 'primary',
    form: findingFields,
    tells: ['lead', 'manager', 'director'],
  },
  dismiss_appeal: {
    noun: 'appeal-dismissal',
    by: ['supervisor'],
    manner: 'danger',
    form: findingFields,
    tells: ['lead', 'manager', 'director'],
  },
  complete_handover: {
    noun: 'handover',
    by: ['manager'],
    manner: 'primary',
    form: () => [
      ...handoverLines.map(
        (line): Field => ({ kind: 'tick', name: `handover.${line}`, label: own(`handover.${line}`) }),
      ),
      documentField('handoverDocument'),
    ],
    tells: ['lead', 'director', 'supervisor'],
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
