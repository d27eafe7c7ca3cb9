import { compare, fractionOf, sumOf } from '../fraction.ts';
import { type FieldRefusal, refusal } from '../refusal.ts';
import type { BothLanguages, Rubric, RubricItem } from '../rubrics.ts';

/**
 * What keeps a rubric from being published, each by the field it concerns (`dimensions.need.weight`).
 * None: the weights sum to the maximum, the items of each dimension to its weight, no rule can give more
 * than its item's points, every id is its own, and all words exist in both languages.
 */
export function validateRubric(rubric: Rubric): FieldRefusal[] {
  return [
    ...missingWords('', rubric),
    ...(rubric.max > 0 ? [] : [at('max', 'rubric.max')]),
    ...unequalSum(
      'max',
      'rubric.weights',
      rubric.max,
      rubric.dimensions.map((dimension) => dimension.weight),
    ),
    ...repeatedIds('dimensions', rubric.dimensions),
    ...repeatedIds(
      'items',
      rubric.dimensions.flatMap((dimension) => dimension.items),
    ),
    ...repeatedIds('vetoes', rubric.vetoes),
    ...repeatedIds('mustHaves', rubric.mustHaves),
    ...[...rubric.vetoes, ...rubric.mustHaves].flatMap((one) => missingWords(one.id, one)),
    ...marks(rubric),
    ...grades(rubric),
    ...rubric.dimensions.flatMap((dimension) => {
      const field = `dimensions.${dimension.id}`;
      return [
        ...missingWords(field, dimension),
        ...(dimension.weight > 0 ? [] : [at(`${field}.weight`, 'rubric.weight')]),
        ...unequalSum(
          `${field}.weight`,
          'rubric.items',
          dimension.weight,
          dimension.items.map((item) => item.max),
        ),
        ...dimension.items.flatMap(item),
      ];
    }),
  ];
}

const at = (field: string, code: string, params?: FieldRefusal['params']): FieldRefusal => ({
  ...refusal(code, params),
  field,
});

function missingWords(field: string, words: BothLanguages): FieldRefusal[] {
  const prefix = field === '' ? '' : `${field}.`;
  return (['zh', 'en'] as const)
    .filter((language) => words[language].trim() === '')
    .map((language) => at(`${prefix}${language}`, 'rubric.words'));
}

function unequalSum(field: string, code: string, whole: number, parts: readonly number[]): FieldRefusal[] {
  if (![whole, ...parts].every(Number.isFinite)) return [at(field, 'rubric.number')];
  const sum = sumOf(parts.map(fractionOf));
  if (compare(sum, fractionOf(whole)) === 0) return [];
  return [at(field, code, { sum: Number(sum.top) / Number(sum.bottom), whole })];
}

function repeatedIds(field: string, things: readonly { readonly id: string }[]): FieldRefusal[] {
  const ids = things.map((thing) => thing.id);
  return ids
    .filter((id, index) => id.trim() === '' || ids.indexOf(id) !== index)
    .map((id) => at(field, 'rubric.id', { id }));
}

function marks(rubric: Rubric): FieldRefusal[] {
  const { max, pass, conditionalFrom, bonusUpTo, tieDimension } = rubric;
  const wrong: FieldRefusal[] = [];
  const within = (value: number, most: number) => value >= 0 && value <= most;
  if (pass !== undefined && !within(pass, max)) wrong.push(at('pass', 'rubric.pass', { max }));
  if (conditionalFrom !== undefined && (pass === undefined || !within(conditionalFrom, pass))) {
    wrong.push(at('conditionalFrom', 'rubric.conditional'));
  }
  if (bonusUpTo !== undefined && !within(bonusUpTo, max))
    wrong.push(at('bonusUpTo', 'rubric.bonus', { max }));
  if (tieDimension !== undefined && !rubric.dimensions.some((dimension) => dimension.id === tieDimension)) {
    wrong.push(at('tieDimension', 'rubric.tieDimension'));
  }
  return wrong;
}

/** Grades fall from the highest on, and the last one may start at 0 or above it (below: no grade). */
function grades(rubric: Rubric): FieldRefusal[] {
  const list = rubric.grades ?? [];
  return [
    ...repeatedIds('grades', list),
    ...list.flatMap((grade, index) => {
      const above = index === 0 ? rubric.max : list[index - 1]!.from;
      const falls = index === 0 ? grade.from <= above : grade.from < above;
      const field = `grades.${grade.id}`;
      return [
        ...missingWords(field, grade),
        ...(falls && grade.from >= 0 ? [] : [at(field, 'rubric.grades')]),
      ];
    }),
  ];
}

function item(one: RubricItem): FieldRefusal[] {
  const field = `items.${one.id}`;
  const wrong = [
    ...missingWords(field, one),
    ...(one.max > 0 ? [] : [at(`${field}.max`, 'rubric.points')]),
    ...wordsOfRule(one).flatMap((words) => missingWords(`${field}.rule`, words)),
  ];
  return rulesFit(one) ? wrong : [...wrong, at(`${field}.rule`, 'rubric.rule', { max: one.max })];
}

function wordsOfRule({ rule }: RubricItem): BothLanguages[] {
  switch (rule.kind) {
    case 'allOrNothing':
      return [rule.when];
    case 'steps':
      return rule.measure ? [rule.measure, ...rule.steps] : [...rule.steps];
    case 'ratio':
      return [rule.actual, rule.plan];
    case 'perUnit':
      return [rule.unit];
    case 'deduction':
      return rule.veto ? [rule.counted, rule.veto] : [rule.counted];
    case 'parts':
      return [...rule.parts];
    case 'judgement':
      return rule.guide ? [rule.guide] : [];
  }
}

/** Whether a rule can give all the points of its item, and never more. */
function rulesFit({ rule, max }: RubricItem): boolean {
  switch (rule.kind) {
    case 'allOrNothing':
    case 'judgement':
      return true;
    case 'steps': {
      const points = rule.steps.map((step) => step.points);
      const distinct = new Set(rule.steps.map((step) => step.id)).size === rule.steps.length;
      return distinct && Math.max(...points) === max && points.every((value) => value >= 0);
    }
    case 'ratio': {
      const { fixedPlan = 1, minimumPercent = 0 } = rule;
      return fixedPlan > 0 && minimumPercent >= 0 && minimumPercent <= 100;
    }
    case 'perUnit':
      return (
        rule.cap === max &&
        rule.baseUnits >= 0 &&
        rule.basePoints >= 0 &&
        rule.basePoints <= max &&
        rule.perExtra >= 0
      );
    case 'deduction':
      return rule.each > 0;
    case 'parts': {
      const distinct = new Set(rule.parts.map((part) => part.id)).size === rule.parts.length;
      const positive = rule.parts.every((part) => part.max > 0);
      return (
        distinct &&
        positive &&
        unequalSum(
          '',
          '',
          max,
          rule.parts.map((part) => part.max),
        ).length === 0
      );
    }
  }
}
