/**
 * A rubric (评分标准): dimensions with weights, items with points, and for each item the rule by which
 * its points are found. A rubric is data: a center edits a copy of a shipped one, and a published version
 * never changes. Points are in the rubric's own scale (`max`), up to two decimals.
 */

/** Words that are data and so exist in both languages. */
export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

/** One step of a stepped rule. With bounds (included) it can be found from a figure, without by choosing it. */
export interface RuleStep extends BothLanguages {
  readonly id: string;
  readonly points: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** One part of an item that is scored in parts. */
export interface RulePart extends BothLanguages {
  readonly id: string;
  readonly max: number;
}

/** How the points of an item are found. */
export type Rule =
  /** All the points when it is so, else none. */
  | { readonly kind: 'allOrNothing'; readonly when: BothLanguages }
  /** The best step that the figure reaches, or the step that was chosen; none reached: 0. */
  | { readonly kind: 'steps'; readonly measure?: BothLanguages; readonly steps: readonly RuleStep[] }
  /**
   * max × min(1, actual ÷ plan), and 0 when that share is below `minimumPercent`. `fixedPlan` is a plan
   * that the rubric itself gives (a rating out of 5); otherwise it comes with the answer, and a plan of 0
   * makes the item not applicable.
   */
  | {
      readonly kind: 'ratio';
      readonly actual: BothLanguages;
      readonly plan: BothLanguages;
      readonly fixedPlan?: number;
      readonly minimumPercent?: number;
    }
  /** `basePoints` for the first `baseUnits`, `perExtra` for each one more, at most `cap`; fewer: 0. */
  | {
      readonly kind: 'perUnit';
      readonly unit: BothLanguages;
      readonly baseUnits: number;
      readonly basePoints: number;
      readonly perExtra: number;
      readonly cap: number;
    }
  /** `each` off for every one counted, not below 0; what `veto` names takes all points and vetoes the whole. */
  | {
      readonly kind: 'deduction';
      readonly counted: BothLanguages;
      readonly each: number;
      readonly veto?: BothLanguages;
    }
  /** The sum of the parts. */
  | { readonly kind: 'parts'; readonly parts: readonly RulePart[] }
  /** 0 to max by the assessor's judgement; `guide` says what to look at. */
  | { readonly kind: 'judgement'; readonly guide?: BothLanguages };

/** One criterion (评分项). */
export interface RubricItem extends BothLanguages {
  readonly id: string;
  readonly max: number;
  readonly rule: Rule;
  /** Whether an assessor may set it aside as not applicable; the rest of its dimension then fills its place. */
  readonly mayBeNotApplicable?: boolean;
}

export interface RubricDimension extends BothLanguages {
  readonly id: string;
  /** Points of the whole that the dimension carries; its items sum to it. */
  readonly weight: number;
  readonly items: readonly RubricItem[];
}

/** A statement that is true or not: a veto (一票否决) or a must-have (必备条件). */
export interface RubricStatement extends BothLanguages {
  readonly id: string;
}

/** A grade and the lowest rounded score that earns it. */
export interface RubricGrade extends BothLanguages {
  readonly id: string;
  readonly from: number;
}

export interface Rubric extends BothLanguages {
  readonly id: string;
  readonly version: number;
  /** Where its figures come from, and what a center has still to confirm. */
  readonly basis: BothLanguages;
  readonly max: number;
  /** The lowest rounded score that passes. */
  readonly pass?: number;
  /** From here to below `pass` the outcome is conditional; below it is failed. */
  readonly conditionalFrom?: number;
  /** Points that may be given beyond the items, with a reason; the total may then pass `max`. */
  readonly bonusUpTo?: number;
  /** Highest first. */
  readonly grades?: readonly RubricGrade[];
  /** The dimension that decides between equal scores in a ranking. */
  readonly tieDimension?: string;
  readonly vetoes: readonly RubricStatement[];
  readonly mustHaves: readonly RubricStatement[];
  readonly dimensions: readonly RubricDimension[];
}

/** Every item of a rubric, in its order. */
export const itemsOf = (rubric: Rubric): readonly RubricItem[] =>
  rubric.dimensions.flatMap((dimension) => dimension.items);

export {
  type Answer,
  exactItemPoints,
  itemPoints,
  MAX_POINT_DECIMALS,
  vetoedBy,
} from './rubrics/item-points.ts';
export { validateRubric } from './rubrics/validate-rubric.ts';
