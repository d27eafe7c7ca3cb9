import type { Insertable, Updateable } from 'kysely';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';
import type { RecordTable } from '../tables.ts';

/** Puts a new record into its lifecycle's table. */
export async function insertRecord(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  row: Insertable<RecordTable>,
): Promise<void> {
  await trx.insertInto(lifecycle).values(row).execute();
}

/** Changes a record if nobody moved it meanwhile; false when somebody did. */
export async function updateRecord(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  id: string,
  version: number,
  change: Updateable<RecordTable>,
): Promise<boolean> {
  const result = await trx
    .updateTable(lifecycle)
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Moves one record from one state's count to another's. `from` is null for a new record. */
export async function countMove(
  trx: OpenTransaction,
  centerId: string,
  lifecycle: LifecycleName,
  from: string | null,
  to: string,
): Promise<void> {
  if (from === to) return;
  if (from !== null) {
    await trx
      .updateTable('counter')
      .set((eb) => ({ count: eb('count', '-', 1) }))
      .where('center_id', '=', centerId)
      .where('lifecycle', '=', lifecycle)
      .where('state', '=', from)
      .execute();
  }
  await trx
    .insertInto('counter')
    .values({ center_id: centerId, lifecycle, state: to, count: 1 })
    .onConflict((oc) =>
      oc
        .columns(['center_id', 'lifecycle', 'state'])
        .doUpdateSet((eb) => ({ count: eb('counter.count', '+', 1) })),
    )
    .execute();
}

/** The next number of a sequence, 1 first. Rolled back with the transaction, so numbers have no holes. */
export async function nextInSequence(trx: OpenTransaction, name: string): Promise<number> {
  const row = await trx
    .insertInto('sequence')
    .values({ name, last: 1 })
    .onConflict((oc) => oc.column('name').doUpdateSet((eb) => ({ last: eb('sequence.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
