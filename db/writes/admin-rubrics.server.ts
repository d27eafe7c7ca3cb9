import type { Insertable } from 'kysely';
import type { Rubric } from '#app/domain/rubrics.ts';
import type { OpenTransaction } from '../connection.server.ts';
import type { RubricTable } from '../tables.ts';

export const insertRubrics = async (
  trx: OpenTransaction,
  rubrics: readonly Insertable<RubricTable>[],
): Promise<void> => {
  if (rubrics.length > 0)
    await trx
      .insertInto('rubric')
      .values([...rubrics])
      .execute();
};

/** Writes a draft anew if it is still a draft and nobody wrote it meanwhile; false otherwise. */
export async function updateDraftRubric(
  trx: OpenTransaction,
  id: string,
  seenEditedAt: string,
  change: { readonly content: Rubric; readonly editedAt: string; readonly publishedAt?: string },
): Promise<boolean> {
  const result = await trx
    .updateTable('rubric')
    .set({
      content: JSON.stringify(change.content),
      edited_at: change.editedAt,
      published_at: change.publishedAt ?? null,
    })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .where('edited_at', '=', seenEditedAt)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
