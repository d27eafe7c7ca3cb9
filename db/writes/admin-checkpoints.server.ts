import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { CheckpointTable } from '../tables.ts';

/** Keeps a checkpoint. Never changed again: the table takes no update. */
export const insertCheckpoint = async (
  trx: OpenTransaction,
  checkpoint: Insertable<CheckpointTable>,
): Promise<void> => {
  await trx.insertInto('checkpoint').values(checkpoint).execute();
};
