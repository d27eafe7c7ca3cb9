import type { Connection } from '#db/connection.server.ts';
import { instanceValue } from '#db/reads/instance.server.ts';
import { setInstanceValue } from '#db/writes/instance.server.ts';
import type { House } from '../house.ts';

/** What keeping the installation safe leaves a date of: a backup, a restore that was tried and held, a nightly check. */
const names = {
  backup: 'backup.last',
  drill: 'restore.verified',
  check: 'check.last',
} as const;

export type KeptDate = keyof typeof names;

/** Notes that it was done at an instant. */
export const noteDone = (house: House, what: KeptDate, at: string): Promise<void> =>
  house.store.write((trx) => setInstanceValue(trx, names[what], at));

/** When it was done last, ISO; null: never. */
export const lastDone = (db: Connection, what: KeptDate): Promise<string | null> =>
  instanceValue(db, names[what]);

/** What the check of a night found: how many faults of the database, how many contents that are not what they were. */
export interface FoundAtNight {
  readonly faults: number;
  readonly damaged: number;
}

/** Notes that the check of a night was done, and what it found. */
export const noteCheck = (house: House, at: string, found: FoundAtNight): Promise<void> =>
  house.store.write(async (trx) => {
    await setInstanceValue(trx, names.check, at);
    await setInstanceValue(trx, 'check.found', JSON.stringify(found));
  });
