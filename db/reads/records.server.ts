import type { Selectable } from 'kysely';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '../connection.server.ts';
import type { RecordTable } from '../tables.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';

export type RecordRow = Selectable<RecordTable>;

/** A record with its context read back and the region that its center lies in. */
export interface LoadedRecord {
  readonly row: RecordRow;
  readonly context: RecordContext;
  readonly regionCode: string;
}

/** One record of a lifecycle, or undefined. */
export async function loadRecord(
  db: Connection,
  lifecycle: LifecycleName,
  id: string,
): Promise<LoadedRecord | undefined> {
  const found = await firstOf(oneRecord(db, { id }, lifecycle));
  if (found === undefined) return undefined;
  const { region_code, ...row } = found;
  return { row, context: JSON.parse(row.facts) as RecordContext, regionCode: region_code };
}

const oneRecord = hotQuery((db, { id }: { readonly id: string }, lifecycle: LifecycleName) =>
  db
    .selectFrom(lifecycle)
    .innerJoin('center', 'center.id', `${lifecycle}.center_id`)
    .selectAll(lifecycle)
    .select('center.region_code')
    .where(`${lifecycle}.id`, '=', id),
);

/** Ids and states of all records of a lifecycle with this parent. */
export const childrenOf = (db: Connection, lifecycle: LifecycleName, parentId: string) =>
  children(db, { parentId }, lifecycle);

const children = hotQuery((db, { parentId }: { readonly parentId: string }, lifecycle: LifecycleName) =>
  db
    .selectFrom(lifecycle)
    .select(['id', 'state', 'kind', 'facts'])
    .where('parent_id', '=', parentId)
    .orderBy('id'),
);
