import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { SavedFilterTable } from '../tables.ts';

/** Keeps a filter; one of the same name in the same list gives way. */
export const putSavedFilter = async (
  trx: OpenTransaction,
  row: Insertable<SavedFilterTable>,
): Promise<void> => {
  await trx
    .insertInto('saved_filter')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'list', 'name']).doUpdateSet({ query: row.query }),
    )
    .execute();
};

/** Drops a filter of this person's list; somebody else's is left alone. */
export const deleteSavedFilter = async (
  trx: OpenTransaction,
  personId: string,
  list: string,
  id: string,
): Promise<void> => {
  await trx
    .deleteFrom('saved_filter')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .execute();
};
