import type { OpenTransaction } from '../connection.server.ts';

/** Marks a message as done: sent (`note` null), or `kept`, or for nobody, or refused for good. */
export async function markDelivered(
  trx: OpenTransaction,
  id: string,
  at: string,
  note: string | null,
): Promise<void> {
  await trx.updateTable('outbox').set({ delivered_at: at, failure: note }).where('id', '=', id).execute();
}

/** Tries a message again later. */
export async function putOffDelivery(
  trx: OpenTransaction,
  id: string,
  tries: number,
  tryAt: string,
  code: string,
): Promise<void> {
  await trx.updateTable('outbox').set({ tries, try_at: tryAt, failure: code }).where('id', '=', id).execute();
}
