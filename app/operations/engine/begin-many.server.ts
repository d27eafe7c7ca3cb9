import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { idsInOrder } from '#app/outside/new-id.server.ts';
import type { RecordRow } from '#db/reads/records.server.ts';
import { insertDerived, insertNewRecords } from '#db/writes/begin-many.server.ts';
import { beginHistories } from '#db/writes/history.server.ts';
import { derivedRows, firstEvent, newRow } from './rows.ts';
import type { Begun, Work } from './work.ts';

/**
 * Begins many records of one lifecycle as `begin` does each, in few statements: an import brings in thousands.
 * Answers their rows in the order asked for.
 */
export async function beginMany(
  work: Work,
  lifecycle: LifecycleName,
  begun: readonly Begun[],
): Promise<readonly RecordRow[]> {
  if (begun.length === 0) return [];
  const nextId = idsInOrder(work.at);
  const made = begun.map((one) => {
    if (one.lifecycle !== lifecycle) throw new Error(`A ${one.lifecycle} among records of ${lifecycle}`);
    const row = newRow(one, work.at, nextId());
    return {
      row,
      event: firstEvent(one, row, work.requestId),
      derived: derivedRows(lifecycle, row, one.context),
    };
  });
  await insertNewRecords(
    work.trx,
    lifecycle,
    made.map(({ row }) => row),
  );
  await beginHistories(
    work.trx,
    made.map(({ event }) => event),
  );
  await insertDerived(work.trx, {
    timers: made.flatMap(({ row, derived }) =>
      derived.timers.map((timer) => ({
        lifecycle,
        record_id: row.id,
        name: timer.name,
        event_type: timer.eventType,
        due_at: timer.due,
        try_at: timer.due,
      })),
    ),
    assignments: made.flatMap(({ row, derived }) =>
      derived.assignments.map((assignment) => ({ lifecycle, record_id: row.id, ...assignment })),
    ),
    waits: made.flatMap(({ derived }) => derived.waits),
  });
  return made.map(({ row }) => row);
}
