import type { Insertable, Updateable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { SeatTable } from '../tables.ts';

export const insertSeats = async (
  trx: OpenTransaction,
  seats: readonly Insertable<SeatTable>[],
): Promise<void> => {
  if (seats.length > 0)
    await trx
      .insertInto('seat')
      .values([...seats])
      .execute();
};

/** Changes a seat if nobody changed it meanwhile; false when somebody did. */
export async function updateSeat(
  trx: OpenTransaction,
  id: string,
  version: number,
  change: Updateable<SeatTable>,
): Promise<boolean> {
  const result = await trx
    .updateTable('seat')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
