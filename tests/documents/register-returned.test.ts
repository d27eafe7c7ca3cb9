import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { guardFormula, parseCsv, unguardFormula, writeCsv } from '#app/documents/register-csv.server.ts';
import { writeWorkbook } from '#app/documents/register-workbook.server.ts';
import { writeBadRows } from '#app/documents/register-write.server.ts';
import { locales } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import {
  asCsv,
  expected,
  gridOf,
  nothingKnown,
  readingOf,
  registerBytes,
  registerName,
} from './register-rendering.ts';

const original = () => gridOf(registerBytes(), `${registerName}.xlsx`);
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const csvOf = async () => new TextEncoder().encode(asCsv(await original(), expected.sheet));
const badOnes = expected.rows.filter((row) => row.verdict === 'bad');

describe('the file of rows that stayed out', () => {
  it.each(locales)('comes back as a workbook with the reasons in %s in its last column', async (locale) => {
    const grid = await original();
    const file = writeBadRows(grid, readingOf(grid), `${registerName}.xlsx`, locale);
    expect(file.name).toBe(`${translator(locale)('register.reason.file', { name: registerName })}.xlsx`);
    const back = (await gridOf(file.bytes, file.name)).sheets[0];
    expect(back?.name).toBe(expected.sheet);
    expect(back?.rows[0]?.cells.at(-1)?.text).toBe(translator(locale)('register.reason.heading'));
    expect(back?.rows.slice(1).map((row) => row.cells[1]?.text ?? '')).toEqual(
      badOnes.map((row) => row.name ?? ''),
    );
    expect(back?.rows.slice(1).every((row) => (row.cells.at(-1)?.text ?? '') !== '')).toBe(true);
  });

  it('keeps codes and telephones as text, and computes nothing', async () => {
    const grid = await original();
    const parts = unzipSync(writeBadRows(grid, readingOf(grid), 'a.xlsx', 'zh-CN').bytes);
    const sheet = text(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('>000000000000000000<');
    expect(sheet).not.toMatch(/<v>|<f>/);
  });

  it('comes back as CSV with a mark when it came as CSV', async () => {
    const grid = await gridOf(await csvOf(), 'a.csv');
    const file = writeBadRows(grid, readingOf(grid), 'a.csv', 'zh-CN');
    expect(file.name).toBe('a-待更正.csv');
    expect(text(file.bytes).startsWith('\ufeff序号,组织名称,')).toBe(true);
    expect(text(file.bytes)).toContain('第 18 位校验码不对');
  });

  it.each(['xlsx', 'csv'])(
    'gets the same verdicts when it is read again without mending, as %s',
    async (form) => {
      const grid = form === 'xlsx' ? await original() : await gridOf(await csvOf(), 'a.csv');
      const first = readingOf(grid);
      const file = writeBadRows(grid, first, `a.${form}`, 'zh-CN');
      const returned = await gridOf(file.bytes, file.name);
      const again = readingOf(returned, {
        ...nothingKnown,
        codes: new Set(first.rows.flatMap((row) => (row.verdict === 'bad' ? [] : [row.values.uscc ?? '']))),
      });
      expect(again.rows.map((row) => row.findings[0]?.field)).toEqual(badOnes.map((row) => row.field));
      expect(again.unknownColumns, 'the reasons are no column of the register').toEqual(
        expected.unknownColumns,
      );
      const once = writeBadRows(returned, again, file.name, 'zh-CN');
      const lastColumns = (await gridOf(once.bytes, once.name)).sheets[0]?.rows[0]?.cells.length;
      expect(lastColumns, 'reasons replace reasons').toBe(returned.sheets[0]?.rows[0]?.cells.length);
    },
  );

  it('comes in once it is mended', async () => {
    const grid = await gridOf(await csvOf(), 'a.csv');
    const file = writeBadRows(grid, readingOf(grid), 'a.csv', 'zh-CN');
    const mended = text(file.bytes)
      .replace('52411025MJGDE13841', '52411025MJGDE1384X')
      .replace('2031-05-01', '2021-05-01');
    const again = readingOf(await gridOf(new TextEncoder().encode(mended), 'a.csv'));
    const verdict = (name: string) => again.rows.find((row) => row.values.name === name)?.verdict;
    expect(verdict('襄城县未来服务中心')).toBe('good');
    expect(again.counts.bad).toBeLessThan(badOnes.length);
  });
});

describe('cells that a spreadsheet would run', () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'];

  it.each(dangerous)('B081 are written with an apostrophe: %j', (cell) => {
    expect(guardFormula(cell)).toBe(`'${cell}`);
    expect(unguardFormula(guardFormula(cell))).toBe(cell);
    const parsed = parseCsv(writeCsv([[cell]]).slice(1));
    expect(parsed).toEqual({ ok: true, value: [[`'${cell}`]] });
  });

  it('come back from a workbook as they were', async () => {
    const grid = await gridOf(writeWorkbook('表', [dangerous], []), 'a.xlsx');
    expect(grid.sheets[0]?.rows[0]?.cells.map((cell) => cell?.text)).toEqual(dangerous);
  });

  it('leave every other text alone', () => {
    expect(['襄城县', "'quoted'", '1', ''].map(guardFormula)).toEqual(['襄城县', "'quoted'", '1', '']);
    expect(unguardFormula("'tis")).toBe("'tis");
  });
});

describe('texts with difficult characters', () => {
  const difficult = ['a"b', 'a,b;c\td', 'line\nbreak', '<&>', ' spaces ', '𠮷野', '_x0041_', '\u0001', ']]>'];

  it('survive a workbook', async () => {
    const grid = await gridOf(writeWorkbook('表', [['组织名称']], [difficult]), 'a.xlsx');
    expect(grid.sheets[0]?.rows[1]?.cells.map((cell) => cell?.text)).toEqual(difficult);
  });

  it('survive CSV', () => {
    expect(parseCsv(writeCsv([difficult, ['x']]).slice(1))).toEqual({ ok: true, value: [difficult, ['x']] });
  });
});

describe('comma separated text', () => {
  it.each<[string, string[][]]>([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\rc\td\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a\r\nb",c\r\n', [['a\r\nb', 'c']]],
    ['"a ""b""",c', [['a "b"', 'c']]],
    ['a,\r\n\r\n,b', [['a', ''], [''], ['', 'b']]],
    ['"a"', [['a']]],
    ['a"b,c', [['a"b', 'c']]],
    ['', []],
  ])('reads %j', (source, records) => {
    expect(parseCsv(source)).toEqual({ ok: true, value: records });
  });

  it('names the record whose quote never closes', () => {
    expect(parseCsv('a\n"b')).toEqual({
      ok: false,
      refusals: [{ code: 'register.file.quote', params: { row: 2 } }],
    });
  });
});
