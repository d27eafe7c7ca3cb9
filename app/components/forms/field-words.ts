import { acceptedKinds, LARGEST_FILE, LARGEST_UPLOAD, megabytes } from '#app/domain/files.ts';
import type { Field, SimpleField } from '#app/domain/forms/field.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { Translate } from '#app/i18n/translate.ts';

/** What was refused: of a field if it names one, else of the whole form. */
export type FormError = Refusal | FieldRefusal;

/** The id of the input (or of the first of several) of a name; links of the error summary lead there. */
export const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`;

/** What a question is about: questions whose names begin alike (`items.x.points`, `items.x.comment`) are about one thing. */
export const thingOf = (name: string): string => name.split('.').slice(0, 2).join('.');

/** What a field is called: its own words, else `field.<name>`, else its name. */
export const labelOf = (t: Translate, field: Field): string =>
  field.label ? t.words(field.label) : (t.maybe(`field.${field.name}`) ?? field.name);

/** What helps to fill a field: its own words, then what its kind asks for. */
export function hintOf(t: Translate, field: Field): string | undefined {
  const own = field.hint ? t.words(field.hint) : t.maybe(`field.${field.name}.hint`);
  return inOneSentence(t, [own, ...kindHints(t, field)]);
}

/** Parts of a hint as one sentence; undefined where there are none. */
export function inOneSentence(t: Translate, said: readonly (string | undefined)[]): string | undefined {
  const parts = said.filter((part) => part !== undefined);
  // Words that people wrote (what is to be supplemented) end in a full stop: it gives way to what joins the parts.
  const last = parts.length - 1;
  const joined = parts
    .map((part, i) => (i < last ? part.replace(/[。．.；;]+$/u, '') : part))
    .map((part, i) => (i > 0 ? insideSentence(part) : part));
  return joined.length > 0 ? joined.join(t('forms.hint.join')) : undefined;
}

/** Without its capital letter, unless that belongs to a name in capitals, such as PDF. */
const insideSentence = (part: string): string =>
  part.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());

/** Numbers from here on are no bound that anybody comes near. */
const OUT_OF_REACH = 1_000_000;

function kindHints(t: Translate, field: Field): (string | undefined)[] {
  switch (field.kind) {
    case 'date':
      return [t('forms.hint.date'), dateRange(t, field)];
    case 'paragraph':
      return [
        field.min
          ? t('forms.hint.between', { min: field.min, max: field.max })
          : t('forms.hint.max', { max: field.max }),
      ];
    case 'integer':
    case 'decimal':
      // A bound that only keeps typing errors out is no help to anyone.
      if (field.max >= OUT_OF_REACH) return [];
      return [
        t('forms.hint.numberRange', { min: boundOf(t, field, field.min), max: boundOf(t, field, field.max) }),
      ];
    case 'choices':
      return [choicesHint(t, field)];
    case 'files':
      return [
        t('forms.hint.files', { max: field.max }),
        field.endings === undefined ? fileHint(t) : undefined,
      ];
    case 'rows':
      return [t(field.whole ? 'forms.hint.rowsWhole' : 'forms.hint.rows', { max: field.max })];
    default:
      return [];
  }
}

/** A bound as it is written; years (2000–2100) without the comma of thousands. */
const boundOf = (t: Translate, { min, max }: { min: number; max: number }, bound: number): string =>
  min >= 1900 && max <= 2200 ? String(bound) : t.format.number(bound);

/** Which files, and how large: what is refused afterwards is said before. */
const fileHint = (t: Translate): string =>
  t('forms.hint.fileKinds', {
    kinds: acceptedKinds.map((kind) => kind.toUpperCase()).join(' / '),
    each: megabytes(LARGEST_FILE),
    all: megabytes(LARGEST_UPLOAD),
  });

function dateRange(t: Translate, field: { notBefore?: string; notAfter?: string }): string | undefined {
  const { notBefore: from, notAfter: to } = field;
  if (from && to) return t('forms.hint.dateRange', { from, to });
  if (from) return t('forms.hint.dateFrom', { from });
  return to ? t('forms.hint.dateTo', { to }) : undefined;
}

function choicesHint(t: Translate, { min, max, options }: Extract<Field, { kind: 'choices' }>): string {
  // A bound that nobody can pass is no bound.
  const most = max !== undefined && max < options.length ? max : undefined;
  if (min && most) return t('forms.hint.choicesBetween', { min, max: most });
  if (min && min > 1) return t('forms.hint.choicesMin', { min });
  return most ? t('forms.hint.choicesMax', { max: most }) : t('forms.hint.choices');
}

/** The sentences of what is wrong with one input. */
export const errorsAt = (
  t: Translate,
  errors: readonly FormError[],
  name: string,
  label: string,
): readonly string[] =>
  errors
    .filter((error) => 'field' in error && error.field === name)
    .map((error) => sentenceOf(t, error, label));

/** The sentence of a refusal; where several files came, it begins with the one that is meant. */
function sentenceOf(t: Translate, error: FormError, label: string): string {
  const message = t.refusal(error, { label });
  const file = error.params?.file;
  return file === undefined ? message : t('forms.named', { name: String(file), message });
}

export interface Wrong {
  /** Where to correct it; none for the whole form. */
  readonly target?: string;
  readonly message: string;
}

/** Every error of a form as a sentence with its place, in the order of the fields. */
export function wrongsOf(
  t: Translate,
  fields: readonly Field[],
  errors: readonly FormError[],
): readonly Wrong[] {
  const found = errors.map((error) => {
    if (!('field' in error)) return { order: -1, wrong: { message: t.refusal(error) } };
    const order = fields.findIndex((field) => owns(field, error.field));
    const field = fields[order];
    const label = field ? nameOfInput(t, fields, order, field, error.field) : error.field;
    const said = sentenceOf(t, error, label);
    // Far from its field, a bare "please score" helps nobody who reads it thirteen times.
    const named = !field || said.includes(label) || isNamed(field, error);
    const message = named ? said : t('forms.named', { name: label, message: said });
    const wrong = { message, ...(field && { target: idOf(error.field) }) };
    return { order, wrong };
  });
  return found.sort((a, b) => a.order - b.order).map(({ wrong }) => wrong);
}

/** A statement to be ticked is a sentence itself, and a file has a name of its own. */
const isNamed = (field: Field, error: FormError) => field.kind === 'tick' || error.params?.file !== undefined;

const owns = (field: Field, name: string) =>
  field.name === name || (field.kind === 'rows' && name.startsWith(`${field.name}.`));

/** Line and column for a cell, the label for everything else; with what it is about where others have the same label. */
function nameOfInput(
  t: Translate,
  fields: readonly Field[],
  order: number,
  field: Field,
  name: string,
): string {
  if (field.kind !== 'rows' || name === field.name) {
    const label = labelOf(t, field);
    const heading = fields.slice(0, order + 1).findLast(({ group }) => group)?.group;
    const shared = fields.some((other) => other !== field && labelOf(t, other) === label);
    if (!shared) return label;
    const first = fields.find((other) => thingOf(other.name) === thingOf(field.name));
    if (first !== undefined && first !== field)
      return t('forms.within', { heading: labelOf(t, first), label });
    return heading ? t('forms.within', { heading: t.words(heading), label }) : label;
  }
  const [line = '0', ...rest] = name.slice(field.name.length + 1).split('.');
  const column = field.columns.find((candidate) => candidate.name === rest.join('.'));
  return cellLabel(t, Number(line), column);
}

/** What an input in a line is called. Lines count from 0 in names, from 1 for people. */
export const cellLabel = (t: Translate, line: number, column: SimpleField | undefined): string =>
  column
    ? t('forms.cell', { number: line + 1, column: labelOf(t, column) })
    : t('forms.row', { number: line + 1 });
