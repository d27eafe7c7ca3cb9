import type { Connection } from '../connection.server.ts';

/** Ids of the evaluations of an incubation that have not ended, whatever their kind. */
export async function openEvaluationIds(db: Connection, incubationId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('evaluation')
    .select('id')
    .where('parent_id', '=', incubationId)
    .where('state', 'not in', ['confirmed', 'non_participation', 'cancelled'])
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Ids of the graduations of an incubation that are under way and not yet certified. */
export async function openGraduationIds(db: Connection, incubationId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('graduation')
    .select('id')
    .where('parent_id', '=', incubationId)
    .where('state', 'not in', ['certified', 'closed', 'refused', 'revoked'])
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
