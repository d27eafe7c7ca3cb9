import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedRubrics } from '#app/domain/rubrics/shipped.ts';
import {
  type Answer,
  itemPoints,
  itemsOf,
  type Rubric,
  type RubricItem,
  type Rule,
  validateRubric,
  vetoedBy,
} from '#app/domain/rubrics.ts';

const rubric = (id: string): Rubric => shippedRubrics.find((one) => one.id === id)!;
const itemOf = (rubricId: string, itemId: string): RubricItem =>
  itemsOf(rubric(rubricId)).find((item) => item.id === itemId)!;

/** Points, or the code of the refusal. */
function scored(rubricId: string, itemId: string, answer: Answer): number | null | string {
  const item = itemOf(rubricId, itemId);
  const result = itemPoints(item.rule, item.max, answer);
  return result.ok ? result.value : result.refusals[0]!.code;
}

const words = { zh: '字', en: 'word' };

describe('the shipped rubrics', () => {
  test.each(shippedRubrics.map((one) => [one.id, one] as const))('%s may be published as it is', (_, one) => {
    expect(validateRubric(one)).toEqual([]);
  });

  test('are nine, with these marks', () => {
    const marks = shippedRubrics.map((one) => [one.id, one.max, one.pass ?? null, itemsOf(one).length]);
    expect(marks).toEqual([
      ['entry', 100, 70, 15],
      ['incubation-midterm', 100, 60, 13],
      ['graduation', 100, 80, 15],
      ['rating-self-check', 1000, null, 20],
      ['purchase-performance', 100, null, 16],
      ['unit-self-evaluation', 100, null, 8],
      ['venture-midterm', 100, 60, 9],
      ['venture-final', 100, 60, 10],
      ['project-selection', 100, 70, 13],
    ]);
    expect(rubric('graduation').conditionalFrom).toBe(60);
    expect(rubric('graduation').mustHaves).toHaveLength(6);
    expect(rubric('entry').vetoes).toHaveLength(4);
    expect(rubric('venture-midterm').bonusUpTo).toBe(10);
  });

  test('decide a tie in a ranking by the dimension of need', () => {
    expect(rubric('entry').tieDimension).toBe('need');
    expect(rubric('project-selection').tieDimension).toBe('need');
  });
});

