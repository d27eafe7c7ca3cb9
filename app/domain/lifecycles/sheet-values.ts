import type { Value, Values } from '../forms/field.ts';
import { type Answer, itemsOf, type Rubric } from '../rubrics.ts';
import type { Sheet, SheetItem } from '../scoring.ts';

/** What the fields of a score sheet (`scoreFields`) hold for a sheet that was saved before. */
export function valuesOfSheet(rubric: Rubric, sheet: Sheet): Values {
  const values: Record<string, Value> = {};
  for (const item of itemsOf(rubric)) {
    const given = sheet.items[item.id];
    if (given !== undefined) Object.assign(values, itemValues(`items.${item.id}`, given));
  }
  for (const [id, met] of Object.entries(sheet.mustHaves ?? {})) values[`mustHaves.${id}`] = met;
  if ((sheet.vetoes ?? []).length > 0) values.vetoes = sheet.vetoes ?? [];
  if (sheet.bonus !== undefined) {
    values['bonus.points'] = sheet.bonus.points;
    if (sheet.bonus.comment) values['bonus.comment'] = sheet.bonus.comment;
  }
  return values;
}

function itemValues(base: string, given: SheetItem): Values {
  return {
    ...(given.notApplicable ? { [`${base}.na`]: true } : {}),
    ...(given.comment ? { [`${base}.comment`]: given.comment } : {}),
    ...(given.answer ? answerValues(base, given.answer) : {}),
  };
}

function answerValues(base: string, answer: Answer): Values {
  switch (answer.kind) {
    case 'step':
      return { [`${base}.points`]: answer.step ?? 'none' };
    case 'met':
      return { [`${base}.points`]: answer.met };
    case 'value':
      return { [`${base}.points`]: answer.value };
    case 'ratio':
      return {
        [`${base}.points`]: answer.actual,
        ...(answer.plan === undefined ? {} : { [`${base}.plan`]: answer.plan }),
      };
    case 'count':
      return { [`${base}.points`]: answer.count, ...(answer.veto ? { [`${base}.veto`]: true } : {}) };
    case 'parts':
      return Object.fromEntries(
        Object.entries(answer.parts).map(([id, points]) => [`${base}.part.${id}`, points]),
      );
    case 'points':
      return { [`${base}.points`]: answer.points };
  }
}

/** What somebody's score form begins with: the sheet that they saved before, if any. */
export function ownSheetValues(
  context: { readonly rubric: Rubric | null; readonly sheets: Readonly<Record<string, Sheet>> },
  personId: string | null,
): Values {
  const sheet = personId === null ? undefined : context.sheets[personId];
  return context.rubric === null || sheet === undefined ? {} : valuesOfSheet(context.rubric, sheet);
}
