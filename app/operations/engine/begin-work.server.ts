import type { Calendar } from '#app/domain/calendar.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import type { Work } from './work.ts';

/** A unit of work at a moment. Each center's calendar is read once. */
export function workAt(trx: OpenTransaction, at: string, actor: Actor, requestId: string): Work {
  const calendars = new Map<string, Promise<Calendar>>();
  return {
    trx,
    at,
    actor,
    requestId,
    calendarOf: (centerId) => {
      const known = calendars.get(centerId) ?? calendarOfCenter(trx, centerId);
      calendars.set(centerId, known);
      return known;
    },
  };
}
