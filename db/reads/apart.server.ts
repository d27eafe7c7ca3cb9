import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '../connection.server.ts';

/** Whether a document came with an event of a record as something that lies apart, such as an objector's evidence. */
export async function isDocumentApart(
  db: Connection,
  lifecycle: LifecycleName,
  recordId: string,
  documentId: string,
): Promise<boolean> {
  const rows = await db
    .selectFrom('history')
    .innerJoin('event_apart', 'event_apart.history_seq', 'history.seq')
    .select('event_apart.values')
    .where('history.lifecycle', '=', lifecycle)
    .where('history.record_id', '=', recordId)
    .execute();
  return rows
    .flatMap((row) => Object.values(JSON.parse(row.values) as Record<string, unknown>))
    .some((value) => Array.isArray(value) && value.some((one: unknown) => isCalled(one, documentId)));
}

const isCalled = (value: unknown, id: string): boolean =>
  typeof value === 'object' && value !== null && 'id' in value && value.id === id;

/** Words and contacts of private people that events of a record carried, by the event's place in its history. */
export async function apartOf(
  db: Connection,
  lifecycle: LifecycleName,
  recordId: string,
  event: string,
): Promise<ReadonlyMap<number, Readonly<Record<string, unknown>>>> {
  const rows = await db
    .selectFrom('history')
    .innerJoin('event_apart', 'event_apart.history_seq', 'history.seq')
    .select(['history.number', 'event_apart.values'])
    .where('history.lifecycle', '=', lifecycle)
    .where('history.record_id', '=', recordId)
    .where('history.event', '=', event)
    .execute();
  return new Map(rows.map((row) => [row.number, JSON.parse(row.values) as Record<string, unknown>]));
}
