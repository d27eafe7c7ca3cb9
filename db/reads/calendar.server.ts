import { type Calendar, calendarOf } from '#app/domain/calendar.ts';
import type { Connection } from '../connection.server.ts';

/** The working days of a center, as its director keeps them. */
export async function calendarOfCenter(db: Connection, centerId: string): Promise<Calendar> {
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
