import { setInstanceValue, settleLettersBefore } from '#db/writes/demo.server.ts';
import { markRead } from '#db/writes/notifications.server.ts';
import type { House } from '../house.ts';

/** What people were told until now counts as seen by them, and letters as written: the demo's older months. */
export const settleWhatWasTold = (house: House, people: readonly string[]): Promise<void> =>
  house.store.write(async (trx) => {
    const now = house.clock.now();
    for (const personId of people) await markRead(trx, personId, now);
    await settleLettersBefore(trx, now);
  });

/** Marks the database as a demo made at an instant: only such a one lists its accounts on the sign-in page. */
export const markAsDemo = (house: House, madeAt: string): Promise<void> =>
  house.store.write((trx) => setInstanceValue(trx, 'demo', madeAt));
