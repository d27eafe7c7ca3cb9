import { type Result, refusal } from '#app/domain/refusal.ts';
import { type Cell, dateOfSerial, type GridRow, type Merge } from '#app/domain/register/grid.ts';
import { unguardFormula } from './register-csv.server.ts';
import { readXml, StopReading, type XmlHandler } from './register-xml.server.ts';

/** Reads the cells of one worksheet part. */

const MOST_ROWS = 10_000;
const MOST_COLUMNS = 256;
const MOST_MERGES = 5000;

/** What cells refer to: the shared texts, which styles mean a date, and from where days are counted. */
export interface SheetContext {
  readonly sharedTexts: readonly string[];
  readonly isDateStyle: (style: number) => boolean;
  readonly from1904: boolean;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
}

/** Rows with something in them, and the joined cells. More rows than a register has are refused. */
export function readSheet(
  bytes: Uint8Array,
  context: SheetContext,
): Result<{ readonly rows: readonly GridRow[]; readonly merges: readonly Merge[] }> {
  const rows: GridRow[] = [];
  const merges: Merge[] = [];
  let number = 0;
  let cells: (Cell | null)[] = [];
  let cell: OpenCell | undefined;
  let nextColumn = 0;
  let collecting = false;
  let phonetic = 0;

  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'row') {
        number = positive(attributes.r) ?? number + 1;
        cells = [];
        nextColumn = 0;
      } else if (name === 'c') {
        const column = columnOf(attributes.r) ?? nextColumn;
        nextColumn = column + 1;
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' };
      } else if (name === 'rPh') {
        phonetic += 1;
      } else if (name === 'v' || name === 't') {
        collecting = cell !== undefined && phonetic === 0;
      } else if (name === 'mergeCell' && merges.length < MOST_MERGES) {
        const merge = mergeOf(attributes.ref ?? '');
        if (merge) merges.push(merge);
      }
    },
    text(text) {
      if (collecting && cell) cell.text += text;
    },
    close(name) {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c') {
        if (cell && cell.column < MOST_COLUMNS) place(cells, cell.column, cellOf(cell, context));
        cell = undefined;
      } else if (name === 'row' && cells.length > 0) {
        if (rows.length >= MOST_ROWS)
          throw new StopReading(refusal('register.file.rows', { most: MOST_ROWS }));
        rows.push({ number, cells });
      }
    },
  };
  const read = readXml(bytes, handler);
  return read.ok ? { ok: true, value: { rows: inOrder(rows), merges } } : read;
}

/** Rows come in order in every file but an odd one; there, a row that is given twice counts once. */
function inOrder(rows: readonly GridRow[]): readonly GridRow[] {
  const sorted = rows.every((row, index) => index === 0 || row.number > (rows[index - 1]?.number ?? 0));
  if (sorted) return rows;
  return [...new Map(rows.map((row) => [row.number, row])).values()].sort((a, b) => a.number - b.number);
}

function place(cells: (Cell | null)[], column: number, cell: Cell | null): void {
  if (cell === null) return;
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
}

function cellOf(open: OpenCell, context: SheetContext): Cell | null {
  if (open.text === '') return null;
  switch (open.type) {
    case 's':
      return textCell(context.sharedTexts[Number(open.text)] ?? '');
    case 'inlineStr':
    case 'str':
      return textCell(unescapeText(open.text));
    case 'b':
      return textCell(open.text === '1' ? 'TRUE' : 'FALSE');
    case 'd':
      return textCell(open.text);
    case 'n':
      return numberCell(open, context);
    default:
      return textCell(open.text);
  }
}

const textCell = (text: string): Cell | null => (text === '' ? null : { text: unguardFormula(text) });

function numberCell(open: OpenCell, context: SheetContext): Cell | null {
  const number = Number(open.text);
  if (!Number.isFinite(number)) return textCell(open.text);
  const date = context.isDateStyle(open.style) ? dateOfSerial(number, context.from1904) : undefined;
  if (date !== undefined) return { text: date, number, date };
  return { text: Number.isInteger(number) ? number.toFixed(0) : String(number), number };
}

/** Texts carry what XML cannot as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const positive = (text: string | undefined): number | undefined => {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};

/** `B7` → 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `I5:I7` → rows 5 to 7 of column 8. */
function mergeOf(reference: string): Merge | undefined {
  const [from = '', to = from] = reference.split(':');
  const left = columnOf(from);
  const right = columnOf(to);
  const top = positive(from.replace(/^\D+/, ''));
  const bottom = positive(to.replace(/^\D+/, ''));
  if (left === undefined || right === undefined || top === undefined || bottom === undefined)
    return undefined;
  return { top, left, bottom, right };
}
