import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { PastPasswordTable, PendingSignInTable, SecondFactorTable } from '../tables.ts';

export const insertSecondFactor = async (
  trx: OpenTransaction,
  row: Insertable<SecondFactorTable>,
): Promise<void> => {
  await trx.insertInto('second_factor').values(row).execute();
};

/** Uses the code of a step up; false when it, or a later one, was used before. */
export async function takeStep(trx: OpenTransaction, personId: string, step: number): Promise<boolean> {
  const result = await trx
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('person_id', '=', personId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Removes the second factor of a person with its recovery codes; false when there was none. */
export async function deleteSecondFactor(trx: OpenTransaction, personId: string): Promise<boolean> {
  await trx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  const result = await trx.deleteFrom('second_factor').where('person_id', '=', personId).executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Puts new recovery codes (their hashes) in the place of all that a person had. */
export async function replaceRecoveryCodes(
  trx: OpenTransaction,
  personId: string,
  hashes: readonly string[],
  at: string,
): Promise<void> {
  await trx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  await trx
    .insertInto('recovery_code')
    .values(hashes.map((id) => ({ id, person_id: personId, created_at: at, used_at: null })))
    .execute();
}

/** Uses a recovery code up; false when it is not this person's, or was used before. */
export async function spendRecoveryCode(
  trx: OpenTransaction,
  personId: string,
  hash: string,
  at: string,
): Promise<boolean> {
  const result = await trx
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('id', '=', hash)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Begins a sign-in that waits for its next step; a person's expired ones go. */
export async function insertPendingSignIn(
  trx: OpenTransaction,
  row: Insertable<PendingSignInTable>,
): Promise<void> {
  await trx
    .deleteFrom('pending_sign_in')
    .where('person_id', '=', row.person_id)
    .where('expires_at', '<=', row.created_at)
    .execute();
  await trx.insertInto('pending_sign_in').values(row).execute();
}

/** Counts a wrong code; answers how many there were. */
export async function failPendingSignIn(trx: OpenTransaction, id: string): Promise<number> {
  const row = await trx
    .updateTable('pending_sign_in')
    .set((eb) => ({ failures: eb('failures', '+', 1) }))
    .where('id', '=', id)
    .returning('failures')
    .executeTakeFirst();
  return Number(row?.failures ?? 0);
}

/** Writes down that the second factor was given. */
export const passSecondFactor = async (trx: OpenTransaction, id: string, at: string): Promise<void> => {
  await trx.updateTable('pending_sign_in').set({ second_factor_at: at }).where('id', '=', id).execute();
};

export const deletePendingSignIn = async (trx: OpenTransaction, id: string): Promise<void> => {
  await trx.deleteFrom('pending_sign_in').where('id', '=', id).execute();
};

/** Ends every sign-in of a person that still waits for a step. */
export const deletePendingSignInsOf = async (trx: OpenTransaction, personId: string): Promise<void> => {
  await trx.deleteFrom('pending_sign_in').where('person_id', '=', personId).execute();
};

/** Keeps the hash of a password that was replaced, and of a person's only the newest few. */
export async function keepPastPassword(
  trx: OpenTransaction,
  row: Insertable<PastPasswordTable>,
  most: number,
): Promise<void> {
  await trx
    .insertInto('past_password')
    .values(row)
    .onConflict((oc) => oc.doNothing())
    .execute();
  const kept = await trx
    .selectFrom('past_password')
    .select('replaced_at')
    .where('person_id', '=', row.person_id)
    .orderBy('replaced_at', 'desc')
    .limit(most)
    .execute();
  const oldest = kept.at(-1)?.replaced_at;
  if (oldest !== undefined)
    await trx
      .deleteFrom('past_password')
      .where('person_id', '=', row.person_id)
      .where('replaced_at', '<', oldest)
      .execute();
}
