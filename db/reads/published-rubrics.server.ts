import type { Rubric } from '#app/domain/rubrics.ts';
import type { Connection } from '../connection.server.ts';

/** The newest published version of each of these rubrics of a center, in the order asked for; left out where there is none. */
export async function publishedRubrics(
  db: Connection,
  centerId: string,
  ids: readonly string[],
): Promise<readonly Rubric[]> {
  const rows = await db
    .selectFrom('rubric')
    .select(['rubric', 'content'])
    .where('center_id', '=', centerId)
    .where('rubric', 'in', ids)
    .where('published_at', 'is not', null)
    .orderBy('version', 'desc')
    .execute();
  return ids.flatMap((id) => {
    const newest = rows.find((row) => row.rubric === id);
    return newest === undefined ? [] : [JSON.parse(newest.content) as Rubric];
  });
}
