import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';

/** When an open notice of a record ends; null while an objection or an appeal keeps its clock stopped. */
export async function setNoticeEnd(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  recordId: string,
  endsAt: string | null,
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({ ends_at: endsAt })
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .where('outcome', 'is', null)
    .execute();
}
