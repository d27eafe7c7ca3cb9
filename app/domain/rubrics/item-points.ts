import {
  compare,
  divide,
  type Fraction,
  fractionOf,
  multiply,
  roundHalfUp,
  smaller,
  subtract,
  sumOf,
  ZERO,
} from '../fraction.ts';
import { done, type Result, refusal, refused } from '../refusal.ts';
import type { Rule, RuleStep } from '../rubrics.ts';

/** Points are given to the hundredth. */
export const MAX_POINT_DECIMALS = 2;

/** What is known of an item, in the shape that its rule asks for. */
export type Answer =
  /** for `allOrNothing` */
  | { readonly kind: 'met'; readonly met: boolean }
  /** for `steps`: the id of the step chosen, `null` when none is reached */
  | { readonly kind: 'step'; readonly step: string | null }
  /** for `steps` with bounds: the figure itself */
  | { readonly kind: 'value'; readonly value: number }
  /** for `ratio`; no `plan` where the rubric fixes it */
  | { readonly kind: 'ratio'; readonly actual: number; readonly plan?: number }
  /** for `perUnit` and `deduction`; `veto` when what the deduction calls a veto has happened */
  | { readonly kind: 'count'; readonly count: number; readonly veto?: boolean }
  /** for `parts`: points by the part's id */
  | { readonly kind: 'parts'; readonly parts: Readonly<Record<string, number>> }
  /** for `judgement` */
  | { readonly kind: 'points'; readonly points: number };

/**
 * The points that a rule gives for an answer, of `max`, rounded half up to two decimals for showing;
 * `null` when the item is not applicable (a plan of 0). A sheet's total is made of `exactItemPoints`.
 * Refusals: `scoring.answer` (of another shape than the rule's, or no figure), `scoring.range`,
 * `scoring.decimals`, `scoring.step`, `scoring.part`.
 */
export function itemPoints(rule: Rule, max: number, answer: Answer): Result<number | null> {
  const points = exactItemPoints(rule, max, answer);
  if (!points.ok) return points;
  return done(points.value === null ? null : roundHalfUp(points.value));
}

/** The same, not rounded. */
export function exactItemPoints(rule: Rule, max: number, answer: Answer): Result<Fraction | null> {
  const full = fractionOf(max);
  switch (rule.kind) {
    case 'allOrNothing':
      return answer.kind === 'met' ? done(answer.met ? full : ZERO) : otherShape();
    case 'steps':
      return stepPoints(rule.steps, answer);
    case 'ratio':
      return answer.kind === 'ratio' ? ratioPoints(rule, full, answer) : otherShape();
    case 'perUnit': {
      if (answer.kind !== 'count' || !isCount(answer.count)) return otherShape();
      if (answer.count < rule.baseUnits) return done(ZERO);
      const extra = multiply(fractionOf(answer.count - rule.baseUnits), fractionOf(rule.perExtra));
      return done(smaller(sumOf([fractionOf(rule.basePoints), extra]), fractionOf(rule.cap)));
    }
    case 'deduction': {
      if (answer.kind !== 'count' || !isCount(answer.count)) return otherShape();
      if (rule.veto && answer.veto) return done(ZERO);
      const left = subtract(full, multiply(fractionOf(answer.count), fractionOf(rule.each)));
      return done(left.top < 0n ? ZERO : left);
    }
    case 'parts': {
      if (answer.kind !== 'parts') return otherShape();
      const given = answer.parts;
      const unknown = Object.keys(given).find((id) => !rule.parts.some((part) => part.id === id));
      const missing = rule.parts.find((part) => !Object.hasOwn(given, part.id));
      if (unknown !== undefined || missing) {
        return refused(refusal('scoring.part', { part: unknown ?? missing!.id }));
      }
      const wrong = rule.parts.flatMap((part) => pointsRefusals(given[part.id]!, part.max));
      if (wrong.length > 0) return refused(...wrong);
      return done(sumOf(rule.parts.map((part) => fractionOf(given[part.id]!))));
    }
    case 'judgement': {
      if (answer.kind !== 'points') return otherShape();
      const wrong = pointsRefusals(answer.points, max);
      return wrong.length > 0 ? refused(...wrong) : done(fractionOf(answer.points));
    }
  }
}

/** Whether an answer vetoes the whole sheet: money misused under a rule that counts violations. */
export const vetoedBy = (rule: Rule, answer: Answer | undefined): boolean =>
  rule.kind === 'deduction' && rule.veto !== undefined && answer?.kind === 'count' && answer.veto === true;

/** What is wrong with points that a person gave: not within 0..max, or finer than a hundredth. */
export function pointsRefusals(points: number, max: number) {
  if (!Number.isFinite(points) || points < 0 || points > max) return [refusal('scoring.range', { max })];
  const hundredths = multiply(fractionOf(points), fractionOf(100));
  return hundredths.bottom === 1n ? [] : [refusal('scoring.decimals', { most: MAX_POINT_DECIMALS })];
}

const otherShape = () => refused(refusal('scoring.answer'));

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;

function stepPoints(steps: readonly RuleStep[], answer: Answer): Result<Fraction> {
  if (answer.kind === 'step') {
    if (answer.step === null) return done(ZERO);
    const chosen = steps.find((step) => step.id === answer.step);
    return chosen ? done(fractionOf(chosen.points)) : refused(refusal('scoring.step', { step: answer.step }));
  }
  if (answer.kind !== 'value' || !Number.isFinite(answer.value)) return otherShape();
  const measured = steps.filter((step) => step.atLeast !== undefined || step.atMost !== undefined);
  if (measured.length === 0) return otherShape();
  const reached = measured
    .filter(({ atLeast = -Infinity, atMost = Infinity }) => answer.value >= atLeast && answer.value <= atMost)
    .map((step) => step.points);
  return done(fractionOf(Math.max(0, ...reached)));
}

function ratioPoints(
  rule: Extract<Rule, { kind: 'ratio' }>,
  full: Fraction,
  answer: { readonly actual: number; readonly plan?: number },
): Result<Fraction | null> {
  const plan = rule.fixedPlan ?? answer.plan;
  if (plan === undefined || !isAmount(plan) || !isAmount(answer.actual)) return otherShape();
  if (plan === 0) return done(null);
  const share = divide(fractionOf(answer.actual), fractionOf(plan));
  const minimum = divide(fractionOf(rule.minimumPercent ?? 0), fractionOf(100));
  if (compare(share, minimum) < 0) return done(ZERO);
  return done(multiply(full, smaller(share, fractionOf(1))));
}

const isAmount = (amount: number): boolean => Number.isFinite(amount) && amount >= 0;
