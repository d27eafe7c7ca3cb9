const oneDay = 86_400_000;

/** What the system does by itself and leaves a date of. */
export type Chore = 'checkpoint' | 'backup' | 'drill' | 'check';

/** How many days old the date of each may become before it is red: a backup is made every hour, the others once a day. */
export const mostDays: Readonly<Record<Chore, number>> = {
  checkpoint: 2,
  backup: 1,
  drill: 7,
  check: 2,
};

/** The whole days since a chore was done, where that is too long ago; null where it is not, or where it never was. */
export function daysLate(chore: Chore, at: string | null, now: string): number | null {
  if (at === null) return null;
  const days = (Date.parse(now) - Date.parse(at)) / oneDay;
  return days < mostDays[chore] ? null : Math.floor(days);
}
