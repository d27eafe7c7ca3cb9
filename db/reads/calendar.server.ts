import { type Calendar, calendarOf } from '#app/domain/calendar.ts';
import type { Connection } from '../connection.server.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';

interface Known {
  readonly version: string;
  readonly calendar: Calendar;
}
const known = new Map<string, Known>();
/** A process that serves more centers than this forgets, and reads again: a calendar holds some hundred kilobytes. */
const MOST_KNOWN = 100;

/**
 * The working days of a center, as its director keeps them. Some eight hundred rows, read again only when one of them was
 * written since: the version beside them is drawn anew in the transaction that changes them (migration 0015), and one
 * that was undone never comes again, so a transaction may remember what it read too.
 */
export async function calendarOfCenter(db: Connection, centerId: string): Promise<Calendar> {
  // asked before the rows are: what is read later is never older than its version says
  const version = await versionOf(db, centerId);
  if (version === undefined) return readCalendar(db, centerId);
  const found = known.get(centerId);
  if (found?.version === version) return found.calendar;
  const calendar = await readCalendar(db, centerId);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(centerId, { version, calendar });
  return calendar;
}

/** The version of a center's calendar; undefined where nobody has kept one yet. */
async function versionOf(db: Connection, centerId: string): Promise<string | undefined> {
  return (await firstOf(versions(db, { centerId })))?.version;
}

const versions = hotQuery((db, { centerId }: { readonly centerId: string }) =>
  db.selectFrom('calendar_version').select('version').where('center_id', '=', centerId),
);

async function readCalendar(db: Connection, centerId: string): Promise<Calendar> {
  const days = await db
    .selectFrom('calendar_day')
    .select(['date', 'is_working_day', 'note'])
    .where('center_id', '=', centerId)
    .execute();
  const years = await db
    .selectFrom('calendar_year')
    .select('year')
    .where('center_id', '=', centerId)
    .execute();
  return calendarOf(
    days.map((d) => ({ date: d.date, isWorkingDay: d.is_working_day === 1, note: d.note })),
    years.map((y) => y.year),
  );
}
