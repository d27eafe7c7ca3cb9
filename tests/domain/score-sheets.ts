import { shippedRubrics } from '#app/domain/rubrics/shipped.ts';
import { itemsOf, type Rubric } from '#app/domain/rubrics.ts';
import type { Sheet, SheetItem } from '#app/domain/scoring.ts';

/** A shipped rubric by its id. */
export const shipped = (id: string): Rubric => shippedRubrics.find((one) => one.id === id)!;

/** A sheet that gives the same share of every item's points. */
export function sheet(rubric: Rubric, share: number, change: Partial<Sheet> = {}): Sheet {
  const items: Record<string, SheetItem> = {};
  for (const item of itemsOf(rubric)) {
    items[item.id] = { points: Math.round(item.max * share * 100) / 100, comment: '依据见材料' };
  }
  const mustHaves = Object.fromEntries(rubric.mustHaves.map(({ id }) => [id, true]));
  return { assessorId: 'a', locked: true, items, mustHaves, ...change };
}

/** The same sheet with some lines written anew. */
export const withItems = (base: Sheet, items: Record<string, SheetItem>): Sheet => ({
  ...base,
  items: { ...base.items, ...items },
});
