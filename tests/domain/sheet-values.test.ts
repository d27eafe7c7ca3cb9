import { expect, it } from 'vitest';
import { scoreFields, sheetFromInput } from '#app/domain/lifecycles/score-sheet.ts';
import { ownSheetValues, valuesOfSheet } from '#app/domain/lifecycles/sheet-values.ts';
import { shippedRubrics } from '#app/domain/rubrics/shipped.ts';
import { sheetInput } from './machine-driver.ts';

it.each(shippedRubrics.map((rubric) => [rubric.id, rubric] as const))(
  'a saved sheet of %s fills its form again',
  (_id, rubric) => {
    for (const points of [0, 40, rubric.max]) {
      const input = sheetInput(rubric, points);
      const saved = sheetFromInput(rubric, 'a', input);
      const values = valuesOfSheet(rubric, saved);
      const names = new Set(scoreFields(rubric).map((f) => f.name));
      expect(Object.keys(values).filter((name) => !names.has(name))).toEqual([]);
      expect(sheetFromInput(rubric, 'a', values)).toEqual(saved);
    }
  },
);

it('keeps what was set aside, vetoed and given beyond the items', () => {
  const rubric =
    shippedRubrics.find((r) => r.bonusUpTo !== undefined && r.vetoes.length > 0) ?? shippedRubrics[0]!;
  const item = shippedRubrics
    .flatMap((r) => r.dimensions.flatMap((d) => d.items))
    .find((i) => i.mayBeNotApplicable)!;
  const sheet = {
    assessorId: 'a',
    locked: false,
    items: { [item.id]: { notApplicable: true, comment: '没有项目' } },
    vetoes: ['x'],
    bonus: { points: 2, comment: '获奖' },
  };
  const own = { ...rubric, dimensions: [{ id: 'd', zh: '维', en: 'd', weight: item.max, items: [item] }] };
  expect(valuesOfSheet(own, sheet)).toEqual({
    [`items.${item.id}.na`]: true,
    [`items.${item.id}.comment`]: '没有项目',
    vetoes: ['x'],
    'bonus.points': 2,
    'bonus.comment': '获奖',
  });
});

it('gives nobody the sheet of somebody else', () => {
  const rubric = shippedRubrics[0]!;
  const sheets = { a: sheetFromInput(rubric, 'a', sheetInput(rubric, rubric.max)) };
  expect(Object.keys(ownSheetValues({ rubric, sheets }, 'a')).length).toBeGreaterThan(0);
  expect(ownSheetValues({ rubric, sheets }, 'b')).toEqual({});
  expect(ownSheetValues({ rubric, sheets }, null)).toEqual({});
});
