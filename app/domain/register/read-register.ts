import { done, type Result, refusal, refused } from '../refusal.ts';
import { checkRow } from './check-row.ts';
import type { RegisterField } from './column-names.ts';
import { type Column, findLayout, type Mapping } from './columns.ts';
import {
  type Finding,
  findingsOf,
  type RegisterValues,
  type Verdict,
  verdictOf,
  worstFirst,
} from './findings.ts';
import type { Grid } from './grid.ts';
import { sameKey } from './readings.ts';
import { cellsOf, mergedCells, type Skipped, whySkipped } from './rows.ts';

/** What a center's register already holds: names and record numbers by `sameKey`, codes in their normal form. */
export interface Known {
  readonly codes: { has(code: string): boolean };
  readonly names: { has(nameKey: string): boolean };
  readonly recordNos: { has(recordKey: string): boolean };
}

export interface RegisterRow {
  /** The row in the sheet, from 1. */
  readonly row: number;
  readonly verdict: Verdict;
  /** The first explains the verdict. */
  readonly findings: readonly Finding[];
  readonly values: RegisterValues;
}

export interface RegisterReading {
  readonly sheet: string;
  readonly headerRow: number;
  /** The last row of the headings; they may take two. */
  readonly lastHeaderRow: number;
  /** Every headed column with what it was taken for. */
  readonly columns: readonly Column[];
  readonly fields: Readonly<Partial<Record<RegisterField, number>>>;
  /** The headings that mean nothing here, from the left. */
  readonly unknownColumns: readonly string[];
  readonly rows: readonly RegisterRow[];
  readonly skipped: readonly { readonly row: number; readonly why: Skipped }[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

export interface ReadingOptions {
  /** The date at the center, 'YYYY-MM-DD'. */
  readonly today: string;
  readonly known: Known;
  readonly mapping?: Mapping;
}

/**
 * Reads a register: finds its headings, then checks each row by itself, against the rows above it and against
 * what is known. Refused as `register.noHeader` or `register.noNameColumn`; then a mapping can help.
 */
export function readRegister(grid: Grid, options: ReadingOptions): Result<RegisterReading> {
  const reading = readRegisterInSteps(grid, options);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** So many rows are read in a step, in about five milliseconds. */
const ROWS_IN_A_STEP = 100;

/** Reads a register as `readRegister` does, in steps: between two of them the reader may do something else. */
export function* readRegisterInSteps(
  grid: Grid,
  options: ReadingOptions,
): Generator<void, Result<RegisterReading>> {
  const layout = findLayout(grid, options.mapping);
  if (!layout) return refused(refusal('register.noHeader'));
  if (layout.fields.name === undefined) {
    return refused(refusal('register.noNameColumn', { row: layout.headerRow, sheet: layout.sheet.name }));
  }
  const merged = mergedCells(layout.sheet);
  const seen = rowsSeen(options.known);
  const rows: RegisterRow[] = [];
  const skipped: { row: number; why: Skipped }[] = [];
  for (const [index, row] of layout.sheet.rows.entries()) {
    if (index % ROWS_IN_A_STEP === ROWS_IN_A_STEP - 1) yield;
    if (row.number <= layout.lastHeaderRow || row.cells.every((cell) => !cell || cell.text.trim() === ''))
      continue;
    const why = whySkipped(row, layout);
    if (why) {
      skipped.push({ row: row.number, why });
      continue;
    }
    const { value, findings } = checkRow(cellsOf(row, layout, merged), options.today);
    const all = worstFirst([...findings, ...seen(row.number, value)]);
    rows.push({ row: row.number, verdict: verdictOf(all), findings: all, values: value });
  }
  return done({
    sheet: layout.sheet.name,
    headerRow: layout.headerRow,
    lastHeaderRow: layout.lastHeaderRow,
    columns: layout.columns,
    fields: layout.fields,
    unknownColumns: layout.columns.filter((column) => column.field === null).map((column) => column.label),
    rows,
    skipped,
    counts: countsOf(rows),
  });
}

/** Finds what an earlier row, or the center's register, already has: a code, a record number or a name. */
function rowsSeen(known: Known) {
  const earlier = {
    code: new Map<string, number>(),
    record: new Map<string, number>(),
    name: new Map<string, number>(),
  };
  const look = (
    field: keyof typeof earlier,
    row: number,
    key: string | null,
    isKnown: (key: string) => boolean,
  ) => {
    if (key === null || key === '') return [];
    const { bad } = findingsOf(field);
    const before = earlier[field].get(key);
    if (before !== undefined) return [bad(`register.${field}.twice`, { row: before })];
    earlier[field].set(key, row);
    return isKnown(key) ? [bad(`register.${field}.known`)] : [];
  };
  return (row: number, values: RegisterValues): Finding[] => [
    ...look('code', row, values.uscc, (key) => known.codes.has(key)),
    ...look('record', row, values.recordNo && sameKey(values.recordNo), (key) => known.recordNos.has(key)),
    ...look('name', row, sameKey(values.name), (key) => known.names.has(key)),
  ];
}

function countsOf(rows: readonly RegisterRow[]): Record<Verdict, number> {
  const counts = { good: 0, warn: 0, bad: 0 };
  for (const row of rows) counts[row.verdict] += 1;
  return counts;
}
