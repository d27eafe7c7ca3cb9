import type { Field, Value, Values } from '../forms/field.ts';
import { groupOf, listOf, numberOf, textOf, tickedIn } from '../forms/values.ts';
import type { FieldRefusal } from '../refusal.ts';
import { type Answer, itemsOf, type Rubric, type RubricItem } from '../rubrics.ts';
import { checkSheet, type PanelScore, panelScore, type Sheet, type SheetItem } from '../scoring.ts';

/** A panel's score with the figure that lists sort by, in hundredths of a point. */
export type PanelResult = PanelScore & { readonly hundredths: number };

const none = 'none';

/** The questions of a score sheet, from its rubric: each criterion by its rule, a comment, vetoes, must-haves. */
export function scoreFields(rubric: Rubric): readonly Field[] {
  return [
    ...rubric.dimensions.flatMap((dimension) =>
      dimension.items.flatMap((item, i) => {
        const [first, ...rest] = itemFields(item);
        const group = {
          zh: `${dimension.zh}（${dimension.weight} 分）`,
          en: `${dimension.en} (${dimension.weight} points)`,
        };
        return first === undefined ? [] : [i === 0 ? { ...first, group } : first, ...rest];
      }),
    ),
    ...(rubric.mustHaves.length === 0
      ? []
      : rubric.mustHaves.map(
          (m, i): Field => ({
            kind: 'yesNo',
            name: `mustHaves.${m.id}`,
            label: { zh: m.zh, en: m.en },
            optional: true,
            unmarked: true,
            ...(i === 0 ? { group: { key: 'sheet.mustHaves' } } : {}),
          }),
        )),
    ...(rubric.vetoes.length === 0
      ? []
      : [
          {
            kind: 'choices',
            name: 'vetoes',
            label: { key: 'sheet.vetoes' },
            optional: true,
            options: rubric.vetoes.map((v) => ({ value: v.id, label: { zh: v.zh, en: v.en } })),
          } satisfies Field,
        ]),
    ...(rubric.bonusUpTo === undefined
      ? []
      : ([
          {
            kind: 'decimal',
            name: 'bonus.points',
            label: { key: 'sheet.bonus' },
            min: 0,
            max: rubric.bonusUpTo,
            optional: true,
          },
          {
            kind: 'paragraph',
            name: 'bonus.comment',
            label: { key: 'sheet.bonusReason' },
            max: 500,
            optional: true,
          },
        ] satisfies Field[])),
  ];
}

function itemFields(item: RubricItem): readonly Field[] {
  const base = `items.${item.id}`;
  const label = { zh: `${item.zh}（${item.max} 分）`, en: `${item.en} (${item.max} points)` };
  return [
    ...answerFields(item, base, label),
    ...(item.mayBeNotApplicable
      ? [
          {
            kind: 'tick',
            name: `${base}.na`,
            label: { key: 'sheet.notApplicable' },
            optional: true,
          } satisfies Field,
        ]
      : []),
    {
      kind: 'paragraph',
      name: `${base}.comment`,
      label: { key: 'sheet.comment' },
      hint: { key: 'sheet.comment.hint' },
      max: 500,
      optional: true,
    },
  ];
}

type BothWords = { readonly zh: string; readonly en: string };

