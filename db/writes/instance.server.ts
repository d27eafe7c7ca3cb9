import type { OpenTransaction } from '../connection.server.ts';

/** Sets a value that concerns the whole installation. */
export const setInstanceValue = async (trx: OpenTransaction, name: string, value: string): Promise<void> => {
  await trx
    .insertInto('instance')
    .values({ name, value })
    .onConflict((oc) => oc.column('name').doUpdateSet({ value }))
    .execute();
};
