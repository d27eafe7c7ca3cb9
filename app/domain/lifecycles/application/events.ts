import { addWorkingDays, localDate } from '../../calendar.ts';
import type { Field } from '../../forms/field.ts';
import { noteField, optionsOf, peopleOptions, reasonField } from '../common-fields.ts';
import type { EventDeclaration } from '../lifecycle.ts';
import { noticeEvents } from '../objections.ts';
import { scoreEvents } from '../score-events.ts';
import { draftEvents } from './draft-events.ts';
import {
  type ApplicationContext,
  type ApplicationEventName,
  type ApplicationObserved,
  type Candidate,
  grounds,
  ofCommunity,
  sitting,
} from './facts.ts';

type Declaration = EventDeclaration<ApplicationContext, ApplicationObserved>;

/** What a manager answers yes to before an application goes to the panel (desk screening 材料初审). */
const screeningChecks = [
  'eligible',
  'documentsReadable',
  'documentsAgree',
  'noGround',
  'notDuplicated',
] as const;

const screeningFields = (context: ApplicationContext): readonly Field[] =>
  [...screeningChecks, ...(ofCommunity(context) ? (['partyOpinionRead'] as const) : [])].map((name) => ({
    kind: 'yesNo',
    name: `check.${name}`,
    label: { key: `application.check.${name}` },
  }));

const residencyField: Field = {
  kind: 'choice',
  name: 'residency',
  options: optionsOf('residency', ['onsite', 'virtual']),
};

const memberField = (context: ApplicationContext, name = 'member'): Field => ({
  kind: 'choice',
  name,
  options: peopleOptions(sitting(context)),
});

const candidateOptions = (candidates: readonly Candidate[]) =>
  peopleOptions(candidates, (id) =>
    candidates.find((c) => c.personId === id)?.conflict ? { key: 'application.conflictKnown' } : undefined,
  );

