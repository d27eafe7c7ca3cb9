import type { Grid } from '#app/domain/register/grid.ts';
import type { RegisterReading } from '#app/domain/register/read-register.ts';
import { returnedTable } from '#app/domain/register/returned-table.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { writeCsv } from './register-csv.server.ts';
import { writeWorkbook } from './register-workbook.server.ts';

/** A file to hand out. */
export interface ReturnedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

const contentTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/**
 * The bad rows of a register in the form in which it came, each with its reasons in the last column. Mended
 * there and read again, it is a register like the first one. `filename` is the name of what was read.
 */
export function writeBadRows(
  grid: Grid,
  reading: RegisterReading,
  filename: string,
  locale: Locale,
): ReturnedFile {
  const translate = translator(locale);
  const table = returnedTable(grid, reading);
  const headings = table.headings.map((texts, index) => [
    ...texts,
    index === 0 ? translate('register.reason.heading') : '',
  ]);
  const rows = table.rows.map((row) => [
    ...row.texts,
    row.findings
      .filter((finding) => finding.verdict === 'bad')
      .map((finding) => translate.refusal(finding))
      .join(translate('register.reason.join')),
  ]);
  const name = translate('register.reason.file', { name: filename.replace(/\.[^.]*$/, '') });
  return {
    name: `${name}.${grid.form}`,
    contentType: contentTypes[grid.form],
    bytes:
      grid.form === 'csv'
        ? new TextEncoder().encode(writeCsv([...headings, ...rows]))
        : writeWorkbook(table.sheet, headings, rows),
  };
}