function answerFields(item: RubricItem, base: string, label: BothWords): readonly Field[] {
  const name = `${base}.points`;
  const rule = item.rule;
  const huge = 1_000_000_000;
  switch (rule.kind) {
    case 'steps':
      return [
        {
          kind: 'choice',
          name,
          label,
          optional: true,
          ...(rule.measure ? { hint: rule.measure } : {}),
          options: [
            ...rule.steps.map((s) => ({
              value: s.id,
              label: { zh: `${s.zh} = ${s.points} 分`, en: `${s.en} = ${s.points}` },
            })),
            // a lowest step without points says the same
            ...(rule.steps.some((s) => s.points === 0)
              ? []
              : [{ value: none, label: { key: 'sheet.noneReached' } }]),
          ],
        },
      ];
    case 'allOrNothing':
      return [{ kind: 'yesNo', name, label, hint: rule.when, optional: true }];
    case 'ratio':
      return [
        { kind: 'decimal', name, label, hint: rule.actual, min: 0, max: huge, optional: true },
        ...(rule.fixedPlan === undefined
          ? [
              {
                kind: 'decimal',
                name: `${base}.plan`,
                label: rule.plan,
                min: 0,
                max: huge,
                optional: true,
              } satisfies Field,
            ]
          : []),
      ];
    case 'perUnit':
      return [{ kind: 'integer', name, label, hint: rule.unit, min: 0, max: huge, optional: true }];
    case 'deduction':
      return [
        { kind: 'integer', name, label, hint: rule.counted, min: 0, max: huge, optional: true },
        ...(rule.veto
          ? [{ kind: 'tick', name: `${base}.veto`, label: rule.veto, optional: true } satisfies Field]
          : []),
      ];
    case 'parts':
      return rule.parts.map((part) => ({
        kind: 'decimal',
        name: `${base}.part.${part.id}`,
        label: { zh: `${label.zh}：${part.zh}`, en: `${label.en}: ${part.en}` },
        min: 0,
        max: part.max,
        optional: true,
      }));
    case 'judgement':
      return [
        {
          kind: 'decimal',
          name,
          label,
          ...(rule.guide ? { hint: rule.guide } : {}),
          min: 0,
          max: item.max,
          optional: true,
        },
      ];
  }
}

/** The sheet that a filled form comes to, not locked. */
export function sheetFromInput(rubric: Rubric, assessorId: string, input: Values): Sheet {
  const bonus = numberOf(input, 'bonus.points');
  const mustHaves = Object.entries(groupOf(input, 'mustHaves')).filter(
    (e): e is [string, boolean] => typeof e[1] === 'boolean',
  );
  return {
    assessorId,
    locked: false,
    items: Object.fromEntries(
      itemsOf(rubric).map((item) => [item.id, sheetItem(item, groupOf(input, `items.${item.id}`))]),
    ),
    vetoes: listOf(input, 'vetoes'),
    ...(mustHaves.length > 0 ? { mustHaves: Object.fromEntries(mustHaves) } : {}),
    ...(bonus !== null ? { bonus: { points: bonus, comment: textOf(input, 'bonus.comment') } } : {}),
  };
}

function sheetItem(item: RubricItem, given: Values): SheetItem {
  const comment = textOf(given, 'comment');
  const answer = answerOf(item, given);
  return {
    ...(tickedIn(given, 'na') ? { notApplicable: true } : answer === null ? {} : { answer }),
    ...(comment.trim() === '' ? {} : { comment }),
  };
}

function answerOf(item: RubricItem, given: Values): Answer | null {
  const value: Value | undefined = given.points;
  switch (item.rule.kind) {
    case 'steps':
      return typeof value === 'string' && value !== ''
        ? { kind: 'step', step: value === none ? null : value }
        : null;
    case 'allOrNothing':
      return typeof value === 'boolean' ? { kind: 'met', met: value } : null;
    case 'ratio': {
      const plan = numberOf(given, 'plan');
      return typeof value === 'number'
        ? { kind: 'ratio', actual: value, ...(plan === null ? {} : { plan }) }
        : null;
    }
    case 'perUnit':
    case 'deduction':
      return typeof value === 'number'
        ? { kind: 'count', count: value, ...(tickedIn(given, 'veto') ? { veto: true } : {}) }
        : null;
    case 'parts': {
      const parts = Object.fromEntries(
        Object.entries(groupOf(given, 'part')).filter((e): e is [string, number] => typeof e[1] === 'number'),
      );
      return Object.keys(parts).length > 0 ? { kind: 'parts', parts } : null;
    }
    case 'judgement':
      return typeof value === 'number' ? { kind: 'points', points: value } : null;
  }
}

/** What keeps a sheet from being locked; while it is a draft, nothing but its ranges (the form's) does. */
export const sheetRefusals = (rubric: Rubric, sheet: Sheet): readonly FieldRefusal[] =>
  sheet.locked ? checkSheet(rubric, sheet) : [];

/** The score of the locked sheets. Throws when there is none: the guard before it asks for an odd number of them. */
export function panelScoreOf(rubric: Rubric, sheets: readonly Sheet[]): PanelResult {
  const result = panelScore(rubric, sheets);
  if (!result.ok)
    throw new Error(
      `Locked sheets do not add up: ${result.refusals.map((r) => `${r.field} ${r.code}`).join(', ')}`,
    );
  return { ...result.value, hundredths: Math.round(result.value.score * 100) };
}
