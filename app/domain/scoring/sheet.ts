import {
  add,
  compare,
  divide,
  type Fraction,
  fractionOf,
  multiply,
  roundHalfUp,
  sumOf,
  ZERO,
} from '../fraction.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '../refusal.ts';
import { pointsRefusals } from '../rubrics/item-points.ts';
import {
  type Answer,
  exactItemPoints,
  itemsOf,
  type Rubric,
  type RubricDimension,
  type RubricItem,
  vetoedBy,
} from '../rubrics.ts';

/** One line of a score sheet. */
export interface SheetItem {
  /** The assessor's points, up to two decimals; where given they are the mark, and `answer` is what it rests on. */
  readonly points?: number;
  /** What the rule of the item asks for; the points follow from it where none are given. */
  readonly answer?: Answer;
  readonly notApplicable?: boolean;
  readonly comment?: string;
}

/** A score sheet (评分表): what one assessor or reviewer found. */
export interface Sheet {
  readonly assessorId: string;
  readonly locked: boolean;
  readonly items: Readonly<Record<string, SheetItem>>;
  /** Ids of the vetoes that the assessor found. */
  readonly vetoes?: readonly string[];
  readonly mustHaves?: Readonly<Record<string, boolean>>;
  /** Points beyond the items, where the rubric has room for them. */
  readonly bonus?: { readonly points: number; readonly comment?: string };
}

/** The points of one dimension in its own weight; `null` when no item of it applies. */
export interface DimensionPoints {
  readonly id: string;
  readonly weight: number;
  readonly points: number | null;
}

/** What a sheet comes to, rounded half up to two decimals for showing: a panel's score is not made of these. */
export interface SheetTotal {
  readonly assessorId: string;
  readonly total: number;
  readonly dimensions: readonly DimensionPoints[];
  /** Ids of the vetoes found, and of the items whose rule vetoes. */
  readonly vetoes: readonly string[];
}

/** The part of the weight that has to remain when items are set aside (field: "at least 60 %"). */
export const LEAST_WEIGHT_PERCENT = 60;

export interface SheetRules {
  /** The share of an item's points below which the assessor says why. */
  readonly commentBelowShare: number;
}

export const DEFAULT_SHEET_RULES: SheetRules = { commentBelowShare: 0.6 };

/**
 * What keeps a sheet from being locked, each by its field (`items.<id>.points`, `.plan` or `.comment`,
 * `mustHaves.<id>`, `bonus.points`, `vetoes`, `items`). None: every item is scored within 0..max or rightly
 * set aside, what lies below the share has a comment, at least 60 % of the weight remains.
 */
export function checkSheet(
  rubric: Rubric,
  sheet: Sheet,
  rules: SheetRules = DEFAULT_SHEET_RULES,
): FieldRefusal[] {
  const values = valuesOf(rubric, sheet);
  const items = itemsOf(rubric).flatMap((item) => {
    const value = values.get(item.id)!;
    if (lacksPlan(item, sheet)) return [at(`items.${item.id}.plan`, refusal('scoring.planMissing'))];
    if (!value.ok) return value.refusals.map((one) => at(`items.${item.id}.points`, one));
    return needsComment(item, value.value, rules) && isBlank(sheetItem(sheet, item.id).comment)
      ? [at(`items.${item.id}.comment`, refusal('scoring.comment', { percent: percent(rules) }))]
      : [];
  });
  return [
    ...items,
    ...unknownNames(rubric, sheet),
    ...checkMustHaves(rubric, sheet),
    ...checkBonus(rubric, sheet),
  ].concat(items.some((one) => !one.field.endsWith('.comment')) ? [] : checkWeightLeft(rubric, values));
}

/**
 * The total of a sheet. An item set aside is taken out and its dimension re-scaled to its weight; a dimension
 * without any item left is spread over the others. Refused as by `checkSheet`, the comments on items aside.
 */
export function sheetTotal(rubric: Rubric, sheet: Sheet): Result<SheetTotal, FieldRefusal> {
  const exact = exactSheet(rubric, sheet);
  if (!exact.ok) return exact;
  const { total, dimensions, vetoes } = exact.value;
  return done({
    assessorId: sheet.assessorId,
    total: roundHalfUp(total),
    dimensions: dimensions.map(({ id, weight, points }) => ({
      id,
      weight,
      points: points && roundHalfUp(points),
    })),
    vetoes,
  });
}

export interface ExactSheet {
  readonly assessorId: string;
  readonly total: Fraction;
  readonly dimensions: readonly {
    readonly id: string;
    readonly weight: number;
    readonly points: Fraction | null;
  }[];
  /** By the item's id; `null` where it is set aside. */
  readonly items: ReadonlyMap<string, Fraction | null>;
  readonly vetoes: readonly string[];
}

/** The same, before any rounding: what a panel's score is made of. */
export function exactSheet(rubric: Rubric, sheet: Sheet): Result<ExactSheet, FieldRefusal> {
  const wrong = checkSheet(rubric, sheet, { commentBelowShare: 0 });
  if (wrong.length > 0) return refused(...wrong);
  const values = valuesOf(rubric, sheet);
  const dimensions = rubric.dimensions.map((dimension) => ({
    id: dimension.id,
    weight: dimension.weight,
    points: dimensionPoints(dimension, values),
  }));
  const left = dimensions.filter((dimension) => dimension.points !== null);
  const points = sumOf(left.map((dimension) => dimension.points!));
  const weight = sumOf(left.map((dimension) => fractionOf(dimension.weight)));
  const spread = divide(multiply(points, fractionOf(rubric.max)), weight);
  return done({
    assessorId: sheet.assessorId,
    total: add(spread, fractionOf(sheet.bonus?.points ?? 0)),
    dimensions,
    items: new Map([...values].map(([id, value]) => [id, value.ok ? value.value : null])),
    vetoes: vetoesOf(rubric, sheet),
  });
}

