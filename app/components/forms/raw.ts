import type { DocumentRef, Field, Value, Values } from '#app/domain/forms/field.ts';
import { amountOfFen } from '#app/i18n/format.ts';

/**
 * What stands in the inputs of a form, by input name, exactly as it was typed: also what is wrong is drawn
 * again. A list where boxes share a name. Rows use `name.0.column`; a tick and "yes" are `yes`, "no" is `no`.
 */
export type RawValues = Readonly<Record<string, string | readonly string[]>>;

/** Documents that are already uploaded, by the name of their `files` field. */
export type Documents = Readonly<Record<string, readonly DocumentRef[]>>;

/** The text in one input; empty where nothing was typed. */
export function rawText(values: RawValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** The values of boxes that share a name. */
export function rawList(values: RawValues, name: string): readonly string[] {
  const value = values[name];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

/** How many lines of a `rows` field stand in the values: one more than the highest number. */
export function rawLineCount(values: RawValues, name: string): number {
  const start = `${name}.`;
  let count = 0;
  for (const key of Object.keys(values)) {
    if (!key.startsWith(start)) continue;
    const line = Number.parseInt(key.slice(start.length), 10);
    if (line >= count) count = line + 1;
  }
  return count;
}

/** Stored values as they are typed, to fill the inputs of a form that is edited again. */
export function rawOfValues(fields: readonly Field[], values: Values): RawValues {
  const raw: Record<string, string | readonly string[]> = {};
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined || value === null || field.kind === 'files') continue;
    if (field.kind !== 'rows') {
      raw[field.name] = rawOf(field.kind, value);
      continue;
    }
    for (const [line, row] of rowsOf(value).entries()) {
      for (const column of field.columns) {
        const cell = row[column.name];
        if (cell === undefined || cell === null) continue;
        raw[`${field.name}.${line}.${column.name}`] = String(rawOf(column.kind, cell));
      }
    }
  }
  return raw;
}

/** The documents in stored values, by field. */
export function documentsOfValues(fields: readonly Field[], values: Values): Documents {
  const documents: Record<string, readonly DocumentRef[]> = {};
  for (const field of fields) {
    const value = values[field.name];
    if (field.kind === 'files' && Array.isArray(value)) documents[field.name] = value.filter(isDocument);
  }
  return documents;
}

function rawOf(kind: Field['kind'], value: Value): string | readonly string[] {
  if (typeof value === 'number') return kind === 'money' ? amountOfFen(value) : String(value);
  if (typeof value === 'boolean') return value ? 'yes' : kind === 'tick' ? '' : 'no';
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : '';
}

/** A line of a `rows` field. */
export type Line = Readonly<Record<string, string | number | boolean | null>>;

const isDocument = (item: unknown): item is DocumentRef =>
  typeof item === 'object' && item !== null && 'sha256' in item;

const isLine = (item: unknown): item is Line =>
  typeof item === 'object' && item !== null && !('sha256' in item);

/** The lines in the value of a `rows` field. */
export const rowsOf = (value: Value | undefined): readonly Line[] =>
  Array.isArray(value) ? value.filter(isLine) : [];
