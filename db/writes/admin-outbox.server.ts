import type { OpenTransaction } from '../connection.server.ts';

/** Puts a message that did not arrive back to the head of the queue; false when there is none such. */
export async function retryMessage(trx: OpenTransaction, id: string, at: string): Promise<boolean> {
  const result = await trx
    .updateTable('outbox')
    .set({ try_at: at, tries: 0, delivered_at: null, failure: null })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('delivered_at', 'is', null), eb('failure', '=', 'mail.never')]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
