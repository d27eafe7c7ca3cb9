import type { Values } from '../forms/field.ts';
import { numberOf, type Row, rowsOf, textOf, tickedIn } from '../forms/values.ts';
import type { BothLanguages, Rubric, RubricDimension, RubricItem, Rule } from '../rubrics.ts';

/** A rubric with its head as the form says it. Lines keep their ids by their place, new ones get new ids. */
export function withHead(rubric: Rubric, values: Values): Rubric {
  const { pass: _pass, conditionalFrom: _from, bonusUpTo: _bonus, tieDimension: _tie, ...rest } = rubric;
  const grades = identified('grade', rubric.grades ?? [], rowsOf(values, 'grades')).map(({ id, row }) => ({
    id,
    ...wordsIn(row),
    from: figureIn(row, 'from'),
  }));
  const { grades: _grades, ...plain } = rest;
  return {
    ...plain,
    ...wordsOf(values, 'name'),
    basis: wordsOf(values, 'basis'),
    max: numberOf(values, 'max') ?? rubric.max,
    ...optionalNumbers(values, ['pass', 'conditionalFrom', 'bonusUpTo']),
    ...(textOf(values, 'tieDimension') ? { tieDimension: textOf(values, 'tieDimension') } : {}),
    ...(grades.length > 0 ? { grades } : {}),
    vetoes: statements('veto', rubric.vetoes, rowsOf(values, 'vetoes')),
    mustHaves: statements('must-have', rubric.mustHaves, rowsOf(values, 'mustHaves')),
  };
}

/** The head of a rubric as its form begins. */
export const headValues = (rubric: Rubric): Values => ({
  'name.zh': rubric.zh,
  'name.en': rubric.en,
  'basis.zh': rubric.basis.zh,
  'basis.en': rubric.basis.en,
  max: rubric.max,
  pass: rubric.pass ?? null,
  conditionalFrom: rubric.conditionalFrom ?? null,
  bonusUpTo: rubric.bonusUpTo ?? null,
  tieDimension: rubric.tieDimension ?? null,
  vetoes: rubric.vetoes.map(({ zh, en }) => ({ zh, en })),
  mustHaves: rubric.mustHaves.map(({ zh, en }) => ({ zh, en })),
  grades: (rubric.grades ?? []).map(({ zh, en, from }) => ({ zh, en, from })),
});

/** A rubric with one dimension as the form says it; lines of new items become items scored by judgement. */
export const withDimension = (rubric: Rubric, dimensionId: string, values: Values): Rubric =>
  mapDimension(rubric, dimensionId, (dimension) => {
    const taken = new Set(rubric.dimensions.flatMap((d) => d.items.map((i) => i.id)));
    const added = rowsOf(values, 'newItems').map((row): RubricItem => {
      const id = freeId('item', taken);
      taken.add(id);
      return { id, ...wordsIn(row), max: figureIn(row, 'max'), rule: { kind: 'judgement' } };
    });
    return {
      id: dimension.id,
      ...wordsOf(values, 'name'),
      weight: numberOf(values, 'weight') ?? dimension.weight,
      items: [...dimension.items, ...added],
    };
  });

export const dimensionValues = (dimension: RubricDimension): Values => ({
  'name.zh': dimension.zh,
  'name.en': dimension.en,
  weight: dimension.weight,
});

export const withoutItem = (rubric: Rubric, id: string): Rubric => ({
  ...rubric,
  dimensions: rubric.dimensions.map((d) => ({ ...d, items: d.items.filter((item) => item.id !== id) })),
});

/** A rubric with one more, empty dimension; its words and weight are asked next. */
export function withNewDimension(rubric: Rubric): { readonly rubric: Rubric; readonly id: string } {
  const id = freeId('dimension', new Set(rubric.dimensions.map((d) => d.id)));
  const dimension: RubricDimension = { id, zh: '', en: '', weight: 0, items: [] };
  return { rubric: { ...rubric, dimensions: [...rubric.dimensions, dimension] }, id };
}

export const withoutDimension = (rubric: Rubric, id: string): Rubric => ({
  ...rubric,
  dimensions: rubric.dimensions.filter((d) => d.id !== id),
});

/** A rubric with one item as the form says it. */
export const withItem = (rubric: Rubric, itemId: string, values: Values): Rubric =>
  mapItem(rubric, itemId, (item) => ({
    id: item.id,
    ...wordsOf(values, 'name'),
    max: numberOf(values, 'max') ?? item.max,
    rule: ruleOf(item.rule, values),
    ...(tickedIn(values, 'mayBeNotApplicable') ? { mayBeNotApplicable: true } : {}),
  }));

/** An item whose points are found in another way; the particulars are asked next. */
export const withRuleKind = (rubric: Rubric, itemId: string, kind: Rule['kind']): Rubric =>
  mapItem(rubric, itemId, (item) =>
    item.rule.kind === kind ? item : { ...item, rule: emptyRule(kind, item.max) },
  );

export const itemOf = (rubric: Rubric, id: string): RubricItem | undefined =>
  rubric.dimensions.flatMap((d) => d.items).find((item) => item.id === id);

