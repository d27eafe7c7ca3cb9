/** Short ways of writing a shipped rubric down; each Chinese word stands beside its English one. */
import type { BothLanguages, RubricGrade, RubricItem, Rule, RuleStep } from '../rubrics.ts';

type Step = readonly [id: string, points: number, zh: string, en: string];
type Threshold = readonly [bound: number, points: number, zh: string, en: string];

export const both = (zh: string, en: string): BothLanguages => ({ zh, en });

export const item = (
  id: string,
  zh: string,
  en: string,
  max: number,
  rule: Rule = judgement(),
): RubricItem => ({
  id,
  zh,
  en,
  max,
  rule,
});

/** An item that may be set aside: nothing was planned, or the thing it asks for cannot be at every organization. */
export const itemIfAny = (
  id: string,
  zh: string,
  en: string,
  max: number,
  rule: Rule = judgement(),
): RubricItem => ({
  ...item(id, zh, en, max, rule),
  mayBeNotApplicable: true,
});

export const judgement = (zh?: string, en?: string): Rule =>
  zh && en ? { kind: 'judgement', guide: both(zh, en) } : { kind: 'judgement' };

export const allOrNothing = (zh: string, en: string): Rule => ({ kind: 'allOrNothing', when: both(zh, en) });

/** Steps that are chosen by their words. */
export const choose = (...steps: readonly Step[]): Rule => ({
  kind: 'steps',
  steps: steps.map(([id, points, zh, en]) => ({ id, points, zh, en })),
});

/** Steps by a figure that has to reach each bound, the highest first. */
export const reach = (measure: BothLanguages, ...steps: readonly Threshold[]): Rule =>
  measured(measure, steps, (bound) => ({ atLeast: bound }));

/** Steps by a figure that has to stay within each bound, the lowest first. */
export const stayWithin = (measure: BothLanguages, ...steps: readonly Threshold[]): Rule =>
  measured(measure, steps, (bound) => ({ atMost: bound }));

function measured(
  measure: BothLanguages,
  steps: readonly Threshold[],
  limit: (bound: number) => Pick<RuleStep, 'atLeast' | 'atMost'>,
): Rule {
  return {
    kind: 'steps',
    measure,
    steps: steps.map(([bound, points, zh, en]) => ({ id: `step-${bound}`, points, zh, en, ...limit(bound) })),
  };
}

/** max × min(1, actual ÷ plan). */
export const ratio = (
  actual: BothLanguages,
  plan: BothLanguages,
  more: { readonly fixedPlan?: number; readonly minimumPercent?: number } = {},
): Rule => ({ kind: 'ratio', actual, plan, ...more });

export const parts = (
  ...list: readonly (readonly [id: string, max: number, zh: string, en: string])[]
): Rule => ({
  kind: 'parts',
  parts: list.map(([id, max, zh, en]) => ({ id, max, zh, en })),
});

/** 优、良、中、差 from 90, 80, 60 and 0 of 100. */
export const FOUR_GRADES: readonly RubricGrade[] = [
  { id: 'excellent', zh: '优', en: 'Excellent', from: 90 },
  { id: 'good', zh: '良', en: 'Good', from: 80 },
  { id: 'fair', zh: '中', en: 'Fair', from: 60 },
  { id: 'poor', zh: '差', en: 'Poor', from: 0 },
];
