import type { Insertable, Updateable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { CallTable } from '../tables.ts';

export const insertCall = async (trx: OpenTransaction, call: Insertable<CallTable>): Promise<void> => {
  await trx.insertInto('call').values(call).execute();
};

/** Changes a call if nobody changed it meanwhile; false when somebody did. */
export async function updateCall(
  trx: OpenTransaction,
  id: string,
  version: number,
  change: Updateable<CallTable>,
): Promise<boolean> {
  const result = await trx
    .updateTable('call')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
