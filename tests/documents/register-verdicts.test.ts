import { describe, expect, it } from 'vitest';
import { translators } from '#app/i18n/translate.ts';
import {
  asCsv,
  asGb18030,
  expected,
  gridOf,
  readingOf,
  registerBytes,
  registerName,
  verdictsOf,
} from './register-rendering.ts';

const wanted = expected.rows.map(({ row, verdict, field, name }) => ({
  row,
  verdict,
  ...(field ? { field } : {}),
  ...(name ? { name } : {}),
}));

const utf8 = (text: string) => new TextEncoder().encode(text);

const renderings: readonly [string, string, (csv: string) => Uint8Array][] = [
  ['as CSV in UTF-8', 'csv', utf8],
  ['as CSV in UTF-8 with a mark', 'csv', (csv) => utf8(`\ufeff${csv}`)],
  ['as CSV in GB 18030', 'csv', asGb18030],
  ['as CSV with semicolons', 'csv', (csv) => utf8(csv.replaceAll(',', ';'))],
  [
    'as text with tabs in UTF-16',
    'txt',
    (csv) => Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le'),
  ],
];

describe('the register of an office', () => {
  it('gets the verdict that each row deserves', async () => {
    const reading = readingOf(await gridOf(registerBytes(), `${registerName}.xlsx`));
    expect(reading.sheet).toBe(expected.sheet);
    expect(reading.headerRow).toBe(expected.headerRow);
    expect(reading.unknownColumns).toEqual(expected.unknownColumns);
    expect(verdictsOf(reading)).toEqual(wanted);
  });

  it.each(renderings)('gets the same verdicts %s', async (_, ending, encode) => {
    const original = await gridOf(registerBytes(), `${registerName}.xlsx`);
    const bytes = encode(asCsv(original, expected.sheet));
    const reading = readingOf(await gridOf(bytes, `${registerName}.${ending}`));
    expect(reading.headerRow).toBe(expected.headerRow);
    expect(reading.unknownColumns).toEqual(expected.unknownColumns);
    expect(verdictsOf(reading)).toEqual(wanted);
  });

  it('gives the values that are kept', async () => {
    const reading = readingOf(await gridOf(registerBytes(), `${registerName}.xlsx`));
    const values = (row: number) => reading.rows.find((one) => one.row === row)?.values;
    expect(values(5)).toEqual({
      name: '襄城县城关街道夕阳红老年服务中心',
      registrationType: 'service_org',
      uscc: '52411025MJGDE100XW',
      divisionCode: '411025',
      recordNo: null,
      foundedOn: '2015-01-01',
      person: '李秀兰',
      phone: '13800001000',
      scope: '社区服务',
      community: '文昌社区',
      joinedOn: '2026-01-01',
      endsOn: null,
    });
    expect(values(6)?.community, 'from the merged cell above').toBe('文昌社区');
    expect(values(9)?.name, 'put together from formatted runs').toBe('襄城县邻里和纠纷调解服务中心');
    expect(values(27)).toMatchObject({
      registrationType: 'recorded',
      uscc: null,
      recordNo: '襄城关备〔2023〕11号',
    });
    expect([32, 33, 34].map((row) => values(row)?.foundedOn)).toEqual(Array(3).fill('2019-03-05'));
    expect(values(35)?.uscc).toBe('52411025MJGDE1296A');
    expect(values(36)?.uscc).toBe('51411025MJGDE13093');
    expect(values(37)?.phone).toBe('13800002222');
    expect(values(39)?.phone).toBe('0374-0000001');
    expect(values(40)?.registrationType).toBe('foundation');
  });

  it('says what it left out, and why', async () => {
    const reading = readingOf(await gridOf(registerBytes(), `${registerName}.xlsx`));
    expect(reading.skipped).toEqual([
      { row: 4, why: 'section' },
      { row: 52, why: 'total' },
    ]);
    expect(reading.counts).toEqual({ good: 35, warn: 2, bad: 9 });
  });

  it('has a sentence in each language for everything that it found', async () => {
    const reading = readingOf(await gridOf(registerBytes(), `${registerName}.xlsx`));
    for (const translate of translators()) {
      for (const finding of reading.rows.flatMap((row) => row.findings)) {
        const sentence = translate.refusal(finding);
        expect(sentence).not.toContain('…');
        expect(sentence).not.toContain(finding.code);
      }
    }
  });
});
