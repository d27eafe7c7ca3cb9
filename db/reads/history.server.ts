import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '../connection.server.ts';

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
  db
    .selectFrom('history')
    .selectAll()
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .orderBy('number')
    .execute();
