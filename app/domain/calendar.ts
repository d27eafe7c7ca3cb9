/**
 * Dates, working days and deadlines of a center.
 *
 * A date is 'YYYY-MM-DD' in the center's time zone, an instant is an ISO UTC string with milliseconds.
 * Day 0 is not counted, and a deadline is the end (24:00, center's time zone) of the Nth day; that is the
 * instant at which the next day begins, so a thing is in time when it comes *before* that instant.
 * Dates handed in are real dates (`isRealDate`); anything else is a programmer's mistake and throws.
 */

const MS_PER_DAY = 86_400_000;
const THURSDAY = 4; // the weekday of 1970-01-01, Sunday being 0

export type CenterTimeZone = 'Asia/Shanghai';

/** The days that a center knows: the holidays and the make-up working weekends (调休) of some years. */
export interface Calendar {
  /** 'YYYY-MM-DD' → is it a working day; the exceptions suffice, every other day goes by its weekday. */
  readonly days: ReadonlyMap<string, boolean>;
  /** The years whose holiday table has been read; any other year counts Monday to Friday. */
  readonly knownYears: ReadonlySet<number>;
  readonly timeZone: CenterTimeZone;
}

/** One row of the holiday table. */
export interface CalendarDay {
  readonly date: string;
  readonly isWorkingDay: boolean;
}

/** A calendar from the rows of the holiday table; without `knownYears`, each year that has a row is known. */
export function calendarOf(days: Iterable<CalendarDay>, knownYears?: Iterable<number>): Calendar {
  const map = new Map<string, boolean>();
  for (const day of days) map.set(day.date, day.isWorkingDay);
  const years = knownYears ?? [...map.keys()].map(yearOf);
  return { days: map, knownYears: new Set(years), timeZone: 'Asia/Shanghai' };
}

/** Whether a text is a day that exists, as 'YYYY-MM-DD' and nothing else around it. */
export function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The date `n` days later, or earlier when `n` is negative. */
export function addDays(date: string, n: number): string {
  return dateOfDayNumber(dayNumber(date) + wholeNumber(n));
}

/** The same day `n` months later; a day that the month lacks becomes its last one (31 January + 1 = 28 February). */
export function addMonths(date: string, n: number): string {
  const day = new Date(dayNumber(date) * MS_PER_DAY);
  const firstOfMonth = new Date(day);
  firstOfMonth.setUTCDate(1);
  firstOfMonth.setUTCMonth(firstOfMonth.getUTCMonth() + wholeNumber(n));
  const lastOfMonth = new Date(firstOfMonth);
  lastOfMonth.setUTCMonth(lastOfMonth.getUTCMonth() + 1, 0);
  firstOfMonth.setUTCDate(Math.min(day.getUTCDate(), lastOfMonth.getUTCDate()));
  return dateOfDayNumber(firstOfMonth.getTime() / MS_PER_DAY);
}

/** Days from `a` to `b`; negative when `b` is the earlier one. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a);
}

/** What the table says of the day; where it says nothing, Monday to Friday. */
export function isWorkingDay(cal: Calendar, date: string): boolean {
  const listed = cal.days.get(date);
  if (listed !== undefined) return listed;
  const weekday = (((dayNumber(date) + THURSDAY) % 7) + 7) % 7;
  return weekday >= 1 && weekday <= 5;
}

/** The `n`th working day after `date`, which is not counted itself; before it when `n` is negative; 0 is `date`. */
export function addWorkingDays(cal: Calendar, date: string, n: number): string {
  const step = Math.sign(wholeNumber(n));
  let left = Math.abs(n);
  let day = date;
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkingDay(cal, day)) left -= 1;
  }
  return day;
}

/** Working days after `from`, up to and including `to`; the other way round, the same number below zero. */
export function workingDaysBetween(cal: Calendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(cal, to, from) || 0;
  let count = 0;
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) {
    if (isWorkingDay(cal, dateOfDayNumber(day))) count += 1;
  }
  return count;
}