/** One item as its form begins. */
export function itemValues(item: RubricItem): Values {
  const both = (name: string, words: BothLanguages | undefined) => ({
    [`${name}.zh`]: words?.zh ?? null,
    [`${name}.en`]: words?.en ?? null,
  });
  const own = {
    ...both('name', item),
    max: item.max,
    mayBeNotApplicable: item.mayBeNotApplicable ?? false,
  };
  const { rule } = item;
  switch (rule.kind) {
    case 'judgement':
      return { ...own, ...both('guide', rule.guide) };
    case 'allOrNothing':
      return { ...own, ...both('when', rule.when) };
    case 'steps':
      return {
        ...own,
        ...both('measure', rule.measure),
        steps: rule.steps.map(({ zh, en, points, atLeast, atMost }) => ({
          zh,
          en,
          points,
          atLeast: atLeast ?? null,
          atMost: atMost ?? null,
        })),
      };
    case 'ratio':
      return {
        ...own,
        ...both('actual', rule.actual),
        ...both('plan', rule.plan),
        fixedPlan: rule.fixedPlan ?? null,
        minimumPercent: rule.minimumPercent ?? null,
      };
    case 'perUnit':
      return {
        ...own,
        ...both('unit', rule.unit),
        baseUnits: rule.baseUnits,
        basePoints: rule.basePoints,
        perExtra: rule.perExtra,
        cap: rule.cap,
      };
    case 'deduction':
      return { ...own, ...both('counted', rule.counted), each: rule.each, ...both('veto', rule.veto) };
    case 'parts':
      return { ...own, parts: rule.parts.map(({ zh, en, max }) => ({ zh, en, max })) };
  }
}

function ruleOf(rule: Rule, values: Values): Rule {
  const number = (name: string) => numberOf(values, name) ?? 0;
  switch (rule.kind) {
    case 'judgement':
      return { kind: 'judgement', ...given('guide', values) };
    case 'allOrNothing':
      return { kind: 'allOrNothing', when: wordsOf(values, 'when') };
    case 'steps':
      return {
        kind: 'steps',
        ...given('measure', values),
        steps: identified('step', rule.steps, rowsOf(values, 'steps')).map(({ id, row }) => ({
          id,
          ...wordsIn(row),
          points: figureIn(row, 'points'),
          ...(typeof row.atLeast === 'number' ? { atLeast: row.atLeast } : {}),
          ...(typeof row.atMost === 'number' ? { atMost: row.atMost } : {}),
        })),
      };
    case 'ratio':
      return {
        kind: 'ratio',
        actual: wordsOf(values, 'actual'),
        plan: wordsOf(values, 'plan'),
        ...optionalNumbers(values, ['fixedPlan', 'minimumPercent']),
      };
    case 'perUnit':
      return {
        kind: 'perUnit',
        unit: wordsOf(values, 'unit'),
        baseUnits: number('baseUnits'),
        basePoints: number('basePoints'),
        perExtra: number('perExtra'),
        cap: number('cap'),
      };
    case 'deduction':
      return {
        kind: 'deduction',
        counted: wordsOf(values, 'counted'),
        each: number('each'),
        ...given('veto', values),
      };
    case 'parts':
      return {
        kind: 'parts',
        parts: identified('part', rule.parts, rowsOf(values, 'parts')).map(({ id, row }) => ({
          id,
          ...wordsIn(row),
          max: figureIn(row, 'max'),
        })),
      };
  }
}

function emptyRule(kind: Rule['kind'], max: number): Rule {
  const none = { zh: '', en: '' };
  switch (kind) {
    case 'judgement':
      return { kind };
    case 'allOrNothing':
      return { kind, when: none };
    case 'steps':
      return { kind, steps: [{ id: 'step-1', points: max, ...none }] };
    case 'ratio':
      return { kind, actual: none, plan: none };
    case 'perUnit':
      return { kind, unit: none, baseUnits: 1, basePoints: max, perExtra: 0, cap: max };
    case 'deduction':
      return { kind, counted: none, each: 1 };
    case 'parts':
      return { kind, parts: [{ id: 'part-1', max, ...none }] };
  }
}

const mapDimension = (
  rubric: Rubric,
  id: string,
  change: (d: RubricDimension) => RubricDimension,
): Rubric => ({
  ...rubric,
  dimensions: rubric.dimensions.map((d) => (d.id === id ? change(d) : d)),
});

const mapItem = (rubric: Rubric, id: string, change: (item: RubricItem) => RubricItem): Rubric => ({
  ...rubric,
  dimensions: rubric.dimensions.map((d) => ({
    ...d,
    items: d.items.map((item) => (item.id === id ? change(item) : item)),
  })),
});

const wordsOf = (values: Values, name: string): BothLanguages => ({
  zh: textOf(values, `${name}.zh`),
  en: textOf(values, `${name}.en`),
});

/** Words that may be absent: left out when neither language says anything. */
const given = <K extends string>(name: K, values: Values): Partial<Record<K, BothLanguages>> => {
  const said = wordsOf(values, name);
  return said.zh === '' && said.en === '' ? {} : ({ [name]: said } as Record<K, BothLanguages>);
};

const wordsIn = (row: Row): BothLanguages => ({ zh: String(row.zh ?? ''), en: String(row.en ?? '') });
const figureIn = (row: Row, name: string): number => (typeof row[name] === 'number' ? row[name] : 0);

const optionalNumbers = <K extends string>(values: Values, names: readonly K[]): Partial<Record<K, number>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = numberOf(values, name);
      return value === null ? [] : [[name, value] as const];
    }),
  ) as Partial<Record<K, number>>;

const statements = (prefix: string, before: readonly { readonly id: string }[], rows: readonly Row[]) =>
  identified(prefix, before, rows).map(({ id, row }) => ({ id, ...wordsIn(row) }));

/** Lines with ids: by place those that were there before, new ones after them. */
function identified(prefix: string, before: readonly { readonly id: string }[], rows: readonly Row[]) {
  const taken = new Set(before.map((b) => b.id));
  return rows.map((row, i) => {
    const id = before[i]?.id ?? freeId(prefix, taken);
    taken.add(id);
    return { id, row };
  });
}

function freeId(prefix: string, taken: ReadonlySet<string>): string {
  let n = taken.size + 1;
  while (taken.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}
