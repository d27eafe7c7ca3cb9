import type { Connection } from '../connection.server.ts';

/** How many progress reports of an incubation are overdue now. */
export async function overdueReportsOf(db: Connection, incubationId: string): Promise<number> {
  const row = await db
    .selectFrom('progress_report')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('parent_id', '=', incubationId)
    .where('state', '=', 'overdue')
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** The facts of the final evaluation of an incubation that was confirmed last, or undefined. */
export async function confirmedFinalEvaluation(
  db: Connection,
  incubationId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('evaluation')
    .select('facts')
    .where('parent_id', '=', incubationId)
    .where('kind', '=', 'final')
    .where('state', '=', 'confirmed')
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.facts;
}

/** How many evaluations of this kind an incubation has that have not ended. */
export async function openEvaluationsOf(db: Connection, incubationId: string, kind: string): Promise<number> {
  const row = await db
    .selectFrom('evaluation')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('parent_id', '=', incubationId)
    .where('kind', '=', kind)
    .where('state', 'not in', ['confirmed', 'non_participation', 'cancelled'])
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
