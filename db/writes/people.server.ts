import type { Insertable, Updateable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { MembershipTable, PersonTable } from '../tables.ts';

export const insertPerson = async (trx: OpenTransaction, row: Insertable<PersonTable>): Promise<void> => {
  await trx.insertInto('person').values(row).execute();
};

/** Changes a person's account; its version grows. */
export const updatePerson = async (
  trx: OpenTransaction,
  id: string,
  change: Updateable<PersonTable>,
): Promise<void> => {
  await trx
    .updateTable('person')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

/** Writes down that a person signed in; no change of the account, so that its version stays. */
export const markSignedIn = async (trx: OpenTransaction, id: string, at: string): Promise<void> => {
  await trx.updateTable('person').set({ signed_in_at: at }).where('id', '=', id).execute();
};

export const insertMembership = async (
  trx: OpenTransaction,
  row: Insertable<MembershipTable>,
): Promise<void> => {
  await trx.insertInto('membership').values(row).execute();
};

/** Ends a membership; false when it is over already. */
export async function endMembership(trx: OpenTransaction, id: string, at: string): Promise<boolean> {
  const result = await trx
    .updateTable('membership')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Lets a staff member submit for the organization, or no longer. */
export const setDelegate = async (trx: OpenTransaction, id: string, delegate: boolean): Promise<void> => {
  await trx
    .updateTable('membership')
    .set({ delegate: delegate ? 1 : 0 })
    .where('id', '=', id)
    .execute();
};
