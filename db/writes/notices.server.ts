import type { Insertable } from 'kysely';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';
import type { NoticeTable } from '../tables.ts';

/** Publishes the notice of a record; a record has one, and a second publication replaces what the first said. */
export async function insertNotice(trx: OpenTransaction, notice: Insertable<NoticeTable>): Promise<void> {
  await trx
    .insertInto('notice')
    .values(notice)
    .onConflict((oc) =>
      oc.columns(['lifecycle', 'record_id']).doUpdateSet({
        content: notice.content,
        published_at: notice.published_at,
        ends_at: notice.ends_at,
        outcome: null,
      }),
    )
    .execute();
}

/** The outcome of a record's notice: `kept` or `lifted`. Nothing happens when it has none. */
export async function closeNoticeOf(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  recordId: string,
  outcome: 'kept' | 'lifted',
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({ outcome })
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .where('outcome', 'is', null)
    .execute();
}
