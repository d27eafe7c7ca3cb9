import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  budgetExecutionRate,
  completionRate,
  finalVerdict,
  gradeOf,
  onTimeRate,
  panelMustHaves,
  passOutcome,
  type RankEntry,
  rankApplications,
  requiredSample,
  type Sheet,
  satisfaction,
  vetoWords,
} from '#app/domain/scoring.ts';
import { shipped } from './score-sheets.ts';

const entry = shipped('entry');
const graduation = shipped('graduation');
const allMet = Object.fromEntries(graduation.mustHaves.map(({ id }) => [id, true]));

describe('a ranking', () => {
  const application = (id: string, score: number, tieCriterion = 15, median = score): RankEntry => ({
    id,
    score,
    tieCriterion,
    median,
  });

  test('goes by score, then need, then median', () => {
    const ranked = rankApplications([
      application('d', 81.5, 15, 80),
      application('a', 90),
      application('c', 81.5, 15, 82),
      application('b', 81.5, 16, 79),
    ]);
    expect(ranked).toEqual([
      { id: 'a', rank: 1, decidedBy: 'score', needsLot: false },
      { id: 'b', rank: 2, decidedBy: 'tieCriterion', needsLot: false },
      { id: 'c', rank: 3, decidedBy: 'median', needsLot: false },
      { id: 'd', rank: 4, decidedBy: 'median', needsLot: false },
    ]);
  });

  test('leaves equal ones at one rank until their lots are drawn', () => {
    const ranked = rankApplications([application('b', 80), application('a', 80), application('c', 70)]);
    expect(ranked.map(({ id, rank, needsLot }) => [id, rank, needsLot])).toEqual([
      ['a', 1, true],
      ['b', 1, true],
      ['c', 3, false],
    ]);
  });

  test('goes by lots once all of a tie have drawn one of their own', () => {
    const [a, b, c] = [application('a', 80), application('b', 80), application('c', 80)];
    const drawn = rankApplications([
      { ...a, lot: 3 },
      { ...b, lot: 1 },
      { ...c, lot: 2 },
    ]);
    expect(drawn.map(({ id, rank, decidedBy }) => [id, rank, decidedBy])).toEqual([
      ['b', 1, 'lot'],
      ['c', 2, 'lot'],
      ['a', 3, 'lot'],
    ]);
    const half = rankApplications([{ ...a, lot: 3 }, { ...b, lot: 1 }, c]);
    expect(half.map(({ rank, needsLot }) => [rank, needsLot])).toEqual([
      [1, true],
      [1, true],
      [1, true],
    ]);
    const twice = rankApplications([
      { ...a, lot: 1 },
      { ...b, lot: 1 },
    ]);
    expect(twice.every(({ rank, needsLot }) => rank === 1 && needsLot)).toBe(true);
  });

  test('is the same in whatever order the applications come, and keeps each of them', () => {
    const few = fc.integer({ min: 0, max: 2 });
    const anyEntry = fc.record({
      score: few,
      tieCriterion: few,
      median: few,
      lot: fc.option(few, { nil: undefined }),
    });
    const anyEntries = fc.array(anyEntry, { maxLength: 12 }).map((list) =>
      list.map(({ lot, ...rest }, index) => ({
        id: `e${index}`,
        ...rest,
        ...(lot === undefined ? {} : { lot }),
      })),
    );
    const shuffled = anyEntries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const ranked = rankApplications(list);
        expect(rankApplications(other)).toEqual(ranked);
        expect(ranked.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort());
        const scores = ranked.map(({ id }) => list.find((one) => one.id === id)!.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        ranked.forEach(({ rank, needsLot }, index) => {
          expect(needsLot ? rank <= index + 1 : rank === index + 1).toBe(true);
        });
      }),
    );
  });
});

