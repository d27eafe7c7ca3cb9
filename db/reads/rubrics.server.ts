import type { Rubric } from '#app/domain/rubrics.ts';
import type { Connection } from '../connection.server.ts';

/** The newest published version of a center's rubric. Throws when there is none: every center begins with the shipped ones. */
export async function newestPublishedRubric(
  db: Connection,
  centerId: string,
  rubric: string,
): Promise<Rubric> {
  const row = await db
    .selectFrom('rubric')
    .select('content')
    .where('center_id', '=', centerId)
    .where('rubric', '=', rubric)
    .where('published_at', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.content) as Rubric;
}
