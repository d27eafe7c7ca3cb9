import { type Calendar, daysBetween, dueDate, localDate, workingDaysBetween } from '../calendar.ts';
import type { Settings } from '../settings.ts';
import { type Deadline, deadline } from './deadlines.ts';

/** A notice that an objection stopped runs on for at least so many days once it is answered. */
const atLeastDays = 2;

/** What is left of a notice when an objection stops its clock, in the notice's own unit (working or calendar days). */
export function daysLeftOfNotice(calendar: Calendar, notice: Deadline | undefined, at: string): number {
  if (notice === undefined) return atLeastDays;
  const today = localDate(at, calendar);
  const last = dueDate(notice.due, calendar);
  const left = notice.unit === 'd' ? daysBetween(today, last) : workingDaysBetween(calendar, today, last);
  return Math.max(atLeastDays, left);
}

/** When a notice that begins (or goes on) now ends, `days` in the unit that the program counts notices in. */
export const noticeDeadline = (
  now: { readonly calendar: Calendar; readonly at: string },
  settings: Settings,
  days: number,
): Deadline => deadline(now.calendar, now.at, days, settings.noticeInCalendarDays ? 'd' : 'wd');
