import { SECURITY } from '#db/reads/security-settings.server.ts';
import { settleLettersBefore } from '#db/writes/demo.server.ts';
import { setInstanceValue } from '#db/writes/instance.server.ts';
import { markRead } from '#db/writes/notifications.server.ts';
import type { House } from '../house.ts';

/** What people were told until now counts as seen by them, and letters as written: the demo's older months. */
export const settleWhatWasTold = (house: House, people: readonly string[]): Promise<void> =>
  house.store.write(async (trx) => {
    const now = house.clock.now();
    for (const personId of people) await markRead(trx, personId, now);
    await settleLettersBefore(trx, now);
  });

/**
 * Marks the database as a demo made at an instant: only such a one lists its accounts on the sign-in page, and it asks
 * nobody for a second factor.
 */
export const markAsDemo = (house: House, madeAt: string): Promise<void> =>
  house.store.write(async (trx) => {
    await setInstanceValue(trx, 'demo', madeAt);
    await setInstanceValue(trx, SECURITY, JSON.stringify({ secondFactor: false }));
  });
