import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { LinkTable } from '../tables.ts';

export const insertLink = async (trx: OpenTransaction, row: Insertable<LinkTable>): Promise<void> => {
  await trx.insertInto('link').values(row).execute();
};

/** Uses a link up; undefined when it was used before, is too old, or never was. */
export const spendLink = (trx: OpenTransaction, id: string, now: string) =>
  trx
    .updateTable('link')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();

/** Spoils the unused links of a purpose, those of one person where one is named. */
export async function spoilLinks(
  trx: OpenTransaction,
  purpose: string,
  now: string,
  personId?: string,
): Promise<void> {
  let query = trx
    .updateTable('link')
    .set({ used_at: now })
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null);
  if (personId !== undefined) query = query.where('person_id', '=', personId);
  await query.execute();
}
