import { type Known, sameKey } from '#app/domain/register/index.ts';
import type { Connection } from '../connection.server.ts';

/** Every code, name and record number that a center's register holds, read once for all rows of a file. */
export async function knownInCenter(db: Connection, centerId: string): Promise<Known> {
  const rows = await db
    .selectFrom('organization')
    .select(['name', 'uscc', 'record_no'])
    .where('center_id', '=', centerId)
    .execute();
  return {
    names: new Set(rows.map((row) => sameKey(row.name))),
    codes: new Set(rows.flatMap((row) => row.uscc ?? [])),
    recordNos: new Set(rows.flatMap((row) => (row.record_no === null ? [] : [sameKey(row.record_no)]))),
  };
}
