import {
  compare,
  divide,
  type Fraction,
  fractionOf,
  multiply,
  roundHalfUp,
  subtract,
  sumOf,
} from '../fraction.ts';
import { done, type FieldRefusal, type Result, refusal, refused } from '../refusal.ts';
import { itemsOf, type Rubric } from '../rubrics.ts';
import { type DimensionPoints, type ExactSheet, exactSheet, type Sheet } from './sheet.ts';

export interface PanelRules {
  /** From so many locked sheets on, one highest and one lowest are left out; `null`: never. */
  readonly dropFrom: number | null;
  /** The spread, in points of 100, above which the panel has to discuss it in writing. */
  readonly spreadLimit: number;
}

export const DEFAULT_PANEL_RULES: PanelRules = { dropFrom: 5, spreadLimit: 20 };

/** What one sheet contributes, for the minutes and the table of scores. */
export interface PanelSheet {
  readonly assessorId: string;
  readonly total: number;
  readonly dropped: 'highest' | 'lowest' | null;
}

/** A panel's score; every figure rounded half up to two decimals, once, from the exact one. */
export interface PanelScore {
  readonly score: number;
  /** By total, the lowest first. */
  readonly sheets: readonly PanelSheet[];
  /** Of all locked sheets, before any is left out. */
  readonly highest: number;
  readonly lowest: number;
  readonly spread: number;
  readonly spreadFlagged: boolean;
  readonly median: number;
  /** The mean of each dimension over the sheets that count. */
  readonly dimensions: readonly DimensionPoints[];
  /** The mean of the dimension that decides a tie; `null` where the rubric names none. */
  readonly tieCriterion: number | null;
  /** What any locked sheet vetoes by, each once. */
  readonly vetoes: readonly string[];
}

/**
 * The mean of the locked sheets; from five on without one highest and one lowest total, of equal ones only one.
 * Sheets that are not locked do not count. Refusals: `scoring.noSheet`, `scoring.twice` (two locked sheets of
 * one assessor), and those of `checkSheet` for a locked sheet that is not complete.
 */
export function panelScore(
  rubric: Rubric,
  sheets: readonly Sheet[],
  rules: PanelRules = DEFAULT_PANEL_RULES,
): Result<PanelScore, FieldRefusal> {
  const locked = sheets.filter((sheet) => sheet.locked);
  if (locked.length === 0) return refused({ ...refusal('scoring.noSheet'), field: 'sheets' });
  if (new Set(locked.map((sheet) => sheet.assessorId)).size < locked.length) {
    return refused({ ...refusal('scoring.twice'), field: 'sheets' });
  }
  const exact: ExactSheet[] = [];
  for (const sheet of locked) {
    const result = exactSheet(rubric, sheet);
    if (!result.ok) return result;
    exact.push(result.value);
  }
  return done(scoreOf(rubric, exact.sort(byTotal(rubric)), rules));
}

function scoreOf(rubric: Rubric, ordered: readonly ExactSheet[], rules: PanelRules): PanelScore {
  const drops = rules.dropFrom !== null && ordered.length >= Math.max(rules.dropFrom, 3);
  const counted = drops ? ordered.slice(1, -1) : ordered;
  const lowest = ordered[0]!.total;
  const highest = ordered.at(-1)!.total;
  const spread = subtract(highest, lowest);
  const limit = divide(multiply(fractionOf(rules.spreadLimit), fractionOf(rubric.max)), fractionOf(100));
  const dimensions = rubric.dimensions.map(({ id, weight }) => ({
    id,
    weight,
    points: meanOfDimension(counted, id),
  }));
  return {
    score: roundHalfUp(mean(counted.map((sheet) => sheet.total))),
    sheets: ordered.map((sheet) => ({
      assessorId: sheet.assessorId,
      total: roundHalfUp(sheet.total),
      dropped: counted.includes(sheet) ? null : sheet === ordered[0] ? 'lowest' : 'highest',
    })),
    highest: roundHalfUp(highest),
    lowest: roundHalfUp(lowest),
    spread: roundHalfUp(spread),
    spreadFlagged: compare(spread, limit) > 0,
    median: roundHalfUp(median(ordered.map((sheet) => sheet.total))),
    dimensions,
    tieCriterion: dimensions.find((dimension) => dimension.id === rubric.tieDimension)?.points ?? null,
    vetoes: [...new Set(ordered.flatMap((sheet) => sheet.vetoes))].sort(),
  };
}

/** A mean that may be told; `few` where it would be the figure of one sheet, `null` where every sheet sets it aside. */
export type ToldMean = number | 'few' | null;

/** Of fewer a mean is somebody's own figure, and the organization knows who reads what. */
const fewestTold = 2;

const toldMean = (points: readonly Fraction[]): ToldMean =>
  points.length === 0 ? null : points.length < fewestTold ? 'few' : roundHalfUp(mean(points));

/**
 * The mean of each item and dimension over the sheets that count in a panel's score, rounded half up, by their ids. What
 * an organization may know of the sheets: none of them is told from another.
 */
export function toldMeans(
  rubric: Rubric,
  sheets: readonly Sheet[],
  panel: Pick<PanelScore, 'sheets'>,
): Readonly<Record<'items' | 'dimensions', ReadonlyMap<string, ToldMean>>> {
  const counted = new Set(panel.sheets.filter((s) => s.dropped === null).map((s) => s.assessorId));
  const exact = sheets
    .filter((sheet) => sheet.locked && counted.has(sheet.assessorId))
    .flatMap((sheet) => {
      const result = exactSheet(rubric, sheet);
      return result.ok ? [result.value] : [];
    });
  const items = itemsOf(rubric).map(
    ({ id }) => [id, toldMean(exact.flatMap((sheet) => sheet.items.get(id) ?? []))] as const,
  );
  const dimensions = rubric.dimensions.map(({ id }) => [id, toldMean(pointsOfDimension(exact, id))] as const);
  return { items: new Map(items), dimensions: new Map(dimensions) };
}

/**
 * By total. Of equal totals the one that is left out is told by its tie dimension and not by who wrote it,
 * so that neither the score nor a ranking depends on the order or the names of the assessors.
 */
function byTotal({ tieDimension }: Rubric): (a: ExactSheet, b: ExactSheet) => number {
  const tiePoints = (sheet: ExactSheet) =>
    sheet.dimensions.find((dimension) => dimension.id === tieDimension)?.points ?? fractionOf(0);
  return (a, b) =>
    compare(a.total, b.total) ||
    compare(tiePoints(a), tiePoints(b)) ||
    Number(a.assessorId > b.assessorId) - Number(a.assessorId < b.assessorId);
}

const mean = (values: readonly Fraction[]): Fraction => divide(sumOf(values), fractionOf(values.length));

const pointsOfDimension = (sheets: readonly ExactSheet[], id: string): readonly Fraction[] =>
  sheets.flatMap((sheet) => sheet.dimensions.find((dimension) => dimension.id === id)?.points ?? []);

function meanOfDimension(sheets: readonly ExactSheet[], id: string): number | null {
  const points = pointsOfDimension(sheets, id);
  return points.length === 0 ? null : roundHalfUp(mean(points));
}

/** Of values in order. */
function median(values: readonly Fraction[]): Fraction {
  const middle = Math.floor(values.length / 2);
  return values.length % 2 === 1 ? values[middle]! : mean([values[middle - 1]!, values[middle]!]);
}
