import type { Insertable } from 'kysely';
import type { NeededTimer } from '#app/domain/lifecycles/attempt.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';
import type { AssignmentTable, DocumentTable, NotificationTable, OutboxTable, WaitTable } from '../tables.ts';

/** Makes the stored timers of a record exactly those that it needs. What was refused before is tried again. */
export async function storeTimers(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  recordId: string,
  needed: readonly NeededTimer[],
): Promise<void> {
  await trx
    .deleteFrom('timer')
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .execute();
  if (needed.length === 0) return;
  await trx
    .insertInto('timer')
    .values(
      needed.map((t) => ({
        lifecycle,
        record_id: recordId,
        name: t.name,
        event_type: t.eventType,
        due_at: t.due,
        try_at: t.due,
      })),
    )
    .execute();
}

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

/** Makes the desk rows of a record exactly these. */
export async function storeWaits(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  recordId: string,
  waits: readonly Insertable<WaitTable>[],
): Promise<void> {
  await trx.deleteFrom('wait').where('lifecycle', '=', lifecycle).where('record_id', '=', recordId).execute();
  if (waits.length > 0)
    await trx
      .insertInto('wait')
      .values([...waits])
      .execute();
}

/** Makes the people named on a record exactly these. */
export async function storeAssignments(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  recordId: string,
  assigned: readonly Pick<Insertable<AssignmentTable>, 'role' | 'person_id'>[],
): Promise<void> {
  await trx
    .deleteFrom('assignment')
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .execute();
  if (assigned.length === 0) return;
  await trx
    .insertInto('assignment')
    .values(assigned.map((a) => ({ lifecycle, record_id: recordId, ...a })))
    .execute();
}

export const insertNotifications = async (
  trx: OpenTransaction,
  rows: readonly Insertable<NotificationTable>[],
): Promise<void> => {
  if (rows.length > 0)
    await trx
      .insertInto('notification')
      .values([...rows])
      .execute();
};

export const insertOutbox = async (
  trx: OpenTransaction,
  rows: readonly Insertable<OutboxTable>[],
): Promise<void> => {
  if (rows.length > 0)
    await trx
      .insertInto('outbox')
      .values([...rows])
      .execute();
};

export const insertDocuments = async (
  trx: OpenTransaction,
  rows: readonly Insertable<DocumentTable>[],
): Promise<void> => {
  if (rows.length > 0)
    await trx
      .insertInto('document')
      .values([...rows])
      .execute();
};

export const insertApart = async (
  trx: OpenTransaction,
  historySeq: number,
  values: string,
): Promise<void> => {
  await trx.insertInto('event_apart').values({ history_seq: historySeq, values }).execute();
};
