import type { Insertable, Selectable } from 'kysely';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';
import { hotQuery } from '../reads/hot-query.server.ts';
import type { RecordTable } from '../tables.ts';
import { insertRows } from './insert-rows.server.ts';

/** Puts a new record into its lifecycle's table. */
export async function insertRecord(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  row: Insertable<RecordTable>,
): Promise<void> {
  await insertRows(trx, lifecycle, [row]);
}

/** Changes a record if nobody moved it meanwhile; false when somebody did. */
export async function updateRecord(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  id: string,
  version: number,
  change: RecordChange,
): Promise<boolean> {
  return (await changed(trx, { ...change, id, version, next: version + 1 }, lifecycle)).length === 1;
}

/** Everything of a record that an event may change. */
type RecordChange = Pick<
  Selectable<RecordTable>,
  | 'state'
  | 'facts'
  | 'state_since'
  | 'updated_at'
  | 'due_at'
  | 'late'
  | 'number'
  | 'kind'
  | 'score'
  | 'responsible_id'
>;

const changed = hotQuery(
  (
    db,
    { id, version, next, ...change }: RecordChange & { id: string; version: number; next: number },
    lifecycle: LifecycleName,
  ) =>
    db
      .updateTable(lifecycle)
      .set({ ...change, version: next })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id'),
);

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
    await countLess(trx, { centerId, lifecycle, state: from });
  }
  await countMore(trx, { centerId, lifecycle, state: to });
}

interface Counted {
  readonly [name: string]: string;
  readonly centerId: string;
  readonly lifecycle: string;
  readonly state: string;
}

const countLess = hotQuery((db, { centerId, lifecycle, state }: Counted) =>
  db
    .updateTable('counter')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('center_id', '=', centerId)
    .where('lifecycle', '=', lifecycle)
    .where('state', '=', state),
);

const countMore = hotQuery((db, { centerId, lifecycle, state }: Counted) =>
  db
    .insertInto('counter')
    .values({ center_id: centerId, lifecycle, state, count: 1 })
    .onConflict((oc) =>
      oc
        .columns(['center_id', 'lifecycle', 'state'])
        .doUpdateSet((eb) => ({ count: eb('counter.count', '+', 1) })),
    ),
);

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
