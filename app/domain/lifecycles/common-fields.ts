import type { Field, Option } from '../forms/field.ts';
import type { Words } from '../words.ts';

/** The reason that every refusal and undoing needs. */
export const reasonField = (extra: Partial<Extract<Field, { kind: 'paragraph' }>> = {}): Field => ({
  kind: 'paragraph',
  name: 'reason',
  min: 2,
  max: 1000,
  ...extra,
});

export const noteField: Field = { kind: 'paragraph', name: 'note', max: 1000, optional: true };

/** Options whose words are in the catalogues as `<prefix>.<value>`. */
export const optionsOf = (prefix: string, values: readonly string[]): readonly Option[] =>
  values.map((value) => ({ value, label: { key: `${prefix}.${value}` } }));

/** Options that are people. */
export const peopleOptions = (
  people: readonly { personId: string; name: string }[],
  hint?: (id: string) => Words | undefined,
) =>
  people.map((p): Option => {
    const words = hint?.(p.personId);
    return { value: p.personId, label: { text: p.name }, ...(words ? { hint: words } : {}) };
  });
