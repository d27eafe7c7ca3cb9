import type { Connection } from '../connection.server.ts';

/** The sections of an application as they were saved last. */
export const sectionsOf = (db: Connection, applicationId: string) =>
  db.selectFrom('application_section').selectAll().where('application_id', '=', applicationId).execute();

/** When each of some applications was handed in, instants by id; those that were not are left out. */
export async function submissionsOf(
  db: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('application')
    .select(['id', 'facts'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(
    rows.flatMap(({ id, facts }) => {
      const { submittedAt } = JSON.parse(facts) as { readonly submittedAt: string | null };
      return submittedAt === null ? [] : [[id, submittedAt] as const];
    }),
  );
}
