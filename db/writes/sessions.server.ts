import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { SessionTable } from '../tables.ts';

export const insertSession = async (trx: OpenTransaction, row: Insertable<SessionTable>): Promise<void> => {
  await trx.insertInto('session').values(row).execute();
};

/** Writes down that a session was used. */
export const touchSession = async (trx: OpenTransaction, id: string, at: string): Promise<void> => {
  await trx.updateTable('session').set({ seen_at: at }).where('id', '=', id).execute();
};

/**
 * Ends one session of a person (`left` in its own browser, or from elsewhere); false when it is not theirs or already
 * over. Its row stays until it is purged, so that a form which comes too late is known to be theirs; it opens nothing
 * any more.
 */
export async function closeSession(
  trx: OpenTransaction,
  personId: string,
  id: string,
  at: string,
  why: 'left' | 'over',
): Promise<boolean> {
  const result = await trx
    .updateTable('session')
    .set({ ended_at: at, ended_for: why })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Ends every session of a person but one (all, without one); answers how many. */
export async function closeSessionsOf(
  trx: OpenTransaction,
  personId: string,
  at: string,
  but?: string,
): Promise<number> {
  let query = trx
    .updateTable('session')
    .set({ ended_at: at, ended_for: 'over' })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  if (but !== undefined) query = query.where('id', '!=', but);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/** Writes down that a session was found past its end, and for what: a clock that is set back does not revive it. */
export const markSessionEnded = async (
  trx: OpenTransaction,
  id: string,
  at: string,
  why: string,
): Promise<void> => {
  await trx
    .updateTable('session')
    .set({ ended_at: at, ended_for: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
};

/** Removes the sessions of a person that are past their end. */
export const deleteExpiredSessions = async (
  trx: OpenTransaction,
  personId: string,
  now: string,
): Promise<void> => {
  await trx.deleteFrom('session').where('person_id', '=', personId).where('expires_at', '<=', now).execute();
};
