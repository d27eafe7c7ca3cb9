import type { DocumentRef, Value, Values } from './field.ts';

/** Readers of checked form values, so that machines say what they expect and never cast. */
export const textOf = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

export const numberOf = (values: Values, name: string): number | null => {
  const value = values[name];
  return typeof value === 'number' ? value : null;
};

export const tickedIn = (values: Values, name: string): boolean => values[name] === true;

export const listOf = (values: Values, name: string): readonly string[] => {
  const value: Value | undefined = values[name];
  return Array.isArray(value) && value.every((v) => typeof v === 'string')
    ? (value as readonly string[])
    : [];
};

export const documentsOf = (values: Values, name: string): readonly DocumentRef[] => {
  const value: Value | undefined = values[name];
  return Array.isArray(value) && value.every((v) => typeof v === 'object' && v !== null && 'sha256' in v)
    ? (value as readonly DocumentRef[])
    : [];
};

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export const rowsOf = (values: Values, name: string): readonly Row[] => {
  const value: Value | undefined = values[name];
  return Array.isArray(value) && value.every((v) => typeof v === 'object' && v !== null && !('sha256' in v))
    ? (value as readonly Row[])
    : [];
};

/** Values whose names begin with `prefix.`, by the rest of the name: the answers of a generated group of fields. */
export const groupOf = (values: Values, prefix: string): Values =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith(`${prefix}.`))
      .map(([name, value]) => [name.slice(prefix.length + 1), value]),
  );
