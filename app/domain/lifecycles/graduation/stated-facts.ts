import type { DocumentRef, Field, Values } from '../../forms/field.ts';
import { documentsOf, listOf, numberOf, textOf } from '../../forms/values.ts';
import { optionsOf } from '../common-fields.ts';
import { coreRules, type GraduationContext, type StatedFact, type StatedLine } from './facts.ts';

const own = (name: string) => ({ key: `graduation.field.${name}` });

const documents = (line: StatedLine): Field => ({
  kind: 'files',
  name: `${line}Documents`,
  label: own('documents'),
  max: 10,
  optional: true,
});

const group = (line: StatedLine) => ({ group: { key: `graduation.line.${line}` }, optional: true as const });

/** The facts that a person may state for the checklist, one or several at a time, each with its documents. */
export const statedFactFields: readonly Field[] = [
  {
    kind: 'choices',
    name: 'rules',
    label: own('rules'),
    options: optionsOf('graduation.rule', coreRules),
    ...group('rules'),
  },
  documents('rules'),
  {
    kind: 'choice',
    name: 'account',
    label: own('account'),
    options: optionsOf('graduation.account', ['own', 'trusteeship']),
    ...group('account'),
  },
  documents('account'),
  {
    kind: 'integer',
    name: 'staff',
    label: own('staff'),
    hint: own('staff.hint'),
    min: 0,
    max: 100_000,
    ...group('staff'),
  },
  documents('staff'),
  { kind: 'text', name: 'project', label: own('project'), max: 200, ...group('project') },
  documents('project'),
];

/**
 * What a filled form states: the lines given, with the documents that came with them. The form begins with what was
 * stated before; a line left as it was is not stated anew, so that it keeps who stated it and when.
 */
export function factsGiven(
  { facts }: Pick<GraduationContext, 'facts'>,
  input: Values,
): readonly {
  readonly line: StatedLine;
  readonly value: StatedFact['value'] | null;
  readonly documents: readonly DocumentRef[];
}[] {
  const rules = listOf(input, 'rules');
  const values: Readonly<Record<StatedLine, StatedFact['value'] | null>> = {
    rules: rules.length > 0 ? rules : null,
    account: textOf(input, 'account') || null,
    staff: numberOf(input, 'staff'),
    project: textOf(input, 'project').trim() || null,
  };
  return (Object.keys(values) as StatedLine[])
    .map((line) => ({ line, value: values[line], documents: documentsOf(input, `${line}Documents`) }))
    .filter(
      ({ line, value, documents }) => documents.length > 0 || (value !== null && !isSame(value, facts[line])),
    );
}

const isSame = (value: StatedFact['value'], before: StatedFact | undefined): boolean =>
  before !== undefined && JSON.stringify(value) === JSON.stringify(before.value);

/** What was stated before, for the form to begin with. Documents are added to, so they are not repeated. */
export const statedValues = (context: GraduationContext): Values =>
  Object.fromEntries(Object.entries(context.facts).map(([line, fact]) => [line, fact.value]));
