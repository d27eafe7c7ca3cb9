import type { Insertable, Updateable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { CenterTable } from '../tables.ts';

export const insertCenter = async (trx: OpenTransaction, center: Insertable<CenterTable>): Promise<void> => {
  await trx.insertInto('center').values(center).execute();
};

/** Changes a center if nobody changed it meanwhile; false when somebody did. */
export async function updateCenter(
  trx: OpenTransaction,
  id: string,
  version: number,
  change: Updateable<CenterTable>,
): Promise<boolean> {
  const result = await trx
    .updateTable('center')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
