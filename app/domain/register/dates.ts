import { isRealDate } from '../calendar.ts';
import { done, type Result, refusal, refused } from '../refusal.ts';
import { type Cell, dateOfSerial } from './grid.ts';

const DIGITS = '〇一二三四五六七八九';
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 80_000;
const LONGEST = 40;

/**
 * The date of a cell in any of the spellings that offices use: a date of the spreadsheet, its day number,
 * 2019-03-05, 2019/3/5, 2019.3.5, 20190305, 2019年3月5日, 二〇一九年三月五日, each with or without a time behind.
 * Refuses a day that never was, a month without a day, and whatever cannot be read.
 */
export function readDate(cell: Cell): Result<string> {
  if (cell.date !== undefined) return done(cell.date);
  const text = plain(cell.text);
  const written = text.slice(0, LONGEST);
  if (text.length > LONGEST) return refused(refusal('register.date.format', { text: written }));
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) {
    const date = dateOfSerial(serial);
    if (date !== undefined) return done(date);
  }
  const parts = numbersOf(text) ?? chineseNumbersOf(text);
  if (!parts) return refused(refusal('register.date.format', { text: written }));
  const [year, month, day] = parts;
  if (day === undefined) return refused(refusal('register.date.incomplete', { text: written }));
  const date = `${year}-${pad(month ?? '')}-${pad(day)}`;
  return isRealDate(date) ? done(date) : refused(refusal('register.date.noSuchDay', { text: written }));
}

/** Half-width, without spaces, a time of day or a weekday. */
const plain = (text: string): string =>
  text
    .slice(0, 100)
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]\s*\d{1,2}:\d\d(:\d\d)?(\.\d+)?Z?$/, '')
    .replace(/\s/g, '')
    .replace(/\(?(星期|周)[一二三四五六日天]\)?$/, '');

type Parts = readonly [string, string?, string?];

function numbersOf(text: string): Parts | undefined {
  const packed = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  const found =
    packed ??
    /^(\d{4})[-/.年、‐-―](\d{1,2})[-/.月、‐-―](\d{1,2})[日号]?$/.exec(text) ??
    /^(\d{4})[-/.年、‐-―](\d{1,2})月?份?$/.exec(text) ??
    /^(\d{4})年?$/.exec(text);
  return found ? [found[1] ?? '', found[2], found[3]] : undefined;
}

function chineseNumbersOf(text: string): Parts | undefined {
  const found =
    /^([〇零○O0一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十廿卅]{1,3})[日号]?)?)?$/.exec(
      text,
    );
  if (!found) return undefined;
  const year = [...(found[1] ?? '')].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join('');
  return [year, countOf(found[2]), countOf(found[3])];
}

/** 三 → 3, 十一 → 11, 三十一 or 卅一 → 31; a count that cannot be becomes 0, which no calendar has. */
function countOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plainTens = text.replace(/^廿/, '二十').replace(/^卅/, '三十');
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plainTens);
  if (!found || (!found[2] && found[1] && found[3])) return '0';
  const [, first, ten, last] = found;
  const tens = ten ? (first ? DIGITS.indexOf(first) : 1) : 0;
  const ones = last ? DIGITS.indexOf(last) : !ten && first ? DIGITS.indexOf(first) : 0;
  return String(tens * 10 + ones);
}

const pad = (number: string): string => number.padStart(2, '0');
