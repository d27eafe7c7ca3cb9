import type { Insertable } from 'kysely';
import type { NeededTimer } from '#app/domain/lifecycles/attempt.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';
import { hotQuery } from '../reads/hot-query.server.ts';
import type { AssignmentTable, Database, WaitTable } from '../tables.ts';
import { insertRows } from './insert-rows.server.ts';

type Derived = 'timer' | 'assignment' | 'wait';
type Row = Readonly<Record<string, string | null>>;

/** Makes the stored timers of a record exactly those that it needs. What was refused before is tried again. */
export const storeTimers = (
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  recordId: string,
  needed: readonly NeededTimer[],
): Promise<void> =>
  makeExactly(
    trx,
    'timer',
    lifecycle,
    recordId,
    needed.map((t) => ({
      lifecycle,
      record_id: recordId,
      name: t.name,
      event_type: t.eventType,
      due_at: t.due,
      try_at: t.due,
    })),
  );

/** Makes the desk rows of a record exactly these. */
export const storeWaits = (
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  recordId: string,
  waits: readonly Insertable<WaitTable>[],
): Promise<void> => makeExactly(trx, 'wait', lifecycle, recordId, waits);

/** Makes the people named on a record exactly these. */
export const storeAssignments = (
  trx: OpenTransaction,
  lifecycle: LifecycleName,
  recordId: string,
  assigned: readonly Pick<Insertable<AssignmentTable>, 'role' | 'person_id'>[],
): Promise<void> =>
  makeExactly(
    trx,
    'assignment',
    lifecycle,
    recordId,
    assigned.map((a) => ({ lifecycle, record_id: recordId, ...a })),
  );

/**
 * What an event leaves as it was is not written again: most leave two of the three, and each row that is written costs
 * its indexes, the log and the disk several times what it costs to look.
 */
async function makeExactly<T extends Derived>(
  trx: OpenTransaction,
  table: T,
  lifecycle: LifecycleName,
  recordId: string,
  wanted: readonly Insertable<Database[T]>[],
): Promise<void> {
  const stored = (await rowsOf(trx, { lifecycle, recordId }, table)) as readonly Row[];
  if (areTheSame(stored, wanted as readonly Row[])) return;
  if (stored.length > 0) await removal(trx, { lifecycle, recordId }, table);
  await insertRows(trx, table, wanted);
}

interface Whose {
  readonly [name: string]: string;
  readonly lifecycle: string;
  readonly recordId: string;
}

const rowsOf = hotQuery((db, { lifecycle, recordId }: Whose, table: Derived) =>
  db.selectFrom(table).selectAll().where('lifecycle', '=', lifecycle).where('record_id', '=', recordId),
);

const removal = hotQuery((db, { lifecycle, recordId }: Whose, table: Derived) =>
  db.deleteFrom(table).where('lifecycle', '=', lifecycle).where('record_id', '=', recordId),
);

/** Whether two heaps hold the same rows, in whatever order. */
function areTheSame(stored: readonly Row[], wanted: readonly Row[]): boolean {
  if (stored.length !== wanted.length) return false;
  const columns = Object.keys(wanted[0] ?? {});
  const said = (row: Row) => JSON.stringify(columns.map((column) => row[column]));
  const known = stored.map(said).sort();
  return wanted
    .map(said)
    .sort()
    .every((row, i) => row === known[i]);
}