/** The years between two dates, both included, whose holiday table is missing: say so beside what was counted. */
export function missingYears(cal: Calendar, fromDate: string, toDate: string): number[] {
  const [first, last] = fromDate <= toDate ? [fromDate, toDate] : [toDate, fromDate];
  const missing: number[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (!cal.knownYears.has(year)) missing.push(year);
  }
  return missing;
}

/** The date that it is at the center at an instant. */
export function localDate(instant: string, cal: Calendar): string {
  const time = timeOf(instant);
  return dateOfDayNumber(Math.floor((time + offsetAt(time, cal.timeZone)) / MS_PER_DAY));
}

const beginnings = new Map<string, string>();
/** More days than anybody counts with in one year. */
const MOST_BEGINNINGS = 4000;

/** The instant at which a date begins at the center. Asked for again and again of the same days, so it is remembered. */
export function startOfDay(date: string, cal: Calendar): string {
  const key = `${cal.timeZone} ${date}`;
  const known = beginnings.get(key);
  if (known !== undefined) return known;
  const begins = beginningOf(date, cal);
  if (beginnings.size >= MOST_BEGINNINGS) beginnings.clear();
  beginnings.set(key, begins);
  return begins;
}

function beginningOf(date: string, cal: Calendar): string {
  const midnight = dayNumber(date) * MS_PER_DAY;
  const near = midnight - offsetAt(midnight, cal.timeZone);
  // The offset is asked again nearer to the day's beginning, since clocks may have moved in between.
  return new Date(midnight - offsetAt(near, cal.timeZone)).toISOString();
}

/** 24:00 of a date at the center: the instant at which the next date begins. */
export function endOfDay(date: string, cal: Calendar): string {
  return startOfDay(addDays(date, 1), cal);
}

/** 24:00 of the `n`th working day after the day of `fromInstant`. */
export function deadlineAfterWorkingDays(cal: Calendar, fromInstant: string, n: number): string {
  return endOfDay(addWorkingDays(cal, localDate(fromInstant, cal), n), cal);
}

/** 24:00 of the `n`th calendar day after the day of `fromInstant`. */
export function deadlineAfterDays(cal: Calendar, fromInstant: string, n: number): string {
  return endOfDay(addDays(localDate(fromInstant, cal), n), cal);
}

/** 24:00 of the same day `n` months after the day of `fromInstant`, within the month (`addMonths`). */
export function deadlineAfterMonths(cal: Calendar, fromInstant: string, n: number): string {
  return endOfDay(addMonths(localDate(fromInstant, cal), n), cal);
}

/** The last date on which a deadline can be kept, as a page should print it: its 24:00 is the date before. */
export function dueDate(deadline: string, cal: Calendar): string {
  return localDate(new Date(timeOf(deadline) - 1).toISOString(), cal);
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Days since 1970-01-01. */
function dayNumber(date: string): number {
  if (!isRealDate(date)) throw new RangeError(`not a date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

function dateOfDayNumber(day: number): string {
  const text = new Date(day * MS_PER_DAY).toISOString();
  if (!/^\d{4}-/.test(text)) throw new RangeError(`beyond the calendar: ${text}`);
  return text.slice(0, 10);
}

function timeOf(instant: string): number {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${instant}`);
  return time;
}

function wholeNumber(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`);
  return n;
}

const wallClocks = new Map<CenterTimeZone, Intl.DateTimeFormat>();

/** Milliseconds by which the wall clock of a zone is ahead of UTC at a time; nothing else knows of time zones. */
function offsetAt(time: number, timeZone: CenterTimeZone): number {
  let clock = wallClocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    wallClocks.set(timeZone, clock);
  }
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clock.formatToParts(time)) part[type] = Number(value);
  const wall = new Date(0);
  wall.setUTCFullYear(part.year ?? 0, (part.month ?? 1) - 1, part.day ?? 1);
  wall.setUTCHours(part.hour ?? 0, part.minute ?? 0, part.second ?? 0);
  return wall.getTime() - Math.floor(time / 1000) * 1000;
}
