import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { SnapshotTable } from '../tables.ts';

/** Keeps what an application said when it was sent in. Never changed again. */
export const insertSnapshot = async (
  trx: OpenTransaction,
  snapshot: Insertable<SnapshotTable>,
): Promise<void> => {
  await trx.insertInto('snapshot').values(snapshot).execute();
};
