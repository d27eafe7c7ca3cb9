import { calendarOf, localDate } from '../calendar.ts';

/** How many backups are kept: the newest of each of so many hours, days and months that have one (RPO one hour). */
export const keptOf = { hours: 24, days: 14, months: 12 } as const;

/** How old the newest backup may be before another one is due, in milliseconds. */
export const backupEveryMs = 3_600_000;
/** A restore is tried once a day; when its date is red, `lagging.ts` says. */
export const drillEveryMs = 86_400_000;

/** The folder of a backup that was begun at an instant: `2026-11-24T01-00-00.000Z`; names sort by time. */
export const backupName = (at: string): string => at.replaceAll(':', '-');

/** The instant that a folder's name says; null for a folder that is none of ours. */
export function instantOfName(name: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)$/.exec(name);
  if (parts === null) return null;
  const instant = `${parts[1]}:${parts[2]}:${parts[3]}`;
  return Number.isNaN(Date.parse(instant)) ? null : instant;
}

/**
 * Which of these backups (instants, ISO) are kept: the newest of each of the last 24 hours, 14 days and 12 months that have
 * one, days and months being the center's. The newest is always kept. In order, the oldest first.
 */
export function keptBackups(instants: readonly string[]): readonly string[] {
  const newestFirst = [...new Set(instants)].sort().reverse();
  const kept = new Set<string>();
  const keepNewestOf = (most: number, bucketOf: (instant: string) => string) => {
    const seen = new Set<string>();
    for (const instant of newestFirst) {
      const bucket = bucketOf(instant);
      if (seen.has(bucket)) continue;
      if (seen.size === most) return;
      seen.add(bucket);
      kept.add(instant);
    }
  };
  const calendar = calendarOf([]);
  keepNewestOf(keptOf.hours, (instant) => instant.slice(0, 13));
  keepNewestOf(keptOf.days, (instant) => localDate(instant, calendar));
  keepNewestOf(keptOf.months, (instant) => localDate(instant, calendar).slice(0, 7));
  return newestFirst.filter((instant) => kept.has(instant)).reverse();
}

/** Whether another backup is due: the newest is an hour old, there is none, or the clock was set back past it. */
export const isBackupDue = (newest: string | null, now: string): boolean =>
  newest === null || Math.abs(Date.parse(now) - Date.parse(newest)) >= backupEveryMs;

/** Whether a restore is to be tried again: a day has passed, or it never was. */
export const isDrillDue = (last: string | null, now: string): boolean =>
  last === null || Math.abs(Date.parse(now) - Date.parse(last)) >= drillEveryMs;

/**
 * Whether what is done at night is due: between one and five o'clock at the center when the last time was not this night,
 * else when a day and a half went by without it.
 */
export function isNightlyDue(last: string | null, now: string): boolean {
  if (last === null) return true;
  const since = Math.abs(Date.parse(now) - Date.parse(last));
  const localHour = new Date(Date.parse(now) + centerOffsetMs).getUTCHours();
  return since >= 36 * 3_600_000 || (localHour >= 1 && localHour < 5 && since >= 12 * 3_600_000);
}

/** China has one time zone and no summer time. */
const centerOffsetMs = 8 * 3_600_000;
