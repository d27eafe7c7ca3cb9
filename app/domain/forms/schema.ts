import type { z } from 'zod';
import { done, type FieldRefusal, type Refusal, type Result, refusal } from '../refusal.ts';
import type { DocumentRef, Field, Value, Values } from './field.ts';
import { choicesSchema, simpleSchema } from './field-schemas.ts';
import type { FormInput } from './form-input.ts';
import { cleanText } from './plain-text.ts';

/** What was sent, as far as texts go. */
export type TypedTexts = Pick<FormInput, 'get' | 'all' | 'names'>;

export interface ReadingContext {
  /** The date in the center's time zone. */
  readonly today: string;
  /** What was uploaded or kept, by the name of its `files` field. */
  readonly documents?: Readonly<Record<string, readonly DocumentRef[]>>;
}

type RowsField = Extract<Field, { kind: 'rows' }>;
type Row = Readonly<Record<string, string | number | boolean | null>>;
type Read<T> = Result<T, FieldRefusal>;

/**
 * Judges what was sent against the fields of a form and answers the values as they are kept. Inputs that no field asks
 * for are ignored; fields left blank are left out, ticks are always there. Every refusal (`form.*`, `money.*`, `uscc.*`)
 * names its input.
 */
export function readValues(
  fields: readonly Field[],
  input: TypedTexts,
  context: ReadingContext,
): Read<Values> {
  const values: [string, Value][] = [];
  const refusals: FieldRefusal[] = [];
  for (const field of fields) {
    const read = readField(field, input, context);
    if (!read.ok) refusals.push(...read.refusals);
    else if (read.value !== undefined) values.push([field.name, read.value]);
  }
  return refusals.length > 0 ? { ok: false, refusals } : done(Object.fromEntries(values));
}

/** The values that are in order, whatever the others are: a draft keeps what it can. */
export function readWhatIsRight(
  fields: readonly Field[],
  input: TypedTexts,
  context: ReadingContext,
): Values {
  const values: [string, Value][] = [];
  for (const field of fields) {
    const read = readField(field, input, context);
    if (read.ok && read.value !== undefined) values.push([field.name, read.value]);
  }
  return Object.fromEntries(values);
}

/** Parts what the history may remember from what is kept apart, because it can be erased. */
export function splitApart(
  fields: readonly Field[],
  values: Values,
): { readonly kept: Values; readonly apart: Values } {
  const names = new Set(fields.filter((field) => field.apart).map((field) => field.name));
  const part = (apart: boolean): Values =>
    Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name) === apart));
  return { kept: part(false), apart: part(true) };
}

function readField(field: Field, input: TypedTexts, context: ReadingContext): Read<Value | undefined> {
  switch (field.kind) {
    case 'files':
      return readFiles(field, context.documents?.[field.name] ?? []);
    case 'rows':
      return readRows(field, input, context.today);
    case 'choices':
      return judge(field.name, choicesSchema(field), [...input.all(field.name)]);
    default:
      if (input.all(field.name).length > 1) return wrong(field.name, refusal('form.repeated'));
      return judge(field.name, simpleSchema(field, context.today), input.get(field.name) ?? '');
  }
}

function readFiles(
  field: Extract<Field, { kind: 'files' }>,
  documents: readonly DocumentRef[],
): Read<readonly DocumentRef[] | undefined> {
  if (documents.length > field.max)
    return wrong(field.name, refusal('form.tooManyFiles', { max: field.max }));
  if (documents.length > 0) return done(documents);
  return field.optional ? done(undefined) : wrong(field.name, refusal('form.fileMissing'));
}

/** Lines in the order of their numbers, blank ones left out; what is wrong is told by the number it was sent with. */
function readRows(field: RowsField, input: TypedTexts, today: string): Read<readonly Row[] | undefined> {
  const rows: Row[] = [];
  const refusals: FieldRefusal[] = [];
  for (const line of linesOf(field, input)) {
    const row: [string, string | number | boolean][] = [];
    for (const column of field.columns) {
      const name = `${field.name}.${line}.${column.name}`;
      const read = judge(name, simpleSchema(column, today), input.get(name) ?? '');
      if (!read.ok) refusals.push(...read.refusals);
      else if (read.value !== undefined) row.push([column.name, read.value]);
    }
    rows.push(Object.fromEntries(row));
  }
  if (rows.length > field.max)
    refusals.push({ field: field.name, ...refusal('form.tooManyLines', { max: field.max }) });
  if (rows.length === 0 && !field.optional) refusals.push({ field: field.name, ...refusal('form.required') });
  else if (rows.length > 0 && rows.length < (field.min ?? 0))
    refusals.push({ field: field.name, ...refusal('form.tooFewLines', { min: field.min ?? 0 }) });
  if (refusals.length > 0) return { ok: false, refusals };
  return done(rows.length > 0 ? rows : undefined);
}

/** The numbers of the lines in which something stands. */
function linesOf(field: RowsField, input: TypedTexts): readonly number[] {
  const columns = new Set(field.columns.map((column) => column.name));
  const lines = new Set<number>();
  for (const name of input.names()) {
    if (!name.startsWith(`${field.name}.`)) continue;
    const [, line, column] = /^(\d{1,4})\.(.+)$/.exec(name.slice(field.name.length + 1)) ?? [];
    if (line === undefined || column === undefined || !columns.has(column)) continue;
    if (cleanText(input.get(name) ?? '') !== '' && String(Number(line)) === line) lines.add(Number(line));
  }
  return [...lines].sort((a, b) => a - b);
}

function judge<I, O>(name: string, schema: z.ZodType<O, I>, sent: I): Read<O> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return done(parsed.data);
  return { ok: false, refusals: parsed.error.issues.map((issue) => ({ field: name, ...refusalOf(issue) })) };
}

/** Every issue is one of ours: its message is the code. */
function refusalOf(issue: z.core.$ZodIssue): Refusal {
  const params = issue.code === 'custom' ? (issue.params as Refusal['params']) : undefined;
  return refusal(issue.message, params);
}

const wrong = (field: string, why: Refusal): Read<never> => ({ ok: false, refusals: [{ field, ...why }] });
