import type { Connection } from '../connection.server.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';

/** One call, published or not. */
export const callById = (db: Connection, id: string) => firstOf(oneCall(db, { id }));

const oneCall = hotQuery((db, { id }: { readonly id: string }) =>
  db.selectFrom('call').selectAll().where('id', '=', id),
);

const admittedStates = ['public_notice', 'objection_open', 'agreement_pending', 'admitted'] as const;
const underReview = ['submitted', 'screening', 'supplement_requested', 'panel_pending', 'in_review'] as const;

/** Where a call stands: reviews still open, places given, and how many there are (null: no limit). */
export async function rankingOfCall(
  db: Connection,
  callId: string,
): Promise<{ openReviews: number; admitted: number; quota: number | null }> {
  const call = await callById(db, callId);
  const counts = await db
    .selectFrom('application')
    .select((eb) => ['state', eb.fn.countAll<number>().as('n')])
    .where('parent_id', '=', callId)
    .groupBy('state')
    .execute();
  const sum = (states: readonly string[]) =>
    counts.filter((c) => states.includes(c.state)).reduce((total, c) => total + Number(c.n), 0);
  return { openReviews: sum(underReview), admitted: sum(admittedStates), quota: call?.quota ?? null };
}
