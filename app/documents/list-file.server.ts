import { scoreWritten } from '#app/domain/scoring.ts';
import { BYTE_ORDER_MARK, csvLines } from './register-csv.server.ts';
import { type SheetCell, writeWorkbookOf } from './register-workbook.server.ts';
import type { ReturnedFile } from './register-write.server.ts';

export const listFormats = ['xlsx', 'csv'] as const;
export type ListFormat = (typeof listFormats)[number];

/** A list to hand out: what it is called, the names of its columns, its rows in pieces. */
export interface ListTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly pieces: () => Iterable<readonly (readonly SheetCell[])[]>;
}

/**
 * A list as a workbook whose header stays in sight, or as comma separated text with a byte order mark. `day` names the
 * file; `letOthers` is waited for after each piece.
 */
export async function listFile(
  { title, head, pieces }: ListTable,
  format: ListFormat,
  day: string,
  letOthers: () => Promise<void>,
): Promise<ReturnedFile> {
  async function* unhurried() {
    for (const piece of pieces()) {
      yield piece;
      await letOthers();
    }
  }
  const isText = format === 'csv';
  return {
    name: `${title}-${day}.${format}`,
    contentType: isText
      ? 'text/csv; charset=utf-8'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: isText ? await textOf(head, unhurried()) : await writeWorkbookOf(title, head, unhurried()),
  };
}

async function textOf(
  head: readonly string[],
  pieces: AsyncIterable<readonly (readonly SheetCell[])[]>,
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const written = [encoder.encode(BYTE_ORDER_MARK + csvLines([head]))];
  for await (const rows of pieces)
    written.push(encoder.encode(csvLines(rows.map((row) => row.map(textOfCell)))));
  return Buffer.concat(written);
}

function textOfCell(cell: SheetCell): string {
  if (typeof cell === 'string') return cell;
  if ('day' in cell) return cell.day;
  return 'points' in cell ? scoreWritten(cell.points) : String(cell.number);
}
