import type { OpenTransaction } from '../connection.server.ts';

/** Letters written before an instant count as kept, as they would be without a mail server. */
export const settleLettersBefore = async (trx: OpenTransaction, before: string): Promise<void> => {
  await trx
    .updateTable('outbox')
    .set((eb) => ({ delivered_at: eb.ref('created_at'), failure: 'kept' }))
    .where('delivered_at', 'is', null)
    .where('created_at', '<', before)
    .execute();
};
