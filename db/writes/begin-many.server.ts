import type { Insertable } from 'kysely';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';
import type { AssignmentTable, RecordTable, TimerTable, WaitTable } from '../tables.ts';
import { insertRows } from './insert-rows.server.ts';

/** Puts new records into their lifecycle's table, and counts them where they stand. All of one center. */
export async function insertNewRecords(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  rows: readonly Insertable<RecordTable>[],
): Promise<void> {
  await insertRows(trx, lifecycle, rows);
  const counts = new Map<string, { center_id: string; state: string; count: number }>();
  for (const { center_id, state } of rows) {
    const key = `${center_id} ${state}`;
    const counted = counts.get(key)?.count ?? 0;
    counts.set(key, { center_id, state, count: counted + 1 });
  }
  for (const one of counts.values()) {
    await trx
      .insertInto('counter')
      .values({ lifecycle, ...one })
      .onConflict((oc) =>
        oc
          .columns(['center_id', 'lifecycle', 'state'])
          .doUpdateSet((eb) => ({ count: eb('counter.count', '+', one.count) })),
      )
      .execute();
  }
}

/** The timers, named people and desk rows of new records. */
export async function insertDerived(
  trx: OpenTransaction,
  derived: {
    readonly timers: readonly Insertable<TimerTable>[];
    readonly assignments: readonly Insertable<AssignmentTable>[];
    readonly waits: readonly Insertable<WaitTable>[];
  },
): Promise<void> {
  await insertRows(trx, 'timer', derived.timers);
  await insertRows(trx, 'assignment', derived.assignments);
  await insertRows(trx, 'wait', derived.waits);
}
