import type { Rubric, RubricItem, Rule } from '../rubrics.ts';
import type { Field, SimpleField } from './field.ts';

const label = (name: string) => ({ key: `admin.rubric.field.${name}` });
const mostPoints = 1000;

const words = (name: string, max: number, optional = false): Field[] => [
  { kind: 'text', name: `${name}.zh`, max, label: label(`${name}.zh`), optional },
  { kind: 'text', name: `${name}.en`, max: max * 3, label: label(`${name}.en`), optional },
];

const points = (name: string, optional = false): Field => ({
  kind: 'decimal',
  name,
  min: 0,
  max: mostPoints,
  unit: { key: 'unit.points' },
  label: label(name),
  optional,
});

const column = {
  zh: { kind: 'text', name: 'zh', max: 80, label: label('zh') },
  en: { kind: 'text', name: 'en', max: 240, label: label('en') },
  points: { kind: 'decimal', name: 'points', min: 0, max: mostPoints, label: label('points') },
} as const satisfies Record<string, SimpleField>;

const figure = (name: string): SimpleField => ({
  kind: 'decimal',
  name,
  min: -1_000_000_000,
  max: 1_000_000_000,
  label: label(name),
  optional: true,
});

/** Name, marks, vetoes, must-haves and grades of a rubric. */
export const rubricHeadFields = (rubric: Rubric): readonly Field[] => [
  ...words('name', 60),
  ...words('basis', 300),
  points('max'),
  points('pass', true),
  points('conditionalFrom', true),
  points('bonusUpTo', true),
  {
    kind: 'choice',
    name: 'tieDimension',
    label: label('tieDimension'),
    optional: true,
    options: rubric.dimensions.map((d) => ({ value: d.id, label: { zh: d.zh, en: d.en } })),
  },
  {
    kind: 'rows',
    name: 'vetoes',
    label: label('vetoes'),
    columns: [column.zh, column.en],
    max: 20,
    optional: true,
  },
  {
    kind: 'rows',
    name: 'mustHaves',
    label: label('mustHaves'),
    columns: [column.zh, column.en],
    max: 20,
    optional: true,
  },
  {
    kind: 'rows',
    name: 'grades',
    label: label('grades'),
    columns: [column.zh, column.en, { ...column.points, name: 'from', label: label('from') }],
    max: 10,
    optional: true,
  },
];

/** Name and weight of a dimension, and and lines for items to add. */
export const dimensionFields: readonly Field[] = [
  ...words('name', 60),
  points('weight'),
  {
    kind: 'rows',
    name: 'newItems',
    label: label('newItems'),
    hint: { key: 'admin.rubric.field.newItems.hint' },
    columns: [column.zh, column.en, { ...column.points, name: 'max', label: label('itemMax') }],
    max: 40,
    optional: true,
  },
];

export const ruleKinds = [
  'judgement',
  'allOrNothing',
  'steps',
  'ratio',
  'perUnit',
  'deduction',
  'parts',
] as const satisfies readonly Rule['kind'][];

/** How an item's points are found, to be chosen; its particulars are then asked in `itemFields`. */
export const ruleKindField: Field = {
  kind: 'choice',
  name: 'kind',
  label: label('kind'),
  options: ruleKinds.map((value) => ({
    value,
    label: { key: `admin.rubric.rule.${value}` },
    hint: { key: `admin.rubric.rule.${value}.hint` },
  })),
};

/** The questions about one item: its words, its points, and the particulars of its rule. */
export const itemFields = (item: RubricItem): readonly Field[] => [
  ...words('name', 80),
  points('max'),
  {
    kind: 'tick',
    name: 'mayBeNotApplicable',
    label: label('mayBeNotApplicable'),
    optional: true,
  },
  ...ruleFields(item.rule.kind),
];

function ruleFields(kind: Rule['kind']): Field[] {
  switch (kind) {
    case 'judgement':
      return words('guide', 120, true);
    case 'allOrNothing':
      return words('when', 120);
    case 'steps':
      return [
        ...words('measure', 60, true),
        {
          kind: 'rows',
          name: 'steps',
          label: label('steps'),
          hint: { key: 'admin.rubric.field.steps.hint' },
          columns: [column.zh, column.en, column.points, figure('atLeast'), figure('atMost')],
          max: 12,
        },
      ];
    case 'ratio':
      return [
        ...words('actual', 60),
        ...words('plan', 60),
        { ...figure('fixedPlan'), min: 0 } as Field,
        {
          kind: 'integer',
          name: 'minimumPercent',
          min: 0,
          max: 100,
          label: label('minimumPercent'),
          optional: true,
        },
      ];
    case 'perUnit':
      return [
        ...words('unit', 30),
        { kind: 'integer', name: 'baseUnits', min: 0, max: 100_000, label: label('baseUnits') },
        points('basePoints'),
        points('perExtra'),
        points('cap'),
      ];
    case 'deduction':
      return [...words('counted', 60), points('each'), ...words('veto', 80, true)];
    case 'parts':
      return [
        {
          kind: 'rows',
          name: 'parts',
          label: label('parts'),
          columns: [column.zh, column.en, { ...column.points, name: 'max', label: label('itemMax') }],
          max: 20,
        },
      ];
  }
}
