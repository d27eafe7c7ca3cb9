import type { OpenTransaction } from '../connection.server.ts';
import { seatOf } from '../reads/seats.server.ts';

/**
 * Reserves the first free seat for an organization, unless it has one. A seat has at most one organization, and an
 * organization at most one seat (unique index).
 */
export async function reserveSeat(
  trx: OpenTransaction,
  centerId: string,
  organizationId: string,
): Promise<void> {
  if ((await seatOf(trx, organizationId)) !== undefined) return;
  const seat = await trx
    .selectFrom('seat')
    .select('id')
    .where('center_id', '=', centerId)
    .where('status', '=', 'free')
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  if (seat === undefined) return;
  await trx
    .updateTable('seat')
    .set({ status: 'reserved', organization_id: organizationId })
    .where('id', '=', seat.id)
    .execute();
}

export const occupySeatOf = async (trx: OpenTransaction, organizationId: string): Promise<void> => {
  await trx
    .updateTable('seat')
    .set({ status: 'occupied' })
    .where('organization_id', '=', organizationId)
    .execute();
};

export const freeSeatOf = async (trx: OpenTransaction, organizationId: string): Promise<void> => {
  await trx
    .updateTable('seat')
    .set({ status: 'free', organization_id: null })
    .where('organization_id', '=', organizationId)
    .execute();
};
