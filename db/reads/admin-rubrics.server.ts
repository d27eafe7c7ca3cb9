import type { Rubric } from '#app/domain/rubrics.ts';
import type { Connection } from '../connection.server.ts';

/** One version of a rubric as it is stored. */
export interface RubricVersion {
  readonly id: string;
  readonly center_id: string;
  readonly rubric: string;
  readonly version: number;
  readonly content: Rubric;
  readonly published_at: string | null;
  readonly edited_at: string;
}

/** Every version of every rubric of a center: the rubrics in the order in which they came, each newest first. */
export async function rubricVersionsOf(db: Connection, centerId: string): Promise<readonly RubricVersion[]> {
  const rows = await db
    .selectFrom('rubric')
    .selectAll()
    .where('center_id', '=', centerId)
    .orderBy('rubric')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as Rubric }));
}

/** One version of one rubric, or undefined. */
export async function rubricVersionById(db: Connection, id: string): Promise<RubricVersion | undefined> {
  const row = await db.selectFrom('rubric').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { ...row, content: JSON.parse(row.content) as Rubric };
}

/** The version of a rubric by which panels that begin now score. */
export const newestPublishedOf = (
  versions: readonly RubricVersion[],
  rubric: string,
): RubricVersion | undefined =>
  versions
    .filter((v) => v.rubric === rubric && v.published_at !== null)
    .reduce<RubricVersion | undefined>((best, v) => (best && best.version > v.version ? best : v), undefined);
