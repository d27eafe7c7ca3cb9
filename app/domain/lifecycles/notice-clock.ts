import { type Calendar, daysBetween, dueDate, localDate, workingDaysBetween } from '../calendar.ts';
import type { Deadline } from './deadlines.ts';

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
