import { type Calendar, calendarOf } from '#app/domain/calendar.ts';
import type { Connection } from '../connection.server.ts';
import { publicVersion } from './public-version.server.ts';

interface Known {
  readonly version: number;
  readonly calendar: Calendar;
}
const known = new WeakMap<Connection, Map<string, Known>>();
/** A process that serves more centers than this forgets, and reads again. */
const MOST_KNOWN = 500;

/**
 * The working days of a center, as its director keeps them. Some eight hundred rows, read again only when something
 * public was written since (`publicVersion`, which the tables of the calendar raise too). A transaction reads for itself.
 */
export async function calendarOfCenter(db: Connection, centerId: string): Promise<Calendar> {
  if (db.isTransaction) return readCalendar(db, centerId);
  const ofDatabase = known.get(db) ?? new Map<string, Known>();
  known.set(db, ofDatabase);
  // asked before the rows are: what is read later is never older than its number says
  const version = await publicVersion(db);
  const found = ofDatabase.get(centerId);
  if (found?.version === version) return found.calendar;
  const calendar = await readCalendar(db, centerId);
  if (ofDatabase.size >= MOST_KNOWN) ofDatabase.clear();
  ofDatabase.set(centerId, { version, calendar });
  return calendar;
}

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
