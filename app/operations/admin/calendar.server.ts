import { isRealDate } from '#app/domain/calendar.ts';
import { readCalendarRows } from '#app/domain/calendar-rows.ts';
import { shippedCalendarDays, shippedYears } from '#app/domain/chinese-calendar-days.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { placeOfCenter } from '#db/reads/admin.server.ts';
import {
  type CalendarEntry,
  clearCalendarYear,
  markYearsKnown,
  putCalendarDays,
  removeCalendarDay,
} from '#db/writes/admin-calendar.server.ts';
import { markRecomputationDue } from '#db/writes/admin-recomputation.server.ts';
import type { House } from '../house.ts';
import { recomputeDeadlines } from '../recompute-deadlines.server.ts';
import {
  type AdminAsked,
  type AdminDone,
  type AdminRefusal,
  administer,
  refusedAt,
} from './administer.server.ts';

interface CalendarAsked extends AdminAsked {
  readonly centerId: string;
}

/** How many records' deadlines moved with the change. */
type Answer = Result<{ readonly changed: number }, AdminRefusal>;

/** One day is worked, is off, or goes by its weekday again. Refusals: `unseen`, `form.date`. */
export const setCalendarDay = (
  house: House,
  asked: CalendarAsked & {
    readonly date: string;
    readonly is: 'working' | 'off' | 'weekday';
    readonly note: string;
  },
): Promise<Answer> =>
  changeCalendar(house, asked, async (trx) => {
    if (!isRealDate(asked.date)) return refused(refusal('form.date'));
    if (asked.is === 'weekday') await removeCalendarDay(trx, asked.centerId, asked.date);
    else
      await putCalendarDays(trx, asked.centerId, [
        { date: asked.date, isWorkingDay: asked.is === 'working', note: asked.note },
      ]);
    return done({ centerId: asked.centerId, date: asked.date, is: asked.is, note: asked.note });
  });

/** A year's table from pasted rows, in place of what was known of it. Refusals: `unseen`, `calendar.*` by line. */
export const importCalendarYear = (
  house: House,
  asked: CalendarAsked & { readonly year: number; readonly rows: string },
): Promise<Answer> =>
  changeCalendar(house, asked, async (trx) => {
    const read = readCalendarRows(asked.rows, asked.year);
    if (!read.ok) return { ok: false, refusals: read.refusals.map((each) => ({ field: 'rows', ...each })) };
    await replaceYear(trx, asked.centerId, asked.year, read.value);
    return done({ centerId: asked.centerId, year: asked.year, days: read.value.length });
  });

/** A year's table as it comes with the product. Refusals: `unseen`, `calendar.notShipped`. */
export const takeShippedYear = (
  house: House,
  asked: CalendarAsked & { readonly year: number },
): Promise<Answer> =>
  changeCalendar(house, asked, async (trx) => {
    if (!shippedYears().includes(asked.year)) return refusedAt('year', 'calendar.notShipped');
    const days = shippedCalendarDays().filter((day) => day.date.startsWith(`${asked.year}-`));
    await replaceYear(trx, asked.centerId, asked.year, days);
    return done({ centerId: asked.centerId, year: asked.year, days: days.length });
  });

async function replaceYear(
  trx: OpenTransaction,
  centerId: string,
  year: number,
  days: readonly CalendarEntry[],
): Promise<void> {
  await clearCalendarYear(trx, centerId, year);
  await putCalendarDays(trx, centerId, days);
  await markYearsKnown(trx, centerId, [year]);
}

/** The calendar changes first, with a mark that deadlines are to follow; then each record follows on its own. */
async function changeCalendar(
  house: House,
  asked: CalendarAsked,
  change: (trx: OpenTransaction) => Promise<Result<AdminDone<never>['detail'], AdminRefusal>>,
): Promise<Answer> {
  const changed = await administer<null>(
    house,
    asked,
    { ability: 'calendar.edit', place: (trx) => placeOfCenter(trx, asked.centerId) },
    async (trx, at) => {
      const detail = await change(trx);
      if (!detail.ok) return detail;
      await markRecomputationDue(trx, asked.centerId, at);
      return done({ answer: null, detail: detail.value });
    },
  );
  return changed.ok ? done({ changed: await recomputeDeadlines(house, asked.centerId, asked) }) : changed;
}
