import type { OpenTransaction } from '../connection.server.ts';

/** Remembers that a center's deadlines are still to be computed anew; a crash in between is then made good. */
export const markRecomputationDue = async (
  trx: OpenTransaction,
  centerId: string,
  at: string,
): Promise<void> => {
  await trx
    .insertInto('instance')
    .values({ name: `recompute:${centerId}`, value: at })
    .onConflict((oc) => oc.column('name').doUpdateSet({ value: at }))
    .execute();
};

/** Forgets it, unless it was marked again meanwhile. */
export const clearRecomputationDue = async (
  trx: OpenTransaction,
  centerId: string,
  at: string,
): Promise<void> => {
  await trx
    .deleteFrom('instance')
    .where('name', '=', `recompute:${centerId}`)
    .where('value', '=', at)
    .execute();
};
