import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { guardFormula } from './register-csv.server.ts';

/** Writes a workbook of one sheet. Texts are texts, so that codes and telephones keep their digits; figures and days are told apart. */

/** What stands in a cell: a text, a figure, points with two decimals, or a day `YYYY-MM-DD`. */
export type SheetCell =
  | string
  | { readonly number: number }
  | { readonly points: number }
  | { readonly day: string };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Entries carry a time; a fixed one makes equal contents equal bytes. */
const WRITTEN_AT = '1980-01-01T00:00:00';
const LONGEST_SHEET_NAME = 31;
const TEXT_STYLE = 1;
const HEADING_STYLE = 2;
const NUMBER_STYLE = 0;
const POINTS_STYLE = 3;
const DAY_STYLE = 4;
const DAY_MS = 86_400_000;
/** The number that spreadsheets give to 1970-01-01. */
const EPOCH_DAY = 25_569;

const contentTypes =
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;

const packageRelations = relations([['rId1', 'officeDocument', 'xl/workbook.xml']]);

const workbookRelations = relations([
  ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
  ['rId2', 'styles', 'styles.xml'],
]);

/** Style 1 is text (format 49), 2 the same in bold, 3 a figure with two decimals, 4 a day. */
const styles =
  `${DECLARATION}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '</styleSheet>';

/** The bytes of a workbook: headings in bold that stay in sight, then the rows. */
export function writeWorkbook(
  sheetName: string,
  headings: readonly (readonly string[])[],
  rows: readonly (readonly SheetCell[])[],
): Uint8Array {
  const widest = [...headings, ...rows].reduce((most, texts) => Math.max(most, texts.length), 1);
  const sheet = sheetBegins(headings, widest) + rowsXml(rows, headings.length) + sheetEnds;
  const parts = { ...partsAround(sheetName), [sheetPart]: sheet };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(files, { mtime: WRITTEN_AT });
}

/**
 * The bytes of a workbook whose rows come piece by piece: one is written and packed before the next is asked for, so that
 * whoever hands them out decides when others have their turn.
 */
export async function writeWorkbookOf(
  sheetName: string,
  heading: readonly string[],
  pieces: AsyncIterable<readonly (readonly SheetCell[])[]>,
): Promise<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    packed.push(bytes);
  });
  const begin = (name: string) => {
    // a fifth of the time of the usual 6, in which nobody else has their turn, for a file that is a fourteenth longer
    const entry = new ZipDeflate(name, { level: 2 });
    entry.mtime = WRITTEN_AT;
    zip.add(entry);
    return entry;
  };
  for (const [name, xml] of Object.entries(partsAround(sheetName))) begin(name).push(strToU8(xml), true);
  const sheet = begin(sheetPart);
  sheet.push(strToU8(sheetBegins([heading], heading.length)));
  let above = 1;
  for await (const rows of pieces) {
    sheet.push(strToU8(rowsXml(rows, above)));
    above += rows.length;
  }
  sheet.push(strToU8(sheetEnds), true);
  zip.end();
  return Buffer.concat(packed);
}

const sheetPart = 'xl/worksheets/sheet1.xml';

const partsAround = (sheetName: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': contentTypes,
  '_rels/.rels': packageRelations,
  'xl/workbook.xml': workbook(sheetName),
  'xl/_rels/workbook.xml.rels': workbookRelations,
  'xl/styles.xml': styles,
});

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function workbook(sheetName: string): string {
  const name = sheetName.replace(/[[\]:*?/\\]/g, '').slice(0, LONGEST_SHEET_NAME) || 'Sheet1';
  return (
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    `<sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  );
}

/** A sheet up to its first row below the headings. */
function sheetBegins(headings: readonly (readonly string[])[], columns: number): string {
  const top = headings.length;
  const pane =
    top === 0
      ? ''
      : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" ` +
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}">${pane}<sheetFormatPr defaultRowHeight="15"/>` +
    `<cols><col min="1" max="${Math.max(1, columns)}" width="20" style="${TEXT_STYLE}" customWidth="1"/></cols>` +
    `<sheetData>${headings.map((texts, index) => rowXml(texts, index + 1, HEADING_STYLE)).join('')}`
  );
}

const sheetEnds = '</sheetData></worksheet>';

/** Rows that stand below so many others. */
const rowsXml = (rows: readonly (readonly SheetCell[])[], above: number): string =>
  rows.map((texts, index) => rowXml(texts, above + index + 1, TEXT_STYLE)).join('');

function rowXml(texts: readonly SheetCell[], number: number, style: number): string {
  const cells = texts.map((text, column) => {
    const name = `${columnName(column)}${number}`;
    if (typeof text !== 'string') return figureXml(text, name);
    const place = `r="${name}" s="${style}"`;
    if (text === '') return `<c ${place}/>`;
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(guardFormula(text))}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

const figureXml = (cell: Exclude<SheetCell, string>, name: string): string => {
  if ('day' in cell)
    return `<c r="${name}" s="${DAY_STYLE}"><v>${Date.parse(cell.day) / DAY_MS + EPOCH_DAY}</v></c>`;
  return 'points' in cell
    ? `<c r="${name}" s="${POINTS_STYLE}"><v>${cell.points}</v></c>`
    : `<c r="${name}" s="${NUMBER_STYLE}"><v>${cell.number}</v></c>`;
};

/** 0 → A, 26 → AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot carry is written the way spreadsheets do, `_x0001_`; half a surrogate pair is given up. */
const escapeXml = (text: string): string => (needsEscape.test(text) ? escaped(text) : text);

/** Anything but the letters, signs and characters of which most texts are made. */
const needsEscape = /[^\t\n !#-%'-;=?-\ud7ff\ue000-\ufffd]|_x/i;

const escaped = (text: string): string =>
  [...text.replace(/_x(?=[0-9a-f]{4}_)/gi, '_x005F_x')]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if ((code < 32 && code !== 9 && code !== 10) || code === 0xfffe || code === 0xffff) {
        return `_x${code.toString(16).padStart(4, '0').toUpperCase()}_`;
      }
      return code >= 0xd800 && code <= 0xdfff ? '\ufffd' : (named[character] ?? character);
    })
    .join('');
