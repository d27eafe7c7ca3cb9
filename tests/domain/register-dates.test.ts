import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '#app/domain/register/dates.ts';
import { type Cell, dateOfSerial } from '#app/domain/register/grid.ts';

const answer = (cell: Cell) => {
  const result = readDate(cell);
  return result.ok ? result.value : result.refusals[0]?.code;
};

describe('a date', () => {
  it.each([
    '2019-03-05',
    '2019-3-5',
    '2019/3/5',
    '2019/03/05',
    '2019.3.5',
    '2019．3．5',
    '20190305',
    '2019年3月5日',
    '2019年03月05号',
    '2019 年 3 月 5 日',
    '２０１９年３月５日',
    '二〇一九年三月五日',
    '二零一九年三月五日',
    '二○一九年三月五日',
    '2019-03-05 00:00:00',
    '2019/3/5 0:00',
    '2019-03-05T08:30:00.000Z',
    '2019年3月5日星期二',
    '43529',
    '43529.0',
  ])('may be written %s', (text) => {
    expect(answer({ text })).toBe('2019-03-05');
  });

  it.each([
    ['二〇二〇年十月十日', '2020-10-10'],
    ['二〇二〇年十二月三十一日', '2020-12-31'],
    ['二〇二〇年十一月廿一日', '2020-11-21'],
    ['一九九九年一月二十日', '1999-01-20'],
  ])('may be written %s', (text, date) => {
    expect(answer({ text })).toBe(date);
  });

  it('is taken from the spreadsheet where that knows it', () => {
    expect(answer({ text: 'whatever', number: 43529, date: '2019-03-05' })).toBe('2019-03-05');
    expect(answer({ text: '43529', number: 43529 })).toBe('2019-03-05');
    expect(answer({ text: '20190305', number: 20190305 })).toBe('2019-03-05');
  });

  it.each([
    ['2020-02-30', 'register.date.noSuchDay'],
    ['2019-13-01', 'register.date.noSuchDay'],
    ['20190230', 'register.date.noSuchDay'],
    ['二〇二〇年二月三十日', 'register.date.noSuchDay'],
    ['二〇二〇年二月三一日', 'register.date.noSuchDay'],
    ['2019年3月', 'register.date.incomplete'],
    ['2019.3', 'register.date.incomplete'],
    ['2019', 'register.date.incomplete'],
    ['二〇一九年三月', 'register.date.incomplete'],
    ['3/5/2019', 'register.date.format'],
    ['19.3.5', 'register.date.format'],
    ['去年', 'register.date.format'],
    ['1', 'register.date.format'],
    ['9'.repeat(100_000), 'register.date.format'],
  ])('is refused as %.20s: %s', (text, code) => {
    expect(answer({ text })).toBe(code);
  });

  it('comes out the same from every spelling', () => {
    const days = fc.date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-').map(Number);
        for (const text of [
          iso,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          iso.replaceAll('-', ''),
          `${y}年${m}月${d}日`,
        ]) {
          expect(answer({ text })).toBe(iso);
        }
      }),
    );
  });

  it('counts days as spreadsheets do, in both of their systems', () => {
    expect(dateOfSerial(61)).toBe('1900-03-01');
    expect(dateOfSerial(42005.75)).toBe('2015-01-01');
    expect(dateOfSerial(40543, true)).toBe('2015-01-01');
    expect(dateOfSerial(-1)).toBeUndefined();
    expect(dateOfSerial(Number.NaN)).toBeUndefined();
    expect(dateOfSerial(1e9)).toBeUndefined();
  });
});
