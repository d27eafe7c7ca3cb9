import chineseDays from 'chinese-days';
import type { CalendarDay } from './calendar.ts';

/** A holiday, or a weekend that is worked to make up for one, with the name of the holiday in Chinese. */
export interface ShippedCalendarDay extends CalendarDay {
  readonly note: string;
}

const FIRST_YEAR_ASKED = 2000;
const LAST_YEAR_ASKED = 2100;
const MS_PER_DAY = 86_400_000;

/**
 * The years for which the package holds the State Council's holiday notice (国务院办公厅节假日安排).
 * For any other year it answers by the weekday without saying so; a year is held when it can *name* both
 * its New Year's Day and its National Day, which come from the notice alone.
 */
export function shippedYears(): number[] {
  const years: number[] = [];
  for (let year = FIRST_YEAR_ASKED; year <= LAST_YEAR_ASKED; year += 1) {
    if (holidayNamed(`${year}-01-01`) && holidayNamed(`${year}-10-01`)) years.push(year);
  }
  return years;
}

/** Every day of those years that the notice names: holidays (their weekends too) and make-up working days. */
export function shippedCalendarDays(): ShippedCalendarDay[] {
  return shippedYears().flatMap(daysOfYear);
}

function daysOfYear(year: number): ShippedCalendarDay[] {
  const days: ShippedCalendarDay[] = [];
  const end = Date.UTC(year + 1, 0, 1);
  for (let time = Date.UTC(year, 0, 1); time < end; time += MS_PER_DAY) {
    const date = new Date(time).toISOString().slice(0, 10);
    const holiday = holidayNamed(date);
    if (!holiday) continue;
    const isWorkingDay = chineseDays.isWorkday(date);
    days.push({ date, isWorkingDay, note: isWorkingDay ? `${holiday}调休上班` : `${holiday}放假` });
  }
  return days;
}

/** The package names a day of the notice "National Day,国庆节,3" and any other day by its weekday, "Thursday". */
function holidayNamed(date: string): string | undefined {
  return chineseDays.getDayDetail(date).name.split(',')[1];
}
