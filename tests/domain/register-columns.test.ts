import { describe, expect, it } from 'vitest';
import type { Grid } from '#app/domain/register/index.ts';
import { codeA, good, gridOf, header, read, refusalOf, sheetOf } from './register-lines.ts';

describe('the headings of a register', () => {
  it.each([
    ['机构全称|社会信用代码/备案号|类别|成立时间|法定代表人（负责人）|联系电话（手机）|进驻时间', 7],
    ['*社会组织名称：|统一社会信用代码证号|组织类型|登记成立时间|法人姓名|手机号码|入壳日期', 7],
    ['单位名称|信用代码|性质|注册日期|主要负责人|联系方式|孵化开始时间|孵化期满', 8],
    ['name|USCC|type|founded on|lead|phone|joined on|ends on', 8],
  ])('are known as %s', (line, count) => {
    expect(Object.keys(read(gridOf(line)).fields)).toHaveLength(count);
  });

  it('may stand in any order under a title and notes', () => {
    const reading = read(
      gridOf(
        '2026年社会组织台账',
        '填报单位：城关街道|||填报日期：11月',
        '电话|序号|组织名称',
        '13800001000|1|阳光服务中心',
      ),
    );
    expect(reading.headerRow).toBe(3);
    expect(reading.fields).toEqual({ phone: 0, name: 2 });
    expect(reading.rows[0]?.values).toMatchObject({ name: '阳光服务中心', phone: '13800001000' });
  });

  it('may take two rows', () => {
    const reading = read(
      gridOf('组织名称|类别|负责人||备注', '||姓名|联系电话|', '阳光服务中心|民非|李秀兰|13800001000|'),
    );
    expect(reading.fields).toEqual({ name: 0, type: 1, person: 2, phone: 3 });
    expect(reading.unknownColumns).toEqual(['备注']);
    expect(reading.rows.map((row) => row.row)).toEqual([3]);
  });

  it('do not take the columns of others for those of the organization', () => {
    const reading = read(
      gridOf('业务主管单位名称|组织名称|登记管理机关|证书有效期|党组织负责人|开户银行|电话'),
    );
    expect(reading.fields).toEqual({ name: 1, phone: 6 });
  });

  it('go to the better of two columns, and name the other', () => {
    const reading = read(gridOf('联系人|类别|组织名称|登记类型|法定代表人'));
    expect(reading.fields).toEqual({ name: 2, type: 3, person: 4 });
    expect(reading.unknownColumns).toEqual(['联系人', '类别']);
  });

  it('are looked for on every sheet, shown ones first', () => {
    const lines = [header, good];
    const grid: Grid = {
      form: 'xlsx',
      sheets: [sheetOf('说明', ['1. 填表说明']), sheetOf('旧', lines, true), sheetOf('台账', lines)],
    };
    expect(read(grid).sheet).toBe('台账');
  });

  it('are missed where there are none, and can then be named', () => {
    const grid = gridOf('甲|乙|丙', `阳光服务中心|${codeA}|13800001000`);
    expect(refusalOf(grid)).toBe('register.noHeader');
    const reading = read(grid, { mapping: { 0: 'name', 1: 'code', 2: 'phone' } });
    expect(reading.headerRow).toBe(1);
    expect(reading.rows[0]?.values).toMatchObject({
      name: '阳光服务中心',
      uscc: codeA,
      phone: '13800001000',
    });
  });

  it('need a name among them, which a person can point out', () => {
    const grid = gridOf('孵化对象|信用代码|电话', `阳光服务中心|${codeA}|13800001000`);
    expect(refusalOf(grid)).toBe('register.noNameColumn');
    expect(read(grid, { mapping: { 0: 'name' } }).rows[0]?.values.name).toBe('阳光服务中心');
  });

  it('can be taken back where the guess was wrong', () => {
    const reading = read(gridOf('组织名称|电话|手机'), { mapping: { 1: 'ignore' } });
    expect(reading.fields).toEqual({ name: 0, phone: 2 });
    expect(reading.unknownColumns).toEqual(['电话']);
  });
});

describe('rows that are no organizations', () => {
  it('are left out: groups, totals, notes, headings again, numbers waiting for rows', () => {
    const reading = read(
      gridOf(
        `序号|${header}`,
        '一、正式登记',
        `1|${good}`,
        '|二、备案组织（0家）',
        `序号|${header}`,
        '2',
        '合 计|1',
        '填表人：张伟||||审核人：李娜',
      ),
    );
    expect(reading.rows.map((row) => row.row)).toEqual([3]);
    expect(reading.skipped.map((row) => row.why)).toEqual([
      'section',
      'section',
      'header',
      'section',
      'total',
      'note',
    ]);
  });

  it('are not mistaken for them: a row with a name alone is checked', () => {
    expect(read(gridOf(header, '襄城县阳光服务中心')).rows[0]?.verdict).toBe('bad');
  });
});
