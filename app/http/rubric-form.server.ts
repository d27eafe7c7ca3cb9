import type { RubricForm } from '#app/components/admin/rubric-page.tsx';
import { rawOfValues } from '#app/components/forms/raw.ts';
import type { Field, Values } from '#app/domain/forms/field.ts';
import {
  dimensionFields,
  itemFields,
  rubricHeadFields,
  ruleKindField,
} from '#app/domain/forms/rubric-forms.ts';
import { textOf } from '#app/domain/forms/values.ts';
import {
  dimensionValues,
  headValues,
  itemOf,
  itemValues,
  withDimension,
  withHead,
  withItem,
  withNewDimension,
  withoutDimension,
  withoutItem,
  withRuleKind,
} from '#app/domain/rubrics/edit-rubric.ts';
import type { Rubric, Rule } from '#app/domain/rubrics.ts';

/** The forms of the part of a draft that the address names; none when it names none. */
export function rubricForms(rubric: Rubric, search: URLSearchParams): readonly RubricForm[] {
  const parts = search.has('head')
    ? ([['head', '1']] as const)
    : search.has('dimension')
      ? ([['dimension', search.get('dimension') ?? '']] as const)
      : search.has('item')
        ? ([
            ['item', search.get('item') ?? ''],
            ['kind', search.get('item') ?? ''],
          ] as const)
        : [];
  return parts.flatMap(([part, id]) => formOf(rubric, part, id) ?? []);
}

/** One form of a part of a draft; undefined when there is no such part. */
export function formOf(rubric: Rubric, part: string, id: string): RubricForm | undefined {
  const made = (
    form: RubricForm['part'],
    words: { zh: string; en: string },
    fields: readonly Field[],
    values: Values,
  ) => ({
    part: form,
    id,
    zh: words.zh,
    en: words.en,
    fields,
    raw: rawOfValues(fields, values),
  });
  if (part === 'head') return made(part, rubric, rubricHeadFields(rubric), headValues(rubric));
  const dimension = rubric.dimensions.find((d) => d.id === id);
  if (part === 'dimension')
    return dimension && made(part, dimension, dimensionFields, dimensionValues(dimension));
  const item = itemOf(rubric, id);
  if (item === undefined) return undefined;
  if (part === 'kind') return made(part, item, [ruleKindField], { kind: item.rule.kind });
  return part === 'item' ? made(part, item, itemFields(item), itemValues(item)) : undefined;
}

/** A draft with one of its parts as a checked form says it; null when the part is gone. */
export function editedBy(part: string, id: string, values: Values): (rubric: Rubric) => Rubric | null {
  return (rubric) => {
    if (formOf(rubric, part, id) === undefined) return null;
    switch (part) {
      case 'head':
        return withHead(rubric, values);
      case 'dimension':
        return withDimension(rubric, id, values);
      case 'kind':
        return withRuleKind(rubric, id, textOf(values, 'kind') as Rule['kind']);
      default:
        return withItem(rubric, id, values);
    }
  };
}

/** Changes of a draft that need no form; null when what is meant is gone. */
export function editedByButton(intent: string, id: string): ((rubric: Rubric) => Rubric | null) | undefined {
  switch (intent) {
    case 'addDimension':
      return (rubric) => withNewDimension(rubric).rubric;
    case 'removeDimension':
      return (rubric) => (rubric.dimensions.some((d) => d.id === id) ? withoutDimension(rubric, id) : null);
    case 'removeItem':
      return (rubric) => (itemOf(rubric, id) ? withoutItem(rubric, id) : null);
    default:
      return undefined;
  }
}
