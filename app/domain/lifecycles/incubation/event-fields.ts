import { addDays, addMonths, type Calendar, localDate } from '../../calendar.ts';
import type { Field } from '../../forms/field.ts';
import { optionsOf, reasonField } from '../common-fields.ts';
import { type IncubationContext, rectificationGrounds } from './facts.ts';
import { documentField, own } from './form-parts.ts';
import { openMilestones } from './milestones.ts';
import { longestPauseMonths } from './term.ts';

interface Now {
  readonly at: string;
  readonly calendar: Calendar;
}

/** How long a pause is to last, and why. */
export const pauseFields = (now: Now): readonly Field[] => {
  const today = localDate(now.at, now.calendar);
  return [
    {
      kind: 'date',
      name: 'until',
      label: own('until'),
      notBefore: addDays(today, 1),
      notAfter: addMonths(today, longestPauseMonths),
    },
    reasonField(),
  ];
};

/** Which milestone was reached, when, and on what that rests. */
export const reachedFields = (context: IncubationContext, now: Now): readonly Field[] => [
  {
    kind: 'choice',
    name: 'milestone',
    label: own('milestone'),
    options: openMilestones(context).map(({ key, milestone }) => ({
      value: key,
      label: { text: milestone.goal },
      hint: { text: milestone.indicator },
    })),
  },
  { kind: 'date', name: 'on', label: own('reachedOn'), notAfter: localDate(now.at, now.calendar) },
  { kind: 'paragraph', name: 'note', label: own('reachedNote'), min: 2, max: 1000 },
  documentField('reachedDocuments', true),
];

/** The first signer writes the order; the second sees it on the page and signs. */
export const orderFields = (context: IncubationContext, now: Now): readonly Field[] => {
  if (context.proposal !== null) return [{ kind: 'tick', name: 'signOrder', label: own('signOrder') }];
  const today = localDate(now.at, now.calendar);
  return [
    {
      kind: 'choice',
      name: 'ground',
      label: own('ground'),
      options: optionsOf('incubation.ground', rectificationGrounds),
    },
    {
      kind: 'rows',
      name: 'findings',
      label: own('findings'),
      min: 1,
      max: 10,
      whole: true,
      columns: [
        { kind: 'text', name: 'finding', label: own('finding'), max: 300 },
        {
          kind: 'date',
          name: 'dueOn',
          label: own('findingDue'),
          notBefore: today,
          notAfter: addDays(today, context.settings.rectificationDays),
        },
      ],
    },
    documentField('orderDocument', true),
  ];
};

/** For each finding, how it was mended and the evidence. */
export const answerFields = (context: IncubationContext): readonly Field[] =>
  (context.rectification?.findings ?? []).flatMap((f): Field[] => [
    { kind: 'paragraph', name: `answer.${f.key}`, label: f.text, max: 1000, optional: true },
    {
      kind: 'files',
      name: `evidence.${f.key}`,
      label: own('findingEvidence'),
      max: 5,
      optional: true,
    },
  ]);

/** What was found when a decision was looked at again. */
export const findingFields = (): readonly Field[] => [reasonField({ name: 'finding' })];
