import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedRubrics } from '#app/domain/rubrics/shipped.ts';
import { itemsOf, type Rubric } from '#app/domain/rubrics.ts';
import { checkSheet, type Sheet, sheetTotal } from '#app/domain/scoring.ts';
import { sheet, shipped, withItems } from './score-sheets.ts';

const entry = shipped('entry');
const midterm = shipped('incubation-midterm');

const totalOf = (rubric: Rubric, one: Sheet): number | string => {
  const result = sheetTotal(rubric, one);
  return result.ok ? result.value.total : result.refusals[0]!.code;
};
const refusals = (rubric: Rubric, one: Sheet) =>
  checkSheet(rubric, one).map(({ field, code }) => `${field} ${code}`);

describe('a score sheet may be locked', () => {
  test('when every item has its points', () => {
    expect(refusals(entry, sheet(entry, 1))).toEqual([]);
    expect(refusals(entry, sheet(entry, 0))).toEqual([]);
  });

  test('not while an item is missing', () => {
    const { risk: _, ...items } = sheet(entry, 1).items;
    expect(refusals(entry, { ...sheet(entry, 1), items })).toEqual(['items.risk.points scoring.missing']);
    expect(refusals(entry, withItems(sheet(entry, 1), { risk: {} }))).toEqual([
      'items.risk.points scoring.missing',
    ]);
    expect(refusals(entry, { assessorId: 'a', locked: false, items: {} })).toHaveLength(15);
  });

  test('not while a ratio lacks what it is measured by, and that is said where it belongs', () => {
    const activities = { answer: { kind: 'ratio', actual: 8 } } as const;
    expect(refusals(midterm, withItems(sheet(midterm, 1), { activities }))).toEqual([
      'items.activities.plan scoring.planMissing',
    ]);
  });

  test('not with points outside 0 and the most, or finer than a hundredth', () => {
    const risk = (points: number) =>
      refusals(entry, withItems(sheet(entry, 1), { risk: { points, comment: '有' } }));
    expect(risk(6)).toEqual([]);
    expect(risk(6.01)).toEqual(['items.risk.points scoring.range']);
    expect(risk(-0.01)).toEqual(['items.risk.points scoring.range']);
    expect(risk(Number.POSITIVE_INFINITY)).toEqual(['items.risk.points scoring.range']);
    expect(risk(5.555)).toEqual(['items.risk.points scoring.decimals']);
  });

  test('only with a comment on what lies below 60 % of its points', () => {
    const plan = (points: number, comment?: string) =>
      refusals(
        entry,
        withItems(sheet(entry, 1), { plan: comment === undefined ? { points } : { points, comment } }),
      );
    expect(plan(4.8)).toEqual([]);
    expect(plan(4.79)).toEqual(['items.plan.comment scoring.comment']);
    expect(plan(4.79, '　 ')).toEqual(['items.plan.comment scoring.comment']);
    expect(plan(4.79, '缺少责任人')).toEqual([]);
  });

  test('not with names that the rubric does not have', () => {
    const odd = withItems(sheet(entry, 1, { vetoes: ['nowhere', 'false-material'] }), {
      nowhere: { points: 1 },
    });
    expect(refusals(entry, odd)).toEqual(['items.nowhere scoring.unknownItem', 'vetoes scoring.unknownVeto']);
  });

  test('not without a word on each must-have', () => {
    const graduation = shipped('graduation');
    const { account: _, ...mustHaves } = sheet(graduation, 1).mustHaves!;
    expect(refusals(graduation, sheet(graduation, 1, { mustHaves }))).toEqual([
      'mustHaves.account scoring.mustHave',
    ]);
  });

  test('with a bonus only where the rubric has room for it and a reason is given', () => {
    const venture = shipped('venture-midterm');
    const bonus = (points: number, comment?: string) =>
      refusals(venture, sheet(venture, 1, { bonus: comment ? { points, comment } : { points } }));
    expect(bonus(10, '媒体报道')).toEqual([]);
    expect(bonus(10)).toEqual(['bonus.comment scoring.bonusReason']);
    expect(bonus(10.5, '媒体报道')).toEqual(['bonus.points scoring.range']);
    expect(refusals(entry, sheet(entry, 1, { bonus: { points: 1, comment: '好' } }))).toEqual([
      'bonus.points scoring.range',
    ]);
  });

  test('not when an item is set aside that may not be', () => {
    const aside = withItems(sheet(entry, 1), { risk: { notApplicable: true } });
    expect(refusals(entry, aside)).toEqual(['items.risk.points scoring.notApplicable']);
    const outcomes = withItems(sheet(shipped('graduation'), 1), {
      outcomes: { answer: { kind: 'ratio', actual: 0, plan: 0 } },
    });
    expect(refusals(shipped('graduation'), outcomes)).toEqual([
      'items.outcomes.points scoring.notApplicable',
    ]);
  });

  test('not when less than 60 % of the weight remains', () => {
    const aside = { notApplicable: true };
    const loose: Rubric = {
      ...midterm,
      dimensions: midterm.dimensions.map((dimension) => ({
        ...dimension,
        items: dimension.items.map((item) => ({ ...item, mayBeNotApplicable: true })),
      })),
    };
    const forty = { activities: aside, 'person-times': aside, records: aside, resources: aside };
    expect(refusals(loose, withItems(sheet(loose, 1), forty))).toEqual([]);
    expect(refusals(loose, withItems(sheet(loose, 1), { ...forty, seat: aside }))).toEqual([
      'items scoring.tooLittleLeft',
    ]);
  });
});

