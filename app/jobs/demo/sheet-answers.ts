import type { Value, Values } from '#app/domain/forms/field.ts';
import { sheetFromInput } from '#app/domain/lifecycles/score-sheet.ts';
import { itemPoints, itemsOf, type Rubric, type RubricItem } from '#app/domain/rubrics.ts';
import { remarks } from './cast/remarks.ts';

/** One way to answer an item: its inputs, and the points that come of it. */
interface Way {
  readonly inputs: Values;
  readonly points: number;
}

/**
 * A filled score sheet whose total comes near `target` (points of the rubric's maximum), as a form would send it:
 * answers by the rule of each item, a remark where little is given. `turn` makes sheets differ.
 */
export function sheetAnswers(rubric: Rubric, target: number, turn: number): Values {
  const items = itemsOf(rubric);
  const ways = items.map((item) => waysOf(rubric, item));
  const share = target / rubric.max;
  const chosen = ways.map((list, i) => nearest(list, items[i]!.max * Math.min(1, share + wiggle(turn, i))));
  approach(ways, chosen, target);
  const values: Record<string, Value> = {};
  items.forEach((item, i) => {
    const way = ways[i]![chosen[i]!]!;
    Object.assign(values, way.inputs);
    const low = way.points < item.max * 0.6;
    if (low || (turn + i) % 5 === 0) {
      const list = low ? remarks.low : remarks.high;
      values[`items.${item.id}.comment`] = list[(turn * 3 + i) % list.length] as string;
    }
  });
  for (const statement of rubric.mustHaves) values[`mustHaves.${statement.id}`] = true;
  return values;
}

const wiggle = (turn: number, i: number): number => (((turn * 7 + i * 5) % 9) - 4) / 25;

const nearest = (ways: readonly Way[], points: number): number =>
  ways.reduce(
    (best, way, i) => (Math.abs(way.points - points) < Math.abs(ways[best]!.points - points) ? i : best),
    0,
  );

/** Changes one answer after the other as long as the total comes nearer. */
function approach(ways: readonly (readonly Way[])[], chosen: number[], target: number): void {
  for (let round = 0; round < 40; round += 1) {
    const total = ways.reduce((sum, list, i) => sum + list[chosen[i]!]!.points, 0);
    let best = { gap: Math.abs(total - target) - 0.05, item: -1, way: 0 };
    ways.forEach((list, item) => {
      list.forEach((way, i) => {
        const gap = Math.abs(total - list[chosen[item]!]!.points + way.points - target);
        if (gap < best.gap) best = { gap, item, way: i };
      });
    });
    if (best.item === -1) return;
    chosen[best.item] = best.way;
  }
}

function waysOf(rubric: Rubric, item: RubricItem): readonly Way[] {
  return inputsOf(item).map((inputs) => {
    const answer = sheetFromInput(rubric, '', inputs).items[item.id]?.answer;
    const points = answer === undefined ? undefined : itemPoints(item.rule, item.max, answer);
    if (points === undefined || !points.ok) throw new Error(`${rubric.id} ${item.id} cannot be answered`);
    return { inputs, points: points.value ?? 0 };
  });
}

const shares = [0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1];

function inputsOf(item: RubricItem): readonly Values[] {
  const name = `items.${item.id}.points`;
  const rule = item.rule;
  switch (rule.kind) {
    case 'steps':
      return rule.steps.map((step) => ({ [name]: step.id }));
    case 'allOrNothing':
      return [{ [name]: false }, { [name]: true }];
    case 'ratio': {
      const plan = rule.fixedPlan ?? 20;
      const figure = (share: number) => Math.round(plan * share * 10) / 10;
      return shares.map((share) => ({
        [name]: rule.fixedPlan === undefined ? Math.round(plan * share) : figure(share),
        ...(rule.fixedPlan === undefined ? { [`items.${item.id}.plan`]: plan } : {}),
      }));
    }
    case 'perUnit':
      return [0, 1, 2, 3, 4, 5, 6].map((n) => ({ [name]: n }));
    case 'deduction':
      return [3, 2, 1, 0].map((n) => ({ [name]: n }));
    case 'parts':
      return shares.map((share) =>
        Object.fromEntries(
          rule.parts.map((part) => [
            `items.${item.id}.part.${part.id}`,
            Math.round(part.max * share * 2) / 2,
          ]),
        ),
      );
    case 'judgement':
      return shares.map((share) => ({ [name]: Math.round(item.max * share * 2) / 2 }));
  }
}