describe('the points of an item', () => {
  test('all or nothing', () => {
    expect(scored('entry', 'commitment', { kind: 'met', met: true })).toBe(4);
    expect(scored('entry', 'commitment', { kind: 'met', met: false })).toBe(0);
  });

  test('by the step that a figure reaches', () => {
    const people = (value: number) => scored('entry', 'core-team', { kind: 'value', value });
    expect([0, 2, 3, 4, 5, 40].map(people)).toEqual([2, 2, 5, 5, 8, 8]);
    const attendance = (value: number) => scored('incubation-midterm', 'training', { kind: 'value', value });
    expect([59.99, 60, 74.9, 75, 89.9, 90, 100].map(attendance)).toEqual([0, 4, 4, 6, 6, 8, 8]);
  });

  test('by the step that a figure stays within', () => {
    const largestSource = (value: number) => scored('graduation', 'income-mix', { kind: 'value', value });
    expect([0, 60, 60.01, 80, 80.01].map(largestSource)).toEqual([6, 6, 4, 4, 0]);
  });

  test('by the step that is chosen, or by none', () => {
    expect(scored('entry', 'party-building', { kind: 'step', step: 'adviser' })).toBe(4);
    expect(scored('entry', 'party-building', { kind: 'step', step: null })).toBe(0);
    expect(scored('entry', 'party-building', { kind: 'step', step: 'toString' })).toBe('scoring.step');
    expect(scored('entry', 'party-building', { kind: 'value', value: 3 })).toBe('scoring.answer');
  });

  test('by the share of a plan, never above the whole', () => {
    const activities = (actual: number, plan: number) =>
      scored('incubation-midterm', 'activities', { kind: 'ratio', actual, plan });
    expect(activities(7, 9)).toBe(9.33);
    expect(activities(12, 9)).toBe(12);
    expect(activities(0, 9)).toBe(0);
    expect(activities(5, 0)).toBeNull();
    expect(activities(-1, 9)).toBe('scoring.answer');
    expect(activities(Number.NaN, 9)).toBe('scoring.answer');
  });

  test('by the share of a plan that the rubric gives', () => {
    expect(scored('graduation', 'independence', { kind: 'ratio', actual: 4 })).toBe(4.8);
    expect(scored('graduation', 'quality', { kind: 'ratio', actual: 87.5 })).toBe(8.75);
  });

  test('by a share that counts for nothing below its minimum', () => {
    const spent = (actual: number) =>
      scored('purchase-performance', 'execution', { kind: 'ratio', actual, plan: 100 });
    expect([59.99, 60, 80, 120].map(spent)).toEqual([0, 3, 4, 5]);
  });

  test('by deductions, not below zero, and with a veto', () => {
    const violations = (count: number, veto = false) =>
      scored('purchase-performance', 'compliance', { kind: 'count', count, veto });
    expect([0, 1, 3, 4, 9].map((count) => violations(count))).toEqual([6, 4, 0, 0, 0]);
    expect(violations(0, true)).toBe(0);
    const { rule } = itemOf('purchase-performance', 'compliance');
    expect(vetoedBy(rule, { kind: 'count', count: 0, veto: true })).toBe(true);
    expect(vetoedBy(rule, { kind: 'count', count: 3 })).toBe(false);
    expect(vetoedBy(itemOf('entry', 'risk').rule, { kind: 'count', count: 0, veto: true })).toBe(false);
  });

  test('by the unit: 3 staff are 5 points, each one more 1, at most 15', () => {
    const rule: Rule = { kind: 'perUnit', unit: words, baseUnits: 3, basePoints: 5, perExtra: 1, cap: 15 };
    const staff = (count: number) => itemPoints(rule, 15, { kind: 'count', count });
    expect([0, 2, 3, 4, 13, 14].map((count) => staff(count))).toEqual(
      [0, 0, 5, 6, 15, 15].map((value) => ({ ok: true, value })),
    );
    expect(staff(3.5)).toMatchObject({ ok: false, refusals: [{ code: 'scoring.answer' }] });
  });

  test('in parts, each within its own', () => {
    const charter = (parts: Record<string, number>) =>
      scored('rating-self-check', 'charter', { kind: 'parts', parts });
    expect(charter({ procedure: 7.5, approval: 10 })).toBe(17.5);
    expect(charter({ procedure: 10.01, approval: 10 })).toBe('scoring.range');
    expect(charter({ procedure: 1.234, approval: 10 })).toBe('scoring.decimals');
    expect(charter({ procedure: 10 })).toBe('scoring.part');
    expect(charter({ procedure: 10, approval: 10, toString: 1 })).toBe('scoring.part');
  });

  test('by judgement, within 0 and the most, to the hundredth', () => {
    const innovation = (points: number) => scored('entry', 'innovation', { kind: 'points', points });
    expect(innovation(4.35)).toBe(4.35);
    expect(innovation(6.01)).toBe('scoring.range');
    expect(innovation(-1)).toBe('scoring.range');
    expect(innovation(Number.NaN)).toBe('scoring.range');
    expect(innovation(0.125)).toBe('scoring.decimals');
  });

  test('lie within 0 and the most of the item, whatever the answer and the rule', () => {
    const number = fc.double({ min: -10, max: 1000, noNaN: false });
    const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
      fc.record({ kind: fc.constant('met' as const), met: fc.boolean() }),
      fc.record({ kind: fc.constant('value' as const), value: number }),
      fc.record(
        { kind: fc.constant('ratio' as const), actual: number, plan: number },
        { requiredKeys: ['kind', 'actual'] },
      ),
      fc.record({
        kind: fc.constant('count' as const),
        count: fc.integer({ min: -3, max: 300 }),
        veto: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('points' as const), points: number }),
      fc.record({
        kind: fc.constant('step' as const),
        step: fc.constantFrom(null, 'full', 'branch', 'none'),
      }),
    );
    const anyItem = fc.constantFrom(...shippedRubrics.flatMap(itemsOf));
    fc.assert(
      fc.property(anyItem, anyAnswer, (item, answer) => {
        const result = itemPoints(item.rule, item.max, answer);
        if (result.ok && result.value !== null) {
          expect(result.value).toBeGreaterThanOrEqual(0);
          expect(result.value).toBeLessThanOrEqual(item.max);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a rubric that a center has edited', () => {
  const entry = rubric('entry');
  const codes = (edited: Rubric) => validateRubric(edited).map(({ field, code }) => `${field} ${code}`);
  const withFirstItem = (change: Partial<RubricItem>): Rubric => {
    const [base, ...others] = entry.dimensions;
    const [first, ...rest] = base!.items;
    return { ...entry, dimensions: [{ ...base!, items: [{ ...first!, ...change }, ...rest] }, ...others] };
  };

  test('is refused when the weights do not sum to its maximum', () => {
    expect(validateRubric({ ...entry, max: 110 })).toEqual([
      { field: 'max', code: 'rubric.weights', params: { sum: 100, whole: 110 } },
    ]);
  });

  test('is refused when the items do not sum to the weight of their dimension', () => {
    expect(codes(withFirstItem({ max: 9, rule: { kind: 'judgement' } }))).toEqual([
      'dimensions.base.weight rubric.items',
    ]);
  });

  test('is refused when an id is used twice, or there is none', () => {
    expect(codes(withFirstItem({ id: 'risk' }))).toContain('items rubric.id');
    expect(codes(withFirstItem({ id: ' ' }))).toContain('items rubric.id');
  });

  test('is refused when words are missing in one language', () => {
    expect(codes({ ...entry, en: ' ' })).toEqual(['en rubric.words']);
    expect(codes(withFirstItem({ zh: '' }))).toEqual(['items.core-team.zh rubric.words']);
    const rule: Rule = { kind: 'allOrNothing', when: { zh: '是', en: '' } };
    expect(codes(withFirstItem({ rule }))).toEqual(['items.core-team.rule.en rubric.words']);
  });

  test('is refused when a rule cannot give just the points of its item', () => {
    const step = (id: string, points: number) => ({ id, points, zh: '是', en: 'Yes' });
    const wrong: Rule[] = [
      { kind: 'steps', steps: [] },
      { kind: 'steps', steps: [step('a', 9)] },
      { kind: 'steps', steps: [step('a', 8), step('a', 4)] },
      { kind: 'steps', steps: [step('a', 8), step('b', -1)] },
      { kind: 'parts', parts: [{ ...words, id: 'a', max: 7 }] },
      { kind: 'ratio', actual: words, plan: words, fixedPlan: 0 },
      { kind: 'perUnit', unit: words, baseUnits: 1, basePoints: 1, perExtra: 1, cap: 9 },
      { kind: 'deduction', counted: words, each: 0 },
    ];
    for (const rule of wrong)
      expect(codes(withFirstItem({ rule }))).toEqual(['items.core-team.rule rubric.rule']);
  });

  test('is refused when its marks or grades contradict one another', () => {
    const graduation = rubric('graduation');
    expect(codes({ ...graduation, pass: 101 })).toEqual(['pass rubric.pass']);
    expect(codes({ ...graduation, conditionalFrom: 81 })).toEqual(['conditionalFrom rubric.conditional']);
    expect(codes({ ...entry, tieDimension: 'nowhere' })).toEqual(['tieDimension rubric.tieDimension']);
    const final = rubric('venture-final');
    expect(codes({ ...final, grades: [...final.grades!].reverse() })).toEqual([
      'grades.B rubric.grades',
      'grades.A rubric.grades',
    ]);
  });

  test('is refused, not thrown at, when a figure is none', () => {
    expect(codes({ ...entry, max: Number.NaN })).toEqual([
      'max rubric.max',
      'max rubric.number',
      'pass rubric.pass',
    ]);
  });
});
