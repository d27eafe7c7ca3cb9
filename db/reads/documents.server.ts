import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '../connection.server.ts';
import { hotQuery } from './hot-query.server.ts';

/** The documents of a record that are not removed, in the order in which they came. */
export const documentsOf = (db: Connection, lifecycle: LifecycleName, recordId: string) =>
  kept(db, { lifecycle, recordId });

const kept = hotQuery((db, { lifecycle, recordId }: Readonly<Record<'lifecycle' | 'recordId', string>>) =>
  db
    .selectFrom('document')
    .selectAll()
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .where('removed_at', 'is', null)
    .orderBy('id'),
);

/** One document, or undefined; the caller asks whether its record may be read. */
export const documentById = (db: Connection, id: string) =>
  db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

/** The hashes of the contents that rows refer to, removed documents too (a snapshot may name them), in order, after one. */
export async function contentsInUse(
  db: Connection,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('document')
    .select('sha256')
    .distinct()
    .where('sha256', '>', after)
    .orderBy('sha256')
    .limit(limit)
    .execute();
  return rows.map((row) => row.sha256);
}

/** Whether any row refers to a content. */
export async function isContentInUse(db: Connection, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