describe('the total of a sheet', () => {
  test('is the sum of its points', () => {
    expect(totalOf(entry, sheet(entry, 1))).toBe(100);
    expect(totalOf(shipped('rating-self-check'), sheet(shipped('rating-self-check'), 1))).toBe(1000);
    expect(totalOf(entry, withItems(sheet(entry, 1), { risk: { points: 3.33 } }))).toBe(97.33);
  });

  test('takes the points that follow from an answer, unrounded', () => {
    const thirds = { answer: { kind: 'ratio', actual: 1, plan: 3 } } as const;
    // 12/3 + 8/3 + 10/3 = 10 exactly; rounding each to 4.00 + 2.67 + 3.33 would hide it here but not in general.
    const one = withItems(sheet(midterm, 1), { activities: thirds, 'person-times': thirds, records: thirds });
    expect(totalOf(midterm, one)).toBe(80);
    const sevenths = { answer: { kind: 'ratio', actual: 1, plan: 7 } } as const;
    const other = withItems(sheet(midterm, 1), {
      activities: sevenths,
      'person-times': sevenths,
      records: sevenths,
    });
    // 30/7 = 4.2857…; the rounded 1.71 + 1.14 + 1.43 would make 4.28.
    expect(totalOf(midterm, other)).toBe(74.29);
  });

  test('takes the assessor’s points before those of the answer', () => {
    const answer = { kind: 'met', met: true } as const;
    expect(totalOf(entry, withItems(sheet(entry, 1), { risk: { points: 5, answer } }))).toBe(99);
  });

  test('re-scales a dimension when an item of it is set aside', () => {
    // Use of incubation: 10 points for reports (6) and seat (4). Without the seat, 3 of 6 are 5 of 10.
    const one = withItems(sheet(midterm, 1), {
      seat: { notApplicable: true },
      reports: { points: 3, comment: '迟报' },
    });
    expect(totalOf(midterm, one)).toBe(95);
    const result = sheetTotal(midterm, one);
    expect(result.ok && result.value.dimensions.at(-1)).toEqual({ id: 'use', weight: 10, points: 5 });
  });

  test('spreads a dimension over the others when nothing of it applies', () => {
    const aside = { notApplicable: true };
    // Half of the 20 points of governance are lost; without the 10 of use, 80 of 90 are 88.888…
    const governance = {
      rules: { points: 0, comment: '无' },
      minutes: { points: 4 },
      'party-building': { points: 6 },
    };
    const one = withItems(sheet(midterm, 1), { ...governance, seat: aside, reports: aside });
    expect(totalOf(midterm, one)).toBe(88.89);
    const result = sheetTotal(midterm, one);
    expect(result.ok && result.value.dimensions.at(-1)).toEqual({ id: 'use', weight: 10, points: null });
  });

  test('sets an item aside by itself when nothing was planned', () => {
    const none = { answer: { kind: 'ratio', actual: 0, plan: 0 } } as const;
    expect(totalOf(midterm, withItems(sheet(midterm, 1), { resources: none }))).toBe(100);
  });

  test('passes the maximum by the bonus', () => {
    const venture = shipped('venture-midterm');
    expect(totalOf(venture, sheet(venture, 1, { bonus: { points: 7.5, comment: '媒体报道' } }))).toBe(107.5);
  });

  test('names the vetoes, those of a rule too', () => {
    const found = sheetTotal(entry, sheet(entry, 1, { vetoes: ['red-line', 'for-profit'] }));
    expect(found.ok && found.value.vetoes).toEqual(['for-profit', 'red-line']);
    const purchase = shipped('purchase-performance');
    const misuse = { answer: { kind: 'count', count: 0, veto: true }, comment: '挪用' } as const;
    const byRule = sheetTotal(purchase, withItems(sheet(purchase, 1), { compliance: misuse }));
    expect(byRule.ok && [byRule.value.total, byRule.value.vetoes]).toEqual([94, ['compliance']]);
  });

  test('lies within 0 and the maximum, and never falls when an item gains', () => {
    const anyRubric = fc.constantFrom(...shippedRubrics);
    const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(anyRubric, shares, fc.nat(), (rubric, list, pick) => {
        const items = itemsOf(rubric);
        const points = items.map((item, index) => Math.floor(item.max * list[index]!) / 100);
        const build = (values: readonly number[]): Sheet => ({
          ...sheet(rubric, 1),
          items: Object.fromEntries(items.map((item, index) => [item.id, { points: values[index]! }])),
        });
        const total = totalOf(rubric, build(points)) as number;
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(rubric.max);
        expect(Math.round(total * 100)).toBe(points.reduce((sum, value) => sum + Math.round(value * 100), 0));
        const better = points.map((value, index) =>
          index === pick % items.length ? items[index]!.max : value,
        );
        expect(totalOf(rubric, build(better))).toBeGreaterThanOrEqual(total);
      }),
    );
  });

  test('does not change when an item at the average of its dimension is set aside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.constantFrom('seat', 'reports'), (quarters, id) => {
        const even = sheet(midterm, quarters / 4);
        const aside = withItems(even, { [id]: { notApplicable: true } });
        expect(totalOf(midterm, aside)).toBe(totalOf(midterm, even));
      }),
    );
  });
});
