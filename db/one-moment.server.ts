import { sql } from 'kysely';
import type { Connection } from './connection.server.ts';

/**
 * Reads a PostgreSQL database as it is at one moment, however long it takes, while others write. What was under way then is
 * not seen, as if it had never been begun.
 */
export const inOneMoment = <T>(db: Connection, work: (moment: Connection) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (moment) => {
      // whoever reads writes elsewhere in between, and may be long at it
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(moment);
      return work(moment);
    });
