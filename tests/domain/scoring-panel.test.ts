import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rubric } from '#app/domain/rubrics.ts';
import { panelScore, type Sheet, toldMeans } from '#app/domain/scoring.ts';
import { sheet, shipped, withItems } from './score-sheets.ts';

const entry = shipped('entry');

/** A rubric of one dimension with one item of 100 points: a sheet's total is what was given. */
const plain: Rubric = {
  ...entry,
  tieDimension: 'all',
  dimensions: [
    {
      id: 'all',
      zh: '全部',
      en: 'All',
      weight: 100,
      items: [{ id: 'it', zh: '项', en: 'It', max: 100, rule: { kind: 'judgement' } }],
    },
  ],
};
const given = (assessorId: string, points: number, locked = true): Sheet => ({
  assessorId,
  locked,
  items: { it: { points } },
});
const panel = (...points: number[]) => panelOf(points.map((one, index) => given(`a${index}`, one)));
function panelOf(sheets: readonly Sheet[]) {
  const result = panelScore(plain, sheets);
  if (!result.ok) throw new Error(result.refusals[0]!.code);
  return result.value;
}

describe('the score of a panel', () => {
  test('is the mean of the locked sheets', () => {
    expect(panel(70, 80, 93).score).toBe(81);
    expect(panel(80).score).toBe(80);
    expect(panelOf([given('a', 70), given('b', 90), given('c', 0, false)]).score).toBe(80);
  });

  test('leaves one highest and one lowest out from five sheets on', () => {
    expect(panel(10, 70, 80, 100).score).toBe(65);
    const five = panel(100, 70, 10, 80, 81);
    expect(five.score).toBe(77);
    expect(five.sheets.map((one) => one.dropped)).toEqual(['lowest', null, null, null, 'highest']);
    expect([five.lowest, five.highest, five.median]).toEqual([10, 100, 80]);
  });

  test('leaves only one out of equal ones', () => {
    expect(panel(90, 90, 90, 60, 60).score).toBe(80);
    expect(panel(75, 75, 75, 75, 75).score).toBe(75);
  });

  test('leaves none out where the center has turned that off', () => {
    const sheets = [10, 70, 80, 81, 100].map((points, index) => given(`a${index}`, points));
    const result = panelScore(plain, sheets, { dropFrom: null, spreadLimit: 20 });
    expect(result.ok && result.value.score).toBe(68.2);
  });

  test('has a mean for each item, over the sheets that count and do not set it aside', () => {
    const given = (assessorId: string, one: number, other: number | null): Sheet => ({
      assessorId,
      locked: true,
      items: { one: { points: one }, other: other === null ? { notApplicable: true } : { points: other } },
    });
    const two: Rubric = {
      ...plain,
      dimensions: [
        {
          ...plain.dimensions[0]!,
          items: [
            { id: 'one', zh: '甲', en: 'One', max: 60, rule: { kind: 'judgement' } },
            {
              id: 'other',
              zh: '乙',
              en: 'Other',
              max: 40,
              rule: { kind: 'judgement' },
              mayBeNotApplicable: true,
            },
          ],
        },
      ],
    };
    const meansOf = (sheets: readonly Sheet[]) => {
      const result = panelScore(two, sheets);
      if (!result.ok) throw new Error(result.refusals[0]!.code);
      return Object.fromEntries(toldMeans(two, sheets, result.value).items);
    };
    const three = [given('a', 50, 10), given('b', 40, null), given('c', 43, 21)];
    expect(meansOf(three)).toEqual({ one: 44.33, other: 15.5 });
    expect(meansOf([...three, { ...given('d', 0, 0), locked: false }])).toEqual(meansOf(three));
    expect(meansOf([...three, given('low', 0, 0), given('high', 60, 40)])).toEqual(meansOf(three));
    expect(meansOf([given('a', 50, null), given('b', 40, null)])).toEqual({ one: 45, other: null });
    // a mean of one is that sheet itself
    expect(meansOf([given('a', 50, null), given('b', 40, null), given('c', 43, 21)])).toEqual({
      one: 44.33,
      other: 'few',
    });
  });

  test('tells no dimension that only one sheet scored', () => {
    const [first] = plain.dimensions;
    const halves: Rubric = {
      ...plain,
      dimensions: ['whole', 'part'].map((id) => ({
        ...first!,
        id,
        weight: id === 'whole' ? 60 : 40,
        items: [
          {
            id: `${id}-item`,
            zh: '甲',
            en: 'One',
            max: id === 'whole' ? 60 : 40,
            rule: { kind: 'judgement' },
            ...(id === 'part' ? { mayBeNotApplicable: true } : {}),
          },
        ],
      })),
    };
    const given = (assessorId: string, part: number | null): Sheet => ({
      assessorId,
      locked: true,
      items: {
        'whole-item': { points: 50 },
        'part-item': part === null ? { notApplicable: true } : { points: part },
      },
    });
    const sheets = [given('a', null), given('b', 30), given('c', null)];
    const result = panelScore(halves, sheets);
    if (!result.ok) throw new Error(result.refusals[0]!.code);
    const { dimensions } = toldMeans(halves, sheets, result.value);
    expect(Object.fromEntries(dimensions)).toEqual({ whole: 50, part: 'few' });
  });

  test('is rounded half up, once, and not as binary floats would', () => {
    expect(panel(1, 1, 1.01).score).toBe(1);
    expect(panel(1, 1.01).score).toBe(1.01);
    expect(panel(8.03, 8.04).score).toBe(8.04);
    // 69.995 exactly, which the float 69.995 is a little less than.
    expect(panel(69.99, 70).score).toBe(70);
    expect(panel(70, 70, 69.98).score).toBe(69.99);
  });

  test('is flagged when the spread is above 20, not at 20', () => {
    expect(panel(60, 70, 80)).toMatchObject({ spread: 20, spreadFlagged: false });
    expect(panel(60, 70, 80.01)).toMatchObject({ spread: 20.01, spreadFlagged: true });
    expect(panel(0, 70, 70, 70, 70)).toMatchObject({ score: 70, spread: 70, spreadFlagged: true });
  });

  test('has a median, of an even number the middle between two', () => {
    expect(panel(60, 90, 70).median).toBe(70);
    expect(panel(60, 90, 70, 80).median).toBe(75);
  });

  test('keeps every veto that a locked sheet found', () => {
    const found = panelOf([{ ...given('a', 80), vetoes: ['red-line'] }, given('b', 80)]);
    expect(found.vetoes).toEqual(['red-line']);
    expect(panelOf([given('a', 80), { ...given('b', 80, false), vetoes: ['red-line'] }]).vetoes).toEqual([]);
  });

  test('is refused without a locked sheet, with two of one assessor, and with one that is not complete', () => {
    const code = (...sheets: Sheet[]) => {
      const result = panelScore(plain, sheets);
      return result.ok ? null : result.refusals[0];
    };
    expect(code(given('a', 80, false))).toEqual({ field: 'sheets', code: 'scoring.noSheet' });
    expect(code(given('a', 80), given('a', 80))).toEqual({ field: 'sheets', code: 'scoring.twice' });
    expect(code(given('a', 80), { ...given('b', 80), items: {} })).toEqual({
      field: 'items.it.points',
      code: 'scoring.missing',
    });
  });

  test('gives the mean of the dimension that decides ties, over the sheets that count', () => {
    const sheets = [1, 0.9, 0.8, 0.7, 0].map((share, index) =>
      sheet(entry, share, { assessorId: `a${index}` }),
    );
    const result = panelScore(entry, sheets);
    expect(result.ok && [result.value.score, result.value.tieCriterion]).toEqual([80, 16]);
  });

  const anyPoints = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
  const manyPoints = fc.array(anyPoints, { minLength: 1, maxLength: 11 });

  test('is the same whatever the order and the names of the assessors', () => {
    const shares = fc.array(
      fc.record({ need: fc.integer({ min: 0, max: 6 }), risk: fc.integer({ min: 0, max: 6 }) }),
      {
        minLength: 1,
        maxLength: 9,
      },
    );
    const build = (list: readonly { need: number; risk: number }[]) =>
      list.map((one, index) =>
        withItems(sheet(entry, 1, { assessorId: `a${index}` }), {
          'community-fit': { points: one.need },
          risk: { points: one.risk },
        }),
      );
    fc.assert(
      fc.property(
        shares.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const one = panelScore(entry, build(list));
          const other = panelScore(entry, build(shuffled));
          if (!one.ok || !other.ok) throw new Error('refused');
          const { sheets: _, ...figures } = one.value;
          expect(other.value).toMatchObject(figures);
        },
      ),
    );
  });

  test('lies between the lowest and the highest, and is the mean to the hundredth', () => {
    fc.assert(
      fc.property(manyPoints, (points) => {
        const { score, lowest, highest, median } = panel(...points);
        expect(lowest <= score && score <= highest).toBe(true);
        expect(lowest <= median && median <= highest).toBe(true);
        const sorted = points.map((one) => Math.round(one * 100)).sort((a, b) => a - b);
        const counted = sorted.length >= 5 ? sorted.slice(1, -1) : sorted;
        const sum = counted.reduce((total, one) => total + one, 0);
        expect(Math.round(score * 100)).toBe(Math.floor((2 * sum + counted.length) / (2 * counted.length)));
      }),
    );
  });

  test('does not move when the highest of five or more rises further', () => {
    fc.assert(
      fc.property(fc.array(anyPoints, { minLength: 5, maxLength: 11 }), (points) => {
        const highest = points.indexOf(Math.max(...points));
        const raised = points.map((one, index) => (index === highest ? 100 : one));
        expect(panel(...raised).score).toBe(panel(...points).score);
      }),
    );
  });

  test('does not fall when one sheet gains', () => {
    fc.assert(
      fc.property(manyPoints, fc.nat(10), anyPoints, (points, pick, other) => {
        const index = pick % points.length;
        const raised = points.map((one, at) => (at === index ? Math.max(one, other) : one));
        expect(panel(...raised).score).toBeGreaterThanOrEqual(panel(...points).score);
      }),
    );
  });
});
