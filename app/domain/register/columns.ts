import { type Guess, guessField, isReasonHeading, type RegisterField } from './column-names.ts';
import { type Grid, type GridRow, type Sheet, writtenCells } from './grid.ts';

/** One headed column: what it was taken for, or null. */
export interface Column {
  readonly index: number;
  /** The heading on one line. */
  readonly label: string;
  readonly field: RegisterField | null;
}

/** Where a register stands in its file, and what its columns hold. */
export interface Layout {
  readonly sheet: Sheet;
  /** The row of the headings (the upper one of two). */
  readonly headerRow: number;
  /** The last row that belongs to the headings. */
  readonly lastHeaderRow: number;
  readonly columns: readonly Column[];
  readonly fields: Readonly<Partial<Record<RegisterField, number>>>;
}

/** What a person says of columns, by index from 0; `ignore` takes a wrong guess back. */
export type Mapping = Readonly<Record<number, RegisterField | 'ignore'>>;

const ROWS_SEARCHED = 30;
const FEWEST_FIELDS = 2;

interface Headings {
  readonly row: GridRow;
  readonly last: number;
  readonly labels: ReadonlyMap<number, string>;
  readonly known: number;
}

/**
 * The sheet and the row that look most like the headings of a register. Undefined when no row of any sheet
 * has two known headings, and no mapping says which columns count.
 */
export function findLayout(grid: Grid, mapping: Mapping = {}): Layout | undefined {
  const mapped = Object.keys(mapping).length > 0;
  let best: { sheet: Sheet; headings: Headings } | undefined;
  for (const sheet of grid.sheets) {
    const headings = findHeadings(sheet) ?? (mapped ? firstFullRow(sheet) : undefined);
    if (!headings) continue;
    const better = !best || rank(sheet, headings) > rank(best.sheet, best.headings);
    if (better) best = { sheet, headings };
  }
  return best && layoutOf(best.sheet, best.headings, mapping);
}

/** A shown sheet goes before a hidden one, more known headings before fewer; the earlier sheet wins a tie. */
const rank = (sheet: Sheet, headings: Headings): number => headings.known + (sheet.hidden ? 0 : 100);

function findHeadings(sheet: Sheet): Headings | undefined {
  let best: Headings | undefined;
  for (const [position, row] of sheet.rows.slice(0, ROWS_SEARCHED).entries()) {
    const headings = headingsAt(row, sheet.rows[position + 1]);
    if (headings.known >= FEWEST_FIELDS && headings.known > (best?.known ?? 0)) best = headings;
  }
  return best;
}

/** Where no heading is known but a person names columns: the first row with most of its cells filled. */
function firstFullRow(sheet: Sheet): Headings | undefined {
  const rows = sheet.rows.slice(0, ROWS_SEARCHED);
  const widest = Math.max(0, ...rows.map((row) => writtenCells(row).length));
  const row = rows.find((one) => widest > 1 && writtenCells(one).length * 2 > widest);
  return row && { row, last: row.number, labels: labelsOf(row), known: 0 };
}

/** The headings of a row, joined with those of the row below when that one only splits some of them. */
function headingsAt(row: GridRow, below: GridRow | undefined): Headings {
  const labels = labelsOf(row);
  const single = { row, last: row.number, labels, known: knownFields(labels) };
  if (!below || single.known < FEWEST_FIELDS || !splits(labels, below)) return single;
  const joined = new Map(labels);
  for (const [column, label] of labelsOf(below)) {
    const above = labels.get(column) ?? labels.get(column - 1) ?? '';
    joined.set(column, guessField(above + label) ? above + label : label);
  }
  const known = knownFields(joined);
  return known >= single.known ? { row, last: below.number, labels: joined, known } : single;
}

/** Whether a row is the lower half of headings: it has a known one, and nothing except under a wide heading. */
function splits(labels: ReadonlyMap<number, string>, below: GridRow): boolean {
  const lower = [...labelsOf(below)];
  return (
    lower.some(([, label]) => guessField(label) !== undefined) &&
    lower.every(([column]) => !labels.has(column) || !labels.has(column + 1))
  );
}

const labelsOf = (row: GridRow): Map<number, string> =>
  new Map(writtenCells(row).map(({ column, text }) => [column, text.replace(/\s+/g, '').slice(0, 100)]));

const knownFields = (labels: ReadonlyMap<number, string>): number =>
  new Set([...labels.values()].map((label) => guessField(label)?.field).filter(Boolean)).size;

function layoutOf(sheet: Sheet, headings: Headings, mapping: Mapping): Layout {
  const fields = chooseColumns(headings.labels, mapping);
  const fieldAt = new Map(Object.entries(fields).map(([field, index]) => [index, field as RegisterField]));
  const indexes = [...new Set([...headings.labels.keys(), ...fieldAt.keys()])].sort((a, b) => a - b);
  const columns = indexes
    .map((index) => ({ index, label: headings.labels.get(index) ?? '', field: fieldAt.get(index) ?? null }))
    .filter((column) => column.field !== null || !isReasonHeading(column.label));
  return { sheet, headerRow: headings.row.number, lastHeaderRow: headings.last, columns, fields };
}

/** One column for each field: what a person said, else the heading that fits best, else the one further left. */
function chooseColumns(labels: ReadonlyMap<number, string>, mapping: Mapping): Layout['fields'] {
  const chosen: Partial<Record<RegisterField, number>> = {};
  const fits: Partial<Record<RegisterField, number>> = {};
  const consider = (index: number, guess: Guess) => {
    if (guess.fit <= (fits[guess.field] ?? 0)) return;
    fits[guess.field] = guess.fit;
    chosen[guess.field] = index;
  };
  for (const [key, field] of Object.entries(mapping)) {
    if (field !== 'ignore') consider(Number(key), { field, fit: Number.POSITIVE_INFINITY });
  }
  for (const [index, label] of labels) {
    const guess = mapping[index] === undefined ? guessField(label) : undefined;
    if (guess) consider(index, guess);
  }
  return chosen;
}
