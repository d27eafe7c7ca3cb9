import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';

/** Comma separated text (RFC 4180), as it comes out of spreadsheets: also with ; or tabs, any line end. */

export type Separator = ',' | ';' | '\t';

const separators: readonly Separator[] = [',', ';', '\t'];
const SEARCHED = 20_000;
const MOST_RECORDS = 20_000;
const MOST_FIELDS = 4096;

/** Characters with which a spreadsheet takes a text for a formula, in both widths. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/;

/** The records of a text; each line end outside of quotes ends one. A quote that never closes is refused. */
export function parseCsv(text: string, separator: Separator = guessSeparator(text)): Result<string[][]> {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  const ends = new RegExp(`[${separator === '\t' ? '\\t' : separator}\\r\\n]`, 'g');
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      if (!quoted) return refused(refusal('register.file.quote', { row: records.length + 1 }));
      field = quoted.value;
      at = quoted.next;
    } else {
      field = '';
    }
    ends.lastIndex = at;
    const end = ends.exec(text)?.index ?? text.length;
    record.push(field + text.slice(at, end));
    at = end + 1;
    if (text[end] === separator) {
      if (record.length > MOST_FIELDS) return refused(refusal('register.file.damaged'));
      if (at === text.length) record.push('');
      continue;
    }
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    records.push(record);
    if (records.length > MOST_RECORDS) return refused(refusal('register.file.rows', { most: MOST_RECORDS }));
    record = [];
  }
  if (record.length > 0) records.push(record);
  return done(records);
}

/** The text between quotes, two of them inside standing for one, and where it goes on. */
function readQuoted(text: string, start: number): { value: string; next: number } | undefined {
  let at = start + 1;
  let value = '';
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

/** The one that stands most often outside of quotes near the beginning; a comma when none does. */
export function guessSeparator(text: string): Separator {
  const beginning = text.slice(0, SEARCHED).replace(/"(?:[^"]|"")*"/g, '');
  const counts = separators.map((separator) => beginning.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** One text from records: comma, CRLF, a byte order mark so that spreadsheets read it as UTF-8. */
export const writeCsv = (records: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + csvLines(records);

export const BYTE_ORDER_MARK = '\ufeff';

/** Records as lines, without the mark that begins a file. */
export const csvLines = (records: readonly (readonly string[])[]): string =>
  records.map((record) => `${record.map((field) => quote(guardFormula(field))).join(',')}\r\n`).join('');

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export const guardFormula = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

/** Takes that apostrophe away again. */
export const unguardFormula = (text: string): string =>
  text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text;

const quote = (field: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
