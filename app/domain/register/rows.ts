import type { RowCells } from './check-row.ts';
import type { RegisterField } from './column-names.ts';
import { registerFields } from './column-names.ts';
import type { Layout } from './columns.ts';
import { type Cell, type GridRow, type Sheet, writtenCells } from './grid.ts';
import { cellText } from './readings.ts';

/** Why a written row is not an organization. */
export type Skipped = 'section' | 'total' | 'note' | 'header';

/** Fields that one merged cell may say for several rows; a name or a code stands for one row alone. */
export const sharedFields: ReadonlySet<RegisterField> = new Set([
  'type',
  'founded',
  'person',
  'phone',
  'scope',
  'community',
  'joined',
  'ends',
]);

const total = /^(本页|本表)?(合计|总计|小计|共计|累计)([:：(（].*)?$|^共(计)?\d+[家个]/;
const note = /^(填表人|制表人|审核人|填报人|经办人|填表日期|填报日期|填报单位|单位负责人|说明|注|备注)[:：]/;
const section =
  /^[一二三四五六七八九十]+[、.．]|^[（(][一二三四五六七八九十\d]+[)）]|^\d+[、.．]|类$|[（(]?\d+[家个][)）]?$/;

/** What a written row is besides an organization; undefined for one that is to be checked. */
export function whySkipped(row: GridRow, layout: Layout): Skipped | undefined {
  const written = writtenCells(row);
  const first = (written[0]?.text ?? '').slice(0, 100).replace(/\s/g, '');
  if (total.test(first)) return 'total';
  if (note.test(first)) return 'note';
  if (repeatsHeadings(row, layout)) return 'header';
  if (written.length === 1)
    return isSection(row, layout, written[0]?.column ?? 0, first) ? 'section' : undefined;
  const said = Object.values(layout.fields).some((column) => cellText(row.cells[column]) !== '');
  return said ? undefined : 'note';
}

/** A row with one cell: a section, unless that cell is a name like any other. */
function isSection(row: GridRow, layout: Layout, column: number, text: string): boolean {
  if (column !== layout.fields.name) return true;
  const merged = layout.sheet.merges.some(
    (merge) => merge.top === row.number && merge.left === column && merge.right > column,
  );
  return merged || section.test(text);
}

/** Headings are printed again at the top of each page by some. */
function repeatsHeadings(row: GridRow, layout: Layout): boolean {
  const known = layout.columns.filter((column) => column.field !== null && column.label !== '');
  const same = known.filter(
    (column) => (row.cells[column.index]?.text ?? '').replace(/\s+/g, '') === column.label,
  );
  return same.length >= 2 && same.length * 2 > known.length;
}

/** The cells of a row by field, merged ones filled in from their first row. */
export function cellsOf(row: GridRow, layout: Layout, merged: MergedCells): RowCells {
  const cell = (field: RegisterField): Cell | null => {
    const column = layout.fields[field];
    if (column === undefined) return null;
    const own = row.cells[column];
    if (own && own.text.trim() !== '') return own;
    return sharedFields.has(field) ? merged(row.number, column) : null;
  };
  return Object.fromEntries(registerFields.map((field) => [field, cell(field)])) as Record<
    RegisterField,
    Cell | null
  >;
}

/** The cell whose merge reaches down to this place; null where there is none. */
export type MergedCells = (row: number, column: number) => Cell | null;

/** Looks up cells that were merged downwards, in one column. */
export function mergedCells(sheet: Sheet): MergedCells {
  const rows = new Map(sheet.rows.map((row) => [row.number, row]));
  const last = sheet.rows.at(-1)?.number ?? 0;
  const tops = new Map<string, number>();
  for (const merge of sheet.merges) {
    if (merge.left !== merge.right) continue;
    for (let row = merge.top + 1; row <= Math.min(merge.bottom, last); row += 1) {
      const place = `${row}:${merge.left}`;
      if (tops.has(place)) break;
      tops.set(place, merge.top);
    }
  }
  return (row, column) => {
    const top = tops.get(`${row}:${column}`);
    return (top === undefined ? undefined : rows.get(top)?.cells[column]) ?? null;
  };
}
