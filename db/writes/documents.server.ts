import type { OpenTransaction } from '../connection.server.ts';

/** Takes documents off a record. Their contents stay as long as a snapshot names them. */
export async function removeDocuments(
  trx: OpenTransaction,
  lifecycle: string,
  recordId: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('document')
    .set({ removed_at: at })
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .where('id', 'in', [...ids])
    .where('removed_at', 'is', null)
    .execute();
}
