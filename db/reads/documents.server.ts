import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '../connection.server.ts';

/** The documents of a record that are not removed, in the order in which they came. */
export const documentsOf = (db: Connection, lifecycle: LifecycleName, recordId: string) =>
  db
    .selectFrom('document')
    .selectAll()
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();

/** One document, or undefined; the caller asks whether its record may be read. */
export const documentById = (db: Connection, id: string) =>
  db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
