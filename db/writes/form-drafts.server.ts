import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { FormDraftTable } from '../tables.ts';

/** Keeps a draft, in the place of the one that was there. */
export const putFormDraft = async (trx: OpenTransaction, row: Insertable<FormDraftTable>): Promise<void> => {
  const { values, size, saved_at, expires_at } = row;
  await trx
    .insertInto('form_draft')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'place', 'browser']).doUpdateSet({ values, size, saved_at, expires_at }),
    )
    .execute();
};

/** Drops drafts of a person for an address: all, or those of one browser ('' is the one that saved itself). */
export async function deleteFormDrafts(
  trx: OpenTransaction,
  personId: string,
  place: string,
  browser?: string,
): Promise<void> {
  let query = trx.deleteFrom('form_draft').where('person_id', '=', personId).where('place', '=', place);
  if (browser !== undefined) query = query.where('browser', '=', browser);
  await query.execute();
}

/** Drops the drafts that are past their end; answers how many. */
export const deleteOldFormDrafts = async (trx: OpenTransaction, now: string): Promise<number> =>
  Number(
    (await trx.deleteFrom('form_draft').where('expires_at', '<=', now).executeTakeFirst()).numDeletedRows,
  );