type Values = ReadonlyMap<string, Result<Fraction | null>>;

/** Each item's exact points, `null` where it is set aside, or why it has none. */
function valuesOf(rubric: Rubric, sheet: Sheet): Values {
  return new Map(itemsOf(rubric).map((item) => [item.id, pointsOf(item, sheetItem(sheet, item.id))]));
}

function pointsOf(item: RubricItem, given: SheetItem): Result<Fraction | null> {
  const value = given.notApplicable ? done(null) : scoreOf(item, given);
  if (value.ok && value.value === null && !item.mayBeNotApplicable)
    return refused(refusal('scoring.notApplicable'));
  return value;
}

function scoreOf(item: RubricItem, { points, answer }: SheetItem): Result<Fraction | null> {
  if (points !== undefined) {
    const wrong = pointsRefusals(points, item.max);
    return wrong.length > 0 ? refused(...wrong) : done(fractionOf(points));
  }
  return answer ? exactItemPoints(item.rule, item.max, answer) : refused(refusal('scoring.missing'));
}

function dimensionPoints(dimension: RubricDimension, values: Values): Fraction | null {
  let points = ZERO;
  let max = ZERO;
  for (const item of dimension.items) {
    const value = values.get(item.id)!;
    if (!value.ok || value.value === null) continue;
    points = add(points, value.value);
    max = add(max, fractionOf(item.max));
  }
  return max.top === 0n ? null : divide(multiply(points, fractionOf(dimension.weight)), max);
}

function vetoesOf(rubric: Rubric, sheet: Sheet): string[] {
  const byRule = itemsOf(rubric).filter((item) => vetoedBy(item.rule, sheetItem(sheet, item.id).answer));
  return [...new Set([...(sheet.vetoes ?? []), ...byRule.map((item) => item.id)])].sort();
}

const sheetItem = (sheet: Sheet, id: string): SheetItem =>
  Object.hasOwn(sheet.items, id) ? (sheet.items[id] ?? {}) : {};

const at = (field: string, { code, params }: Refusal): FieldRefusal => ({
  field,
  code,
  ...(params ? { params } : {}),
});

/** Whether a ratio has its figure, and not the one that it is measured by. */
function lacksPlan(item: RubricItem, sheet: Sheet): boolean {
  const { points, answer } = sheetItem(sheet, item.id);
  const asked = item.rule.kind === 'ratio' && item.rule.fixedPlan === undefined;
  return asked && points === undefined && answer?.kind === 'ratio' && answer.plan === undefined;
}

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

const percent = (rules: SheetRules): number =>
  roundHalfUp(multiply(fractionOf(rules.commentBelowShare), fractionOf(100)));

const needsComment = (item: RubricItem, value: Fraction | null, rules: SheetRules): boolean =>
  value !== null && compare(value, multiply(fractionOf(item.max), fractionOf(rules.commentBelowShare))) < 0;

function checkWeightLeft(rubric: Rubric, values: Values): FieldRefusal[] {
  const items = itemsOf(rubric);
  const sumOfMax = (list: readonly RubricItem[]) => sumOf(list.map((item) => fractionOf(item.max)));
  const left = sumOfMax(
    items.filter((item) => {
      const value = values.get(item.id)!;
      return value.ok && value.value !== null;
    }),
  );
  const least = multiply(sumOfMax(items), fractionOf(LEAST_WEIGHT_PERCENT / 100));
  return compare(left, least) >= 0
    ? []
    : [at('items', refusal('scoring.tooLittleLeft', { percent: LEAST_WEIGHT_PERCENT }))];
}

function unknownNames(rubric: Rubric, sheet: Sheet): FieldRefusal[] {
  const items = new Set(itemsOf(rubric).map((item) => item.id));
  const vetoes = new Set(rubric.vetoes.map((veto) => veto.id));
  return [
    ...Object.keys(sheet.items)
      .filter((id) => !items.has(id))
      .map((id) => at(`items.${id}`, refusal('scoring.unknownItem', { item: id }))),
    ...(sheet.vetoes ?? [])
      .filter((id) => !vetoes.has(id))
      .map((id) => at('vetoes', refusal('scoring.unknownVeto', { veto: id }))),
  ];
}

function checkMustHaves(rubric: Rubric, sheet: Sheet): FieldRefusal[] {
  const answered = sheet.mustHaves ?? {};
  return rubric.mustHaves
    .filter(({ id }) => !Object.hasOwn(answered, id))
    .map(({ id }) => at(`mustHaves.${id}`, refusal('scoring.mustHave')));
}

function checkBonus(rubric: Rubric, { bonus }: Sheet): FieldRefusal[] {
  if (!bonus) return [];
  const wrong = pointsRefusals(bonus.points, rubric.bonusUpTo ?? 0).map((one) => at('bonus.points', one));
  const unexplained = bonus.points > 0 && isBlank(bonus.comment);
  return unexplained ? [...wrong, at('bonus.comment', refusal('scoring.bonusReason'))] : wrong;
}
