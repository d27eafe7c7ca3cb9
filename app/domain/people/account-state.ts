import { calendarOf, localDate } from '../calendar.ts';

const wallClock = calendarOf([]);

/** Unused for so long, an account is on the administrator's list of those to look at. */
export const UNUSED_DAYS = 90;

/** Whether nobody may sign in to an account at an instant: it was closed, or its last day (ISO date) is over. */
export const isShut = (
  person: { readonly disabled_at: string | null; readonly expires_on: string | null },
  now: string,
): boolean =>
  person.disabled_at !== null ||
  (person.expires_on !== null && localDate(now, wallClock) > person.expires_on);
