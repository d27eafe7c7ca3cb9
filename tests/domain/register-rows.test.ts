import { describe, expect, it } from 'vitest';
import type { Grid } from '#app/domain/register/index.ts';
import {
  associationCode,
  codeA,
  codeB,
  found,
  good,
  gridOf,
  header,
  nothing,
  read,
  rowOf,
  sheetOf,
  today,
} from './register-lines.ts';

describe('a row', () => {
  it('is good when all is there', () => {
    expect(rowOf(good)).toMatchObject({
      verdict: 'good',
      values: { registrationType: 'service_org', divisionCode: '411025', endsOn: '2026-12-31' },
    });
  });

  it.each([
    ['社会团体', 'association', associationCode],
    ['社团', 'association', associationCode],
    ['民办非企业单位（社会服务机构）', 'service_org', codeA],
    ['社会服务机构', 'service_org', codeA],
    ['民非', 'service_org', codeA],
    ['登记', 'service_org', codeA],
    ['', 'service_org', codeA],
    ['', 'association', associationCode],
    ['未登记', 'unregistered', ''],
    ['筹备团队', 'unregistered', ''],
  ])('of type "%s" is %s', (words, type, code) => {
    const row = rowOf(good.replace('民非', words).replace(codeA, code));
    expect([row.verdict, row.values.registrationType]).toEqual(['good', type]);
  });

  it.each(['备案', '社区社会组织', '备案类', '已备案'])(
    'of type "%s" needs its record number and no code',
    (words) => {
      const recorded = good.replace('民非', words).replace(`${codeA}|`, '|');
      expect(found(recorded)).toEqual(['bad record register.record.missing']);
      expect(rowOf(recorded.replace('||2019', '|备〔2023〕1号|2019')).values).toMatchObject({
        registrationType: 'recorded',
        recordNo: '备〔2023〕1号',
        uscc: null,
      });
    },
  );

  it('may have its record number in the column of codes', () => {
    expect(rowOf(good.replace('民非', '备案').replace(codeA, '备〔2023〕1号')).values.recordNo).toBe(
      '备〔2023〕1号',
    );
    const both = read(
      gridOf('组织名称|信用代码/备案号|类别', `阳光服务中心|${codeA}|民非`, '巧手编织社|备〔2023〕1号|备案'),
    );
    expect(both.rows.map((row) => [row.values.uscc, row.values.recordNo])).toEqual([
      [codeA, null],
      [null, '备〔2023〕1号'],
    ]);
  });

  it.each([
    [
      'a recorded organization with a code',
      good.replace('民非||', '备案|备1号|'),
      'bad type register.type.mismatch',
    ],
    ['words that nobody knows', good.replace('民非', '协作体'), 'warn type register.type.unknown'],
    [
      'such words and no code',
      good.replace('民非', '协作体').replace(codeA, ''),
      'bad type register.type.unknown',
    ],
    [
      'neither type nor code',
      good.replace('民非', '').replace(codeA, '无'),
      'bad type register.type.missing',
    ],
    ['a code with a space inside', good.replace('MJG', ' MJG'), 'bad code uscc.space'],
    ['a code that lost its digits', good.replace(codeA, '5.24110E+17'), 'bad code register.code.asNumber'],
    ['a pilot code', good.replace(codeA, '52411025M000123459'), 'bad code uscc.pilot'],
    ['a failed formula', good.replace('李秀兰', '#REF!'), 'bad person register.cellError'],
    ['a control character', good.replace('李秀兰', '李\u0007兰'), 'bad person register.text.control'],
    [
      'a month without a day',
      good.replace('2019-03-05', '2019年3月'),
      'bad founded register.date.incomplete',
    ],
    ['a date of another country', good.replace('2019-03-05', '3/5/2019'), 'bad founded register.date.format'],
    ['a telephone that is none', good.replace('13800001000', '12345'), 'warn phone register.phone.format'],
    ['nobody in charge', good.replace('李秀兰', '—'), 'warn person register.person.missing'],
    ['a very short name', good.replace('襄城县阳光服务中心', '阳光'), 'bad name register.name.short'],
    ['letters in its name', good.replace('阳光', 'Sun'), 'warn name register.name.characters'],
    ['a term that ends first', good.replace('2026-12-31', '2025-12-31'), 'bad joined register.ends.before'],
    ['an end without a beginning', good.replace('2026-01-01', ''), 'warn joined register.ends.alone'],
    ['an end that is no date', good.replace('2026-12-31', '一年'), 'bad joined register.ends.format'],
    [
      'a day of joining to come',
      good.replace('2026-01-01', '2026-12-01'),
      'warn joined register.joined.future',
    ],
    ['a name as long as a book', good.replace('阳光', '阳'.repeat(100_000)), 'bad name register.text.long'],
  ])('with %s says so first', (_, line, finding) => {
    expect(found(line)[0]).toBe(finding);
  });

  it('founded today is good', () => {
    expect(found(good.replace('2019-03-05', today))).toEqual([]);
  });

  it('explains its verdict by the worst finding', () => {
    const row = rowOf(good.replace('13800001000', '').replace('2019-03-05', '2019-02-30'));
    expect(row.findings.map((one) => one.verdict)).toEqual(['bad', 'warn']);
    expect(row.findings[0]?.field).toBe('founded');
  });
});

describe('what is there twice', () => {
  it('is told with the row that has it first: codes, names, record numbers', () => {
    const recorded = '巧手编织社团队||备案|备 1 号||张伟|13800001000||';
    const reading = read(
      gridOf(
        header,
        good,
        good.replace('阳光', '月光'),
        good.replace(codeA, codeB),
        recorded,
        recorded.replace('巧手', '妙手').replace('备 1 号', '备1号'),
      ),
    );
    expect(reading.rows.map((row) => row.findings.map((one) => [one.code, one.params?.row]))).toEqual([
      [],
      [['register.code.twice', 2]],
      [['register.name.twice', 2]],
      [],
      [['register.record.twice', 5]],
    ]);
  });

  it('is told when the center has it already', () => {
    expect(found(good, { ...nothing, codes: new Set([codeA]) })).toEqual(['bad code register.code.known']);
    expect(found(good, { ...nothing, names: new Set(['襄城县阳光服务中心']) })).toEqual([
      'bad name register.name.known',
    ]);
  });
});

describe('telephones', () => {
  it.each([
    ['138 0000 1000', '13800001000'],
    ['138-0000-1000', '13800001000'],
    ['+86 13800001000', '13800001000'],
    ['１３８００００１０００', '13800001000'],
    ['0374-2560001', '0374-2560001'],
    ['（0374）2560001', '0374-2560001'],
    ['0374—2560001', '0374-2560001'],
    ['13800001000/0374-2560001', '13800001000'],
    ['无；', null],
    ['2560001', null],
  ])('written %s are kept as %s', (text, phone) => {
    expect(rowOf(good.replace('13800001000', text)).values.phone).toBe(phone);
  });

  it('that are numbers get back the zero of their area code', () => {
    const grid: Grid = {
      form: 'xlsx',
      sheets: [
        {
          ...sheetOf('台账', ['组织名称|电话']),
          rows: [
            ...sheetOf('台账', ['组织名称|电话']).rows,
            { number: 2, cells: [{ text: '阳光服务中心' }, { text: '3742560001', number: 3742560001 }] },
          ],
        },
      ],
    };
    expect(read(grid).rows[0]?.values.phone).toBe('03742560001');
  });
});
