import type { Insertable } from 'kysely';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';
import type { AssignmentTable, RecordTable, TimerTable, WaitTable } from '../tables.ts';

/** So many rows go into one statement: a database takes only so many values at once. */
const AT_A_TIME = 200;

/** Puts new records into their lifecycle's table, and counts them where they stand. All of one center. */
export async function insertNewRecords(
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  rows: readonly Insertable<RecordTable>[],
): Promise<void> {
  for (const some of chunksOf(rows)) await trx.insertInto(lifecycle).values(some).execute();
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
  for (const some of chunksOf(derived.timers)) await trx.insertInto('timer').values(some).execute();
  for (const some of chunksOf(derived.assignments)) await trx.insertInto('assignment').values(some).execute();
  for (const some of chunksOf(derived.waits)) await trx.insertInto('wait').values(some).execute();
}

function* chunksOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += AT_A_TIME) yield rows.slice(from, from + AT_A_TIME);
}
