import type { Values } from '#app/domain/forms/field.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '../connection.server.ts';
import { hotQuery } from './hot-query.server.ts';

/** Who changed a record last, and when. */
export const lastChangeOf = (db: Connection, lifecycle: LifecycleName, recordId: string) =>
  db
    .selectFrom('history')
    .select(['actor_name', 'at', 'event'])
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The whole chain of a record, in order. */
export const historyOf = (db: Connection, lifecycle: LifecycleName, recordId: string) =>
  wholeChain(db, { lifecycle, recordId });

const wholeChain = hotQuery(
  (db, { lifecycle, recordId }: Readonly<Record<'lifecycle' | 'recordId', string>>) =>
    db
      .selectFrom('history')
      .selectAll()
      .where('lifecycle', '=', lifecycle)
      .where('record_id', '=', recordId)
      .orderBy('number'),
);

/** The chain as its page tells it: without what was observed and what links it, which are much and only checked. */
export const tellableHistoryOf = hotQuery(
  (db, { lifecycle, recordId }: Readonly<Record<'lifecycle' | 'recordId', string>>) =>
    db
      .selectFrom('history')
      .select(['number', 'event', 'from_state', 'to_state', 'at', 'actor_name', 'role', 'input', 'hash'])
      .where('lifecycle', '=', lifecycle)
      .where('record_id', '=', recordId)
      .orderBy('number'),
);

/** The newest event of a kind in a record's chain, up to and with the one of that number. */
export const lastEventUpTo = (
  db: Connection,
  lifecycle: LifecycleName,
  recordId: string,
  event: string,
  number: number,
) =>
  db
    .selectFrom('history')
    .select(['number', 'at', 'observed'])
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .where('event', '=', event)
    .where('number', '<=', number)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** What was sent with each event of a kind in a record's chain, the oldest first. */
export async function inputsOf(
  db: Connection,
  lifecycle: LifecycleName,
  recordId: string,
  event: string,
): Promise<readonly Values[]> {
  const rows = await db
    .selectFrom('history')
    .select('input')
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .where('event', '=', event)
    .orderBy('number')
    .execute();
  return rows.map(({ input }) => JSON.parse(input) as Values);
}

/** The moves that an event of this name made in a record's chain at an instant: one, unless a clock was late. */
export const movesAt = (
  db: Connection,
  lifecycle: LifecycleName,
  recordId: string,
  event: string,
  at: string,
) =>
  db
    .selectFrom('history')
    .select(['number', 'event', 'from_state', 'to_state'])
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .where('event', '=', event)
    .where('at', '=', at)
    .orderBy('number')
    .execute();
