import { isReasonHeading } from './column-names.ts';
import type { Finding } from './findings.ts';
import type { Grid, GridRow, Sheet } from './grid.ts';
import type { RegisterReading } from './read-register.ts';
import { type MergedCells, mergedCells, sharedFields } from './rows.ts';

/** One row that stayed out, as it was written, with why. */
export interface ReturnedRow {
  readonly row: number;
  readonly texts: readonly string[];
  readonly findings: readonly Finding[];
}

/** What goes back to be mended: headings and rows with their columns where they were. */
export interface ReturnedTable {
  readonly sheet: string;
  readonly headings: readonly (readonly string[])[];
  readonly rows: readonly ReturnedRow[];
}

/**
 * The bad rows of a reading. Every column stays in its place, so that a mapping holds for the mended file
 * too; a column of reasons from the last time is left out, and merged cells are written out.
 */
export function returnedTable(grid: Grid, reading: RegisterReading): ReturnedTable {
  const sheet = grid.sheets.find((one) => one.name === reading.sheet);
  if (!sheet) return { sheet: reading.sheet, headings: [], rows: [] };
  const numbered = new Map(sheet.rows.map((row) => [row.number, row]));
  const headings = sheet.rows.filter(
    (row) => row.number >= reading.headerRow && row.number <= reading.lastHeaderRow,
  );
  const bad = reading.rows.filter((row) => row.verdict === 'bad');
  const width = widthOf(
    sheet,
    headings,
    bad.map((row) => row.row),
  );
  const merged = mergedCells(sheet);
  const shared = new Set(
    reading.columns.flatMap((column) =>
      column.field && sharedFields.has(column.field) ? [column.index] : [],
    ),
  );
  return {
    sheet: sheet.name,
    headings: headings.map((row) => textsOf(row, width)),
    rows: bad.map(({ row, findings }) => ({
      row,
      texts: withMerged(textsOf(numbered.get(row), width), row, shared, merged),
      findings,
    })),
  };
}

/** Columns up to the last one used, without one of reasons at the end. */
function widthOf(sheet: Sheet, headings: readonly GridRow[], rows: readonly number[]): number {
  const reason = headings
    .flatMap((row) => row.cells.map((cell, column) => ({ column, text: cell?.text ?? '' })))
    .find(({ text }) => isReasonHeading(text))?.column;
  const wanted = new Set([...headings.map((row) => row.number), ...rows]);
  const used = Math.max(
    0,
    ...sheet.rows.filter((row) => wanted.has(row.number)).map((row) => row.cells.length),
  );
  return Math.min(used, reason ?? used);
}

const textsOf = (row: GridRow | undefined, width: number): string[] =>
  Array.from({ length: width }, (_, column) => row?.cells[column]?.text ?? '');

const withMerged = (
  texts: readonly string[],
  row: number,
  shared: ReadonlySet<number>,
  merged: MergedCells,
): string[] =>
  texts.map((text, column) => (text === '' && shared.has(column) ? (merged(row, column)?.text ?? '') : text));
