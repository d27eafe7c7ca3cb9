/** A spreadsheet as a reader sees it: sheets of rows of cells, whatever file it came from. */

export interface Cell {
  /** What the cell says; a date reads 'YYYY-MM-DD', a number has no exponent. */
  readonly text: string;
  /** Present when the file holds a number, not digits as text. */
  readonly number?: number;
  /** 'YYYY-MM-DD', present when the file itself says that the cell is a date. */
  readonly date?: string;
}

export interface GridRow {
  /** As the program that shows the file counts: the first row is 1. */
  readonly number: number;
  /** By column from 0; null where nothing is written. */
  readonly cells: readonly (Cell | null)[];
}

/** Cells joined into one; rows from 1, columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** In order; rows without anything written may be left out. */
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
}

export interface Grid {
  /** The form in which rows go back. */
  readonly form: 'xlsx' | 'csv';
  readonly sheets: readonly Sheet[];
}

/** The cells of a row that say something, with their columns. */
export const writtenCells = (row: GridRow): { readonly column: number; readonly text: string }[] =>
  row.cells.flatMap((cell, column) => (cell && cell.text.trim() !== '' ? [{ column, text: cell.text }] : []));

const EXCEL_DAY_ZERO = Date.UTC(1899, 11, 30);
const DAYS_BETWEEN_SYSTEMS = 1462;
const MS_PER_DAY = 86_400_000;

/**
 * The date of a spreadsheet's day number: days since 1899-12-30 (right from 1900-03-01 on, the program
 * believes in a 29 February 1900), or since 1904-01-01. Undefined outside of the years 1900 to 2199.
 */
export function dateOfSerial(serial: number, from1904 = false): string | undefined {
  const days = Math.floor(serial) + (from1904 ? DAYS_BETWEEN_SYSTEMS : 0);
  if (!(days > 60 && days < 109_575)) return undefined;
  return new Date(EXCEL_DAY_ZERO + days * MS_PER_DAY).toISOString().slice(0, 10);
}
