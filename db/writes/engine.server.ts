import type { Insertable } from 'kysely';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';
import type { DocumentTable, NotificationTable, OutboxTable } from '../tables.ts';
import { insertRows } from './insert-rows.server.ts';

/** A due timer whose guard refused stays, and is tried again at `tryAt` or when the record changes. */
export async function putOffTimer(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  recordId: string,
  name: string,
  tryAt: string,
): Promise<void> {
  await trx
    .updateTable('timer')
    .set({ try_at: tryAt })
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .where('name', '=', name)
    .execute();
}

export const insertNotifications = (
  trx: OpenTransaction,
  rows: readonly Insertable<NotificationTable>[],
): Promise<void> => insertRows(trx, 'notification', rows);

export const insertOutbox = (trx: OpenTransaction, rows: readonly Insertable<OutboxTable>[]): Promise<void> =>
  insertRows(trx, 'outbox', rows);

export const insertDocuments = (
  trx: OpenTransaction,
  rows: readonly Insertable<DocumentTable>[],
): Promise<void> => insertRows(trx, 'document', rows);

export const insertApart = async (
  trx: OpenTransaction,
  historySeq: number,
  values: string,
): Promise<void> => {
  await insertRows(trx, 'event_apart', [{ history_seq: historySeq, values }]);
};