/** The events of an application: who sends them, their address and their form. */
export const applicationEvents: Readonly<Record<ApplicationEventName, Declaration>> = {
  ...draftEvents,
  accept: { noun: 'acceptance', by: ['manager'], manner: 'primary', tells: ['lead'] },
  pass: {
    noun: 'screening',
    by: ['manager'],
    manner: 'primary',
    form: (context) => [...screeningFields(context), noteField],
    tells: ['lead'],
  },
  request_supplement: {
    noun: 'supplement-request',
    by: ['manager'],
    manner: 'plain',
    observe: ['supplementable'],
    leastOne: true,
    form: (_context, observed) =>
      (observed.supplementable ?? []).map((item) => ({
        kind: 'paragraph',
        name: `reason.${item.key}`,
        label: item.label,
        max: 300,
        optional: true,
      })),
    tells: ['lead'],
  },
  record_party_opinion: {
    noun: 'party-opinion',
    by: ['party_committee'],
    manner: 'primary',
    form: () => [
      { kind: 'yesNo', name: 'supports' },
      { kind: 'paragraph', name: 'opinion', min: 2, max: 1000 },
    ],
    tells: ['manager'],
  },
  refuse: {
    noun: 'refusal',
    by: ['director'],
    manner: 'danger',
    form: () => [
      { kind: 'choices', name: 'grounds', options: optionsOf('ground', grounds), optional: true },
      reasonField(),
    ],
    tells: ['lead', 'manager'],
  },
  resubmit: {
    noun: 'resubmission',
    by: ['lead'],
    manner: 'primary',
    form: (context) =>
      context.supplement.map((item) => ({
        kind: 'paragraph',
        name: `answer.${item.key}`,
        label: item.label,
        hint: { text: item.reason },
        max: 1000,
      })),
    tells: ['manager'],
  },
  appoint_panel: {
    noun: 'panel',
    by: ['manager'],
    manner: 'primary',
    observe: ['reviewerCandidates'],
    form: (context, observed) => [
      {
        kind: 'choices',
        name: 'members',
        min: 3,
        max: 11,
        options: candidateOptions(observed.reviewerCandidates ?? []).filter(
          (o) => !context.panel.some((m) => m.personId === o.value && m.stage === 'recused'),
        ),
      },
    ],
    tells: ['lead'],
  },
  declare: {
    noun: 'declaration',
    by: ['reviewer'],
    manner: 'primary',
    form: () => [
      { kind: 'choice', name: 'declaration', options: optionsOf('declaration', ['none', 'recuse']) },
      { kind: 'tick', name: 'confidential' },
      reasonField({ optional: true, name: 'note' }),
    ],
    tells: ['manager'],
  },
  request_recusal: {
    noun: 'recusal-request',
    by: ['lead'],
    manner: 'plain',
    form: (context) => [memberField(context), reasonField()],
    tells: ['director'],
  },
  answer_recusal: {
    noun: 'recusal-answer',
    by: ['director'],
    manner: 'primary',
    form: (context) => [
      { kind: 'choice', name: 'member', options: peopleOptions(context.panel.filter((m) => m.recusalAsked)) },
      { kind: 'choice', name: 'answer', options: optionsOf('recusalAnswer', ['grant', 'keep']) },
      reasonField(),
    ],
    tells: ['lead', 'manager'],
  },
  convene: {
    noun: 'review-meeting',
    by: ['manager'],
    manner: 'primary',
    observe: ['entryRubric'],
    form: (context, _observed, now) => [
      {
        kind: 'date',
        name: 'meetingOn',
        notBefore: addWorkingDays(
          now.calendar,
          localDate(now.at, now.calendar),
          context.settings.panelNoticeDays,
        ),
      },
      { kind: 'text', name: 'place', max: 100 },
    ],
    tells: ['reviewer'],
  },
  ...scoreEvents('reviewer'),
  recuse: {
    noun: 'recusal',
    by: ['reviewer', 'manager'],
    manner: 'danger',
    // A reviewer steps back for oneself alone: only the manager is asked whose seat it is.
    form: (context, _, { role }) => [...(role === 'reviewer' ? [] : [memberField(context)]), reasonField()],
    tells: ['manager', 'director'],
  },
  replace_reviewer: {
    noun: 'replacement',
    by: ['manager'],
    manner: 'plain',
    observe: ['reviewerCandidates'],
    form: (context, observed) => [
      {
        kind: 'choice',
        name: 'member',
        options: peopleOptions(
          context.panel.filter(
            (m) => m.stage === 'recused' || (m.stage !== 'replaced' && !context.sheets[m.personId]?.locked),
          ),
        ),
      },
      { kind: 'choice', name: 'replacement', options: candidateOptions(observed.reviewerCandidates ?? []) },
    ],
    tells: ['lead'],
  },
  close_review: {
    noun: 'review-closing',
    by: ['manager'],
    manner: 'primary',
    form: () => [noteField],
    tells: ['director'],
  },
  admit: {
    noun: 'decision',
    by: ['director', 'supervisor'],
    manner: 'primary',
    observe: ['ranking', 'seats'],
    form: () => [residencyField, noteField],
    tells: ['lead', 'manager'],
  },
  waitlist: {
    noun: 'waitlisting',
    by: ['director', 'supervisor'],
    manner: 'plain',
    observe: ['ranking', 'seats'],
    form: () => [noteField],
    tells: ['lead', 'manager'],
  },
  reject: {
    noun: 'rejection',
    by: ['director', 'supervisor'],
    manner: 'danger',
    observe: ['ranking'],
    form: () => [reasonField()],
    tells: ['lead', 'manager'],
  },
  promote: {
    noun: 'promotion',
    by: ['director'],
    manner: 'primary',
    observe: ['organization', 'ranking', 'seats'],
    form: () => [residencyField],
    tells: ['lead', 'manager'],
  },
  ...noticeEvents,
  sign: {
    noun: 'signature',
    by: ['lead', 'director'],
    manner: 'primary',
    observe: ['seats'],
    form: () => [
      { kind: 'tick', name: 'agreeTerm' },
      { kind: 'tick', name: 'agreeWaysOut' },
    ],
    tells: ['lead', 'director', 'manager'],
  },
  extend_signing: {
    noun: 'signing-extension',
    by: ['director'],
    manner: 'plain',
    form: () => [reasonField()],
    tells: ['lead'],
  },
  withdraw: {
    noun: 'withdrawal',
    by: ['lead'],
    manner: 'danger',
    form: () => [reasonField()],
    tells: ['manager'],
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
