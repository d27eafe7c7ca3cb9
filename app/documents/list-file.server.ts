import { writeCsv } from './register-csv.server.ts';
import { type SheetCell, writeWorkbook } from './register-workbook.server.ts';
import type { ReturnedFile } from './register-write.server.ts';

export const listFormats = ['xlsx', 'csv'] as const;
export type ListFormat = (typeof listFormats)[number];

/** A list to hand out: what it is called, the names of its columns, its rows. */
export interface ListTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A list as a workbook whose header stays in sight, or as comma separated text with a byte order mark. `day` names the file. */
export function listFile(table: ListTable, format: ListFormat, day: string): ReturnedFile {
  const { title, head, rows } = table;
  return {
    name: `${title}-${day}.${format}`,
    contentType:
      format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes:
      format === 'csv'
        ? new TextEncoder().encode(writeCsv([head, ...rows.map((row) => row.map(textOfCell))]))
        : writeWorkbook(title, [head], rows),
  };
}

function textOfCell(cell: SheetCell): string {
  if (typeof cell === 'string') return cell;
  if ('day' in cell) return cell.day;
  return 'points' in cell ? cell.points.toFixed(2) : String(cell.number);
}
