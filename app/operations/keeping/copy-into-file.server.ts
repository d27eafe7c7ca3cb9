import type { Store } from '#db/connection.server.ts';
import { inOneMoment } from '#db/one-moment.server.ts';
import { moveTables } from '#db/writes/move.server.ts';

/**
 * Copies a PostgreSQL database, as it is at one moment, into an empty and migrated SQLite file. Answers whether the rows and a
 * hash of every table are the same on both sides; where they are not, the file is no good.
 */
export async function copyIntoFile(from: Store, file: Store): Promise<boolean> {
  const tables = await inOneMoment(from.read, (moment) => file.write((trx) => moveTables(moment, trx)));
  return tables.every((one) => one.arrived);
}
