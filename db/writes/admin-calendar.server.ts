import type { OpenTransaction } from '../connection.server.ts';

/** One day that does not go by its weekday, with the reason. */
export interface CalendarEntry {
  readonly date: string;
  readonly isWorkingDay: boolean;
  readonly note: string;
}

const rowsAtOnce = 500;

/** Says of these days whether they are worked; what was said of them before is replaced. */
export async function putCalendarDays(
  trx: OpenTransaction,
  centerId: string,
  days: readonly CalendarEntry[],
): Promise<void> {
  for (let i = 0; i < days.length; i += rowsAtOnce) {
    await trx
      .insertInto('calendar_day')
      .values(
        days.slice(i, i + rowsAtOnce).map((d) => ({
          center_id: centerId,
          date: d.date,
          is_working_day: d.isWorkingDay ? 1 : 0,
          note: d.note,
        })),
      )
      .onConflict((oc) =>
        oc.columns(['center_id', 'date']).doUpdateSet((eb) => ({
          is_working_day: eb.ref('excluded.is_working_day'),
          note: eb.ref('excluded.note'),
        })),
      )
      .execute();
  }
}

/** Lets a day go by its weekday again. */
export const removeCalendarDay = async (
  trx: OpenTransaction,
  centerId: string,
  date: string,
): Promise<void> => {
  await trx.deleteFrom('calendar_day').where('center_id', '=', centerId).where('date', '=', date).execute();
};

/** Forgets what was said of a year, before it is said anew. */
export const clearCalendarYear = async (
  trx: OpenTransaction,
  centerId: string,
  year: number,
): Promise<void> => {
  await trx
    .deleteFrom('calendar_day')
    .where('center_id', '=', centerId)
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .execute();
};

/** From now on the holidays of these years are known. */
export const markYearsKnown = async (
  trx: OpenTransaction,
  centerId: string,
  years: readonly number[],
): Promise<void> => {
  if (years.length === 0) return;
  await trx
    .insertInto('calendar_year')
    .values(years.map((year) => ({ center_id: centerId, year })))
    .onConflict((oc) => oc.columns(['center_id', 'year']).doNothing())
    .execute();
};
