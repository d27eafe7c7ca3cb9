import {
  addDays,
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  localDate,
  startOfDay,
} from '#app/domain/calendar.ts';

const minute = 60_000;
/** The office is open from nine to half past five. */
const opensAt = 9 * 60;
const closesAt = 17 * 60 + 30;
const lastTurn = 8 * 60;

/** Turns days of the center into instants in working hours, seen from the moment at which the demo is made. */
export interface Days {
  readonly calendar: Calendar;
  /** The last working day that is over: what the stories call their last day. */
  readonly lastDay: string;
  /** The end of its working hours: nobody acts after it. */
  readonly end: string;
  /** So many working days before the last day. */
  readonly workingDaysAgo: (n: number) => string;
  /** So many calendar days before the last day, or the working day before that. */
  readonly daysAgo: (n: number) => string;
  readonly onOrBefore: (date: string) => string;
  readonly plus: (date: string, workingDays: number) => string;
  /** An instant in working hours of a date; `turn` chooses the minute. */
  readonly hour: (date: string, turn: number) => string;
  readonly dateOf: (instant: string) => string;
}

/** The days of a center, seen from `now` (ISO instant). */
export function daysOf(calendar: Calendar, now: string): Days {
  const at = (date: string, minutes: number) =>
    new Date(Date.parse(startOfDay(date, calendar)) + minutes * minute).toISOString();
  const onOrBefore = (date: string): string =>
    isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1);
  const today = localDate(now, calendar);
  const isOver = at(today, closesAt) <= now;
  const lastDay = onOrBefore(isOver ? today : addDays(today, -1));
  return {
    calendar,
    lastDay,
    end: at(lastDay, closesAt),
    workingDaysAgo: (n) => addWorkingDays(calendar, lastDay, -n),
    daysAgo: (n) => onOrBefore(addDays(lastDay, -n)),
    onOrBefore,
    plus: (date, workingDays) => addWorkingDays(calendar, date, workingDays),
    hour: (date, turn) => at(date, opensAt + (Math.abs(turn * 97) % lastTurn)),
    dateOf: (instant) => localDate(instant, calendar),
  };
}
