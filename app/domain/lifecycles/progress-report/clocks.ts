import { addDays, type Calendar, endOfDay, startOfDay } from '../../calendar.ts';
import { type Deadline, type Deadlines, fixedDeadline } from '../deadlines.ts';
import type { Period } from './periods.ts';

/** The timers of a report's period; those that remind move nothing. */
export const periodClocks = ['periodEnd', 'due', 'remindWeekBefore', 'remindDayBefore'] as const;
export const overdueReminders = ['remindDayAfter', 'remindFifthDay'] as const;

const nineHours = 9 * 3_600_000;

/** Reminders come in the morning. */
const morningOf = (date: string, calendar: Calendar, at: string): Deadline =>
  fixedDeadline(new Date(Date.parse(startOfDay(date, calendar)) + nineHours).toISOString(), at);

/** The clocks of a report until it is due. A reminder that would lie in the past, or before the period's end, is left out. */
export function clocksUntilDue(
  calendar: Calendar,
  at: string,
  period: Period,
  dueOn: string,
): Record<(typeof periodClocks)[number], Deadline | undefined> {
  const opens = endOfDay(period.to, calendar);
  const reminder = (daysBefore: number) => {
    const set = morningOf(addDays(dueOn, -daysBefore), calendar, at);
    return set.due > opens && set.due > at ? set : undefined;
  };
  return {
    periodEnd: fixedDeadline(opens, at),
    due: fixedDeadline(endOfDay(dueOn, calendar), at),
    remindWeekBefore: reminder(7),
    remindDayBefore: reminder(1),
  };
}

/** The reminders once a report is overdue, on the first and the fifth day after `lastDay`. */
export const clocksOnceOverdue = (calendar: Calendar, at: string, lastDay: string): Deadlines => ({
  remindDayAfter: morningOf(addDays(lastDay, 1), calendar, at),
  remindFifthDay: morningOf(addDays(lastDay, 5), calendar, at),
});
