import {
  type Calendar,
  calendarOf,
  deadlineAfterDays,
  deadlineAfterMonths,
  deadlineAfterWorkingDays,
  endOfDay,
} from '../calendar.ts';

/** `wd` working days, `d` calendar days, `m` months, `fixed` a moment named by somebody. */
export type DeadlineUnit = 'wd' | 'd' | 'm' | 'fixed';

/** A deadline and how it came about, so that a change of the calendar can compute it anew. */
export interface Deadline {
  /** ISO instant: the end (24:00, center's time) of the last day. */
  readonly due: string;
  readonly from: string;
  readonly length: number;
  readonly unit: DeadlineUnit;
  /** Already past when the record came in by import: shown as due now, never fired. */
  readonly held?: boolean;
}

export type Deadlines = Readonly<Record<string, Deadline | undefined>>;

/** The deadline `length` units after `from`. Day 0 is not counted. */
export function deadline(calendar: Calendar, from: string, length: number, unit: DeadlineUnit): Deadline {
  return { due: dueAt(calendar, from, length, unit), from, length, unit };
}

/** A deadline at a moment that somebody named. */
export const fixedDeadline = (due: string, from: string): Deadline => ({
  due,
  from,
  length: 0,
  unit: 'fixed',
});

function dueAt(calendar: Calendar, from: string, length: number, unit: DeadlineUnit): string {
  // A clock that starts when another ran out starts on that day: 24:00 belongs to the day it ends.
  const start = new Date(Date.parse(from) - 1).toISOString();
  switch (unit) {
    case 'wd':
      return deadlineAfterWorkingDays(calendar, start, length);
    case 'd':
      return deadlineAfterDays(calendar, start, length);
    case 'm':
      return deadlineAfterMonths(calendar, start, length);
    case 'fixed':
      return from;
  }
}

/** The same deadlines under another calendar: what a director's edit of the working days changes. */
export function recomputed(deadlines: Deadlines, calendar: Calendar): Deadlines {
  return Object.fromEntries(
    Object.entries(deadlines).map(([name, d]) =>
      d === undefined || d.unit === 'fixed'
        ? [name, d]
        : [name, deadline(calendar, d.from, d.length, d.unit)],
    ),
  );
}

/** By when somebody is waited for: an ISO instant, also one that is past; null where it presses nobody. */
export function dueOf(
  wait: { readonly deadline?: string; readonly overdueSince?: string },
  deadlines: Deadlines,
): string | null {
  if (wait.overdueSince !== undefined) return endOfDay(wait.overdueSince, everyCalendar);
  return (wait.deadline === undefined ? undefined : deadlines[wait.deadline]?.due) ?? null;
}

/** When a day ends does not depend on which days are worked on. */
const everyCalendar = calendarOf([]);

interface Timed {
  readonly deadlines: Deadlines;
  readonly late: readonly string[];
}

/** Deadlines set (or, with undefined, struck) by name; a deadline set anew is not late any more. */
export function settingDeadlines(context: Timed, changes: Deadlines): Timed {
  const deadlines: Record<string, Deadline> = {};
  for (const [name, value] of Object.entries({ ...context.deadlines, ...changes })) {
    if (value !== undefined) deadlines[name] = value;
  }
  return { deadlines, late: context.late.filter((name) => !(name in changes)) };
}
