import { plainYuan } from '../money.ts';
import type { Field, Value, Values } from './field.ts';
import { rowsOf } from './values.ts';

/**
 * Stored values as they are typed, by the name of their input: money as '12.50', a tick and "yes" as 'yes', boxes that
 * share a name as a list. Reading them again gives the same values. Documents are left out: no input takes them.
 */
export function rawValues(values: Values, fields: readonly Field[]): Record<string, string | string[]> {
  const raw: [string, string | string[]][] = [];
  for (const field of fields) {
    const value = values[field.name];
    if (value === undefined || value === null || field.kind === 'files') continue;
    if (field.kind !== 'rows') {
      raw.push([field.name, typedAs(field.kind, value)]);
      continue;
    }
    for (const [line, row] of rowsOf(values, field.name).entries()) {
      for (const column of field.columns) {
        const cell = row[column.name];
        if (cell !== undefined && cell !== null)
          raw.push([`${field.name}.${line}.${column.name}`, typedAs(column.kind, cell)]);
      }
    }
  }
  return Object.fromEntries(raw);
}

function typedAs(kind: Field['kind'], value: Value): string | string[] {
  if (typeof value === 'number') return kind === 'money' ? plainYuan(value) : String(value);
  if (typeof value === 'boolean') return value ? 'yes' : kind === 'tick' ? '' : 'no';
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : '';
}
