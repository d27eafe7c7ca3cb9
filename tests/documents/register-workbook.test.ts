import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gridOf } from './register-rendering.ts';

const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;

/** A workbook as some other program writes it: prefixes, absolute targets, whatever a test needs. */
function workbookOf(sheetData: string, rest: { workbook?: string; styles?: string; shared?: string } = {}) {
  const parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', '/book/wb.xml')}</Relationships>`,
    'book/wb.xml': `<x:workbook xmlns:x="m" xmlns:r="r">${rest.workbook ?? ''}<x:sheets><x:sheet name="表" r:id="s1"/></x:sheets></x:workbook>`,
    'book/_rels/wb.xml.rels':
      `<Relationships>${relation('s1', 'worksheet', 'sheets/one.xml')}${relation('s2', 'styles', './styles.xml')}` +
      `${relation('s3', 'sharedStrings', '/book/texts.xml')}` +
      `${relation('s4', 'externalLink', 'http://127.0.0.1:9/', ' TargetMode="External"')}</Relationships>`,
    'book/sheets/one.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${sheetData}</x:sheetData></x:worksheet>`,
    'book/styles.xml': rest.styles ?? '<styleSheet/>',
    'book/texts.xml': rest.shared ?? '<sst/>',
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(files);
}

const cellsOf = async (bytes: Uint8Array) =>
  (await gridOf(bytes, 'a.xlsx')).sheets[0]?.rows.map((row) => [
    row.number,
    row.cells.map((cell) => cell?.text ?? ''),
  ]);

describe('a workbook of another program', () => {
  it('is read through prefixes, absolute targets and cells without addresses', async () => {
    const rows = '<x:row><x:c><x:v>1</x:v></x:c><x:c t="str"><x:f>A1</x:f><x:v>二</x:v></x:c></x:row>';
    expect(await cellsOf(workbookOf(rows))).toEqual([[1, ['1', '二']]]);
  });

  it('keeps rows and columns at their places', async () => {
    const rows = '<row r="7"><c r="C7"><v>1</v></c></row><row r="3"><c r="AA3"><v>2</v></c></row>';
    expect(await cellsOf(workbookOf(rows))).toEqual([
      [3, [...Array(26).fill(''), '2']],
      [7, ['', '', '1']],
    ]);
  });

  it('gives cached values of formulas, truths, errors and numbers without exponents', async () => {
    const rows =
      '<row><c><f>1+1</f><v>2</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c>' +
      '<c><v>1.3800002222E10</v></c><c><f>UNCOMPUTED()</f></c></row>';
    expect(await cellsOf(workbookOf(rows))).toEqual([[1, ['2', 'TRUE', '#REF!', '13800002222']]]);
  });

  it('gives texts without reading aids, and what XML cannot carry', async () => {
    const shared =
      '<sst><si><t>东京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><r><t>一</t></r><r><t>二_x000A_三</t></r></si></sst>';
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>99</v></c></row>';
    expect(await cellsOf(workbookOf(rows, { shared }))).toEqual([[1, ['东京', '一二\n三']]]);
  });

  it('knows dates by the style, built in or its own, and leaves other numbers alone', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
      '<numFmt numFmtId="165" formatCode="[Red]0.00&quot;day&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs></styleSheet>';
    const rows = `<row>${[0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>43529</v></c>`).join('')}</row>`;
    expect(await cellsOf(workbookOf(rows, { styles }))).toEqual([
      [1, ['43529', '2019-03-05', '2019-03-05', '43529', '2019-03-05']],
    ]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const bytes = workbookOf('<row><c s="0"><v>42067</v></c></row>', {
      workbook: '<x:workbookPr date1904="1"/>',
      styles: '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
    });
    expect(await cellsOf(bytes)).toEqual([[1, ['2019-03-05']]]);
  });
});
