import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Connection, Store } from '#db/connection.server.ts';
import { allCenters } from '#db/reads/centers.server.ts';
import { isUntouched, type MovedTable, moveTables } from '#db/writes/move.server.ts';
import { type Verified, verifyHistory } from './engine/verify-history.server.ts';

export interface Moved {
  readonly tables: readonly MovedTable[];
  /** Records and events whose chains were verified where they arrived. */
  readonly records: number;
  readonly events: number;
}

class NotMoved extends Error {
  constructor(readonly table: string) {
    super(table);
  }
}

/**
 * Copies a SQLite installation into an empty, migrated PostgreSQL database, in one transaction there and with the write
 * lock held here, so that nothing changes meanwhile. Nothing is there unless the rows and the hash of every table are
 * equal and every chain verifies. Refusals: `move.notEmpty`; `move.differs` {table}.
 */
export async function moveToPostgres(from: Store, to: Store): Promise<Result<Moved>> {
  if (!(await isUntouched(to.read))) return refused(refusal('move.notEmpty'));
  try {
    return await from.write((source) =>
      to.write(async (target) => {
        const tables = await moveTables(source, target);
        const lost = tables.find((one) => !one.arrived);
        if (lost) throw new NotMoved(lost.table);
        return done({ tables, ...(await verifyAll(target)) });
      }),
    );
  } catch (error) {
    if (error instanceof NotMoved) return refused(refusal('move.differs', { table: error.table }));
    throw error;
  }
}

async function verifyAll(db: Connection): Promise<{ readonly records: number; readonly events: number }> {
  let records = 0;
  let events = 0;
  for (const center of await allCenters(db)) {
    let after: Verified['next'] = null;
    do {
      const found: Verified = await verifyHistory(db, center.id, after);
      if (found.faults.length > 0) throw new NotMoved('history');
      records += found.records;
      events += found.events;
      after = found.next;
    } while (after !== null);
  }
  return { records, events };
}