describe('an outcome', () => {
  test('of entry is a pass from 70 on, by the rounded score', () => {
    expect(passOutcome(entry, { score: 70, vetoes: [] })).toEqual({ outcome: 'passes', reasons: [] });
    expect(passOutcome(entry, { score: 69.99, vetoes: [] })).toEqual({
      outcome: 'fails',
      reasons: [{ code: 'scoring.belowPass', params: { score: '69.99', pass: 70 } }],
    });
  });

  test('of entry fails by a veto, whatever the score', () => {
    expect(passOutcome(entry, { score: 100, vetoes: ['for-profit'] })).toEqual({
      outcome: 'fails',
      reasons: [{ code: 'scoring.vetoed', params: { veto: 'for-profit' } }],
    });
  });

  test('of the mid-term is a pass from 60 on', () => {
    const midterm = shipped('incubation-midterm');
    expect(passOutcome(midterm, { score: 60, vetoes: [] }).outcome).toBe('passes');
    expect(passOutcome(midterm, { score: 59.99, vetoes: [] }).outcome).toBe('fails');
  });

  test('is none where the rubric has no pass mark, but a veto fails there too', () => {
    const purchase = shipped('purchase-performance');
    expect(passOutcome(purchase, { score: 100, vetoes: [] }).outcome).toBe('none');
    expect(passOutcome(purchase, { score: 100, vetoes: ['compliance'] }).outcome).toBe('fails');
    expect(vetoWords(purchase, 'compliance')).toMatchObject({ zh: '挪用资金' });
    expect(vetoWords(entry, 'false-material')).toMatchObject({ zh: '虚假材料' });
    expect(vetoWords(entry, 'risk')).toBeUndefined();
  });

  test.each([
    [80, 'graduates'],
    [79.99, 'conditional'],
    [60, 'conditional'],
    [59.99, 'exits'],
  ] as const)('of the final evaluation with every must-have is at %s: %s', (score, verdict) => {
    expect(finalVerdict(graduation, { score, vetoes: [] }, allMet).verdict).toBe(verdict);
  });

  test('of the final evaluation is conditional when a must-have is missing or not stated', () => {
    const unmet = finalVerdict(graduation, { score: 95, vetoes: [] }, { ...allMet, account: false });
    expect(unmet).toEqual({
      verdict: 'conditional',
      reasons: [{ code: 'scoring.mustHaveMissing', params: { mustHave: 'account' } }],
    });
    expect(finalVerdict(graduation, { score: 95, vetoes: [] }, {}).reasons).toHaveLength(6);
    expect(finalVerdict(graduation, { score: 50, vetoes: [] }, {}).verdict).toBe('exits');
  });

  test('of the final evaluation is exit by a veto', () => {
    expect(finalVerdict(graduation, { score: 95, vetoes: ['fraud'] }, allMet).verdict).toBe('exits');
  });

  test('takes a must-have as met when every locked sheet says so, and names what is disputed', () => {
    const sheet = (assessorId: string, mustHaves: Record<string, boolean>, locked = true): Sheet => ({
      assessorId,
      locked,
      items: {},
      mustHaves,
    });
    const found = panelMustHaves(graduation, [
      sheet('a', allMet),
      sheet('b', { ...allMet, account: false }),
      sheet('c', {}, false),
    ]);
    expect(found.met).toEqual({ ...allMet, account: false });
    expect(found.disputed).toEqual(['account']);
    expect(Object.values(panelMustHaves(graduation, []).met)).not.toContain(true);
  });

  test('earns the grade that its rounded score reaches', () => {
    const grade = (id: string, score: number) => gradeOf(shipped(id), score)?.id ?? null;
    expect([950, 949.99, 600, 599.99].map((score) => grade('rating-self-check', score))).toEqual([
      '5A',
      '4A',
      '1A',
      null,
    ]);
    expect([85, 84.99, 60, 59.99, 0].map((score) => grade('venture-final', score))).toEqual([
      'A',
      'B',
      'B',
      'C',
      'C',
    ]);
    expect([90, 80, 60, 0].map((score) => grade('unit-self-evaluation', score))).toEqual([
      'excellent',
      'good',
      'fair',
      'poor',
    ]);
    expect(grade('entry', 100)).toBeNull();
  });
});

describe('the automatic figures', () => {
  test('completion goes to 100 at most and needs a plan', () => {
    expect(completionRate(7, 9)).toBe(77.78);
    expect(completionRate(12, 9)).toBe(100);
    expect(completionRate(0, 9)).toBe(0);
    expect(completionRate(3, 0)).toBeNull();
  });

  test('budget execution is paid out by received', () => {
    expect(budgetExecutionRate(61_234_50, 100_000_00)).toBe(61.23);
    expect(budgetExecutionRate(0, 100)).toBe(0);
    expect(budgetExecutionRate(0, 0)).toBeNull();
  });

  test('on time is accepted on the day or before, of all that were due', () => {
    const due = '2026-07-05';
    expect(
      onTimeRate([
        { due, accepted: due },
        { due, accepted: '2026-07-06' },
        { due, accepted: null },
      ]),
    ).toBe(33.33);
    expect(onTimeRate([{ due, accepted: '2026-07-01' }, { due }])).toBe(50);
    expect(onTimeRate([])).toBeNull();
  });

  test('satisfaction counts complete questionnaires, one of each person', () => {
    const found = satisfaction([
      { respondent: 'x', answers: [5, null] },
      { respondent: 'x', answers: [5, 4] },
      { respondent: 'x', answers: [1, 1] },
      { respondent: 'y', answers: [3, 4] },
      { respondent: 'z', answers: [6, 5] },
      { respondent: 'w', answers: [] },
    ]);
    expect(found).toEqual({ rate: 75, valid: 2, incomplete: 3, duplicate: 1 });
    expect(satisfaction([]).rate).toBeNull();
  });

  test('a survey needs 30 or a tenth of the users, and all of fewer than 30', () => {
    expect([0, 12, 29, 30, 300, 301, 1000].map(requiredSample)).toEqual([0, 12, 29, 30, 30, 31, 100]);
  });

  test('rates lie within 0 and 100', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (actual, plan) => {
        const rate = completionRate(actual, plan);
        if (plan === 0) expect(rate).toBeNull();
        else expect(rate! >= 0 && rate! <= 100).toBe(true);
      }),
    );
  });
});
