import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '../connection.server.ts';

/** Ids of the records of a center that are in none of these (final) states, after a given id, in order. */
export async function liveRecordIds(
  db: Connection,
  lifecycle: LifecycleName,
  centerId: string,
  finals: readonly string[],
  after: string,
  limit: number,
): Promise<readonly string[]> {
  let query = db
    .selectFrom(lifecycle)
    .select('id')
    .where('center_id', '=', centerId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);
  if (finals.length > 0) query = query.where('state', 'not in', [...finals]);
  return (await query.execute()).map((row) => row.id);
}

/** Since when a center's deadlines are to be computed anew; undefined when they are up to date. */
export async function recomputationDueSince(db: Connection, centerId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('instance')
    .select('value')
    .where('name', '=', `recompute:${centerId}`)
    .executeTakeFirst();
  return row?.value;
}

/** Centers whose deadlines are still to be computed anew. */
export async function centersDueForRecomputation(db: Connection): Promise<readonly string[]> {
  const rows = await db.selectFrom('instance').select('name').where('name', 'like', 'recompute:%').execute();
  return rows.map((row) => row.name.slice('recompute:'.length));
}
