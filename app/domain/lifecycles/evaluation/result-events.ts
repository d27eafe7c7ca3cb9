import type { Field, Option } from '../../forms/field.ts';
import type { Rubric } from '../../rubrics.ts';
import { noteField, optionsOf, peopleOptions, reasonField } from '../common-fields.ts';
import { candidateOptions, type EvaluationDeclaration, own } from './event-fields.ts';
import { type EvaluationContext, leadAssessor, sittingAssessors } from './facts.ts';
import { openMustHaves } from './recordings.ts';
import { mostAdjusted } from './requirements.ts';

const mustHaveField = (rubric: Rubric, id: string): readonly Field[] =>
  rubric.mustHaves
    .filter((m) => m.id === id)
    .map(
      (m): Field => ({
        kind: 'yesNo',
        name: `mustHave.${m.id}`,
        label: { zh: m.zh, en: m.en },
        optional: true,
      }),
    );

const appealOptions = (context: EvaluationContext): readonly Option[] => {
  const before = new Set(context.appeals.flatMap((a) => a.items));
  const rubric = context.rubric;
  if (rubric === null) return [];
  return [
    ...rubric.dimensions.flatMap((d) => d.items.map((i) => ({ value: i.id, label: { zh: i.zh, en: i.en } }))),
    ...rubric.mustHaves.map((m) => ({ value: `mustHave.${m.id}`, label: { zh: m.zh, en: m.en } })),
  ].filter((o) => !before.has(o.value));
};

/** The events that make a result: scores put together, adjusted, published, appealed against. */
export const resultEvents = {
  close_scoring: {
    noun: 'score-closing',
    by: ['manager'],
    manner: 'primary',
    form: () => [noteField],
    tells: ['director', 'assessor'],
  },
  adjust: {
    noun: 'adjustment',
    by: ['assessor'],
    manner: 'plain',
    form: (context) => {
      const rubric = context.rubric;
      return [
        {
          kind: 'choice',
          name: 'direction',
          label: own('direction'),
          options: optionsOf('evaluation.direction', ['up', 'down']),
        },
        { kind: 'decimal', name: 'points', label: own('points'), min: 0, max: mostAdjusted / 100 },
        ...(rubric === null ? [] : context.disputed.flatMap((id) => mustHaveField(rubric, id))),
        reasonField(),
        {
          kind: 'choices',
          name: 'agreeing',
          label: own('agreeing'),
          options: peopleOptions(
            sittingAssessors(context).filter((a) => a.personId !== leadAssessor(context)?.personId),
          ),
        },
      ];
    },
    tells: ['director', 'manager', 'assessor'],
  },
  finalise: {
    noun: 'finalisation',
    by: ['director'],
    manner: 'primary',
    form: (context) => [
      {
        kind: 'paragraph',
        name: 'discussion',
        label: own('discussion'),
        ...(context.panelScore?.spreadFlagged ? { min: 10 } : { optional: true }),
        max: 2000,
      },
    ],
    tells: ['lead', 'manager', 'assessor'],
  },
  appeal: {
    noun: 'appeal',
    by: ['lead'],
    manner: 'plain',
    form: (context) => [
      { kind: 'choices', name: 'items', label: own('items'), min: 1, options: appealOptions(context) },
      reasonField({ min: 10, max: 2000 }),
      { kind: 'files', name: 'evidence', label: own('appealEvidence'), max: 10, optional: true },
    ],
    tells: ['manager', 'director', 'supervisor'],
  },
  revise_result: {
    noun: 'revision',
    by: ['supervisor'],
    manner: 'plain',
    observe: ['assessorCandidates'],
    form: (context, observed) => {
      const rubric = context.rubric;
      return [
        {
          kind: 'choices',
          name: 'team',
          label: own('team'),
          min: 2,
          max: 9,
          options: candidateOptions(observed.assessorCandidates ?? []).filter(
            (o) => !context.assessors.some((a) => a.personId === o.value),
          ),
        },
        {
          kind: 'decimal',
          name: 'score',
          label: own('revisedScore'),
          min: 0,
          max: (rubric?.max ?? 100) + (rubric?.bonusUpTo ?? 0),
        },
        ...(rubric === null ? [] : openMustHaves(context).flatMap((id) => mustHaveField(rubric, id))),
        reasonField({ name: 'finding' }),
      ];
    },
    tells: ['lead', 'manager', 'director', 'assessor'],
  },
  reject_appeal: {
    noun: 'appeal-rejection',
    by: ['supervisor'],
    manner: 'primary',
    form: () => [reasonField({ name: 'finding' })],
    tells: ['lead', 'manager', 'director'],
  },
} satisfies Readonly<Record<string, EvaluationDeclaration>>;
