import { sql } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';

export interface CountedRequests {
  readonly since: string;
  readonly count: number;
}

/**
 * Adds requests to the count of somebody at a door, or begins a new count where the old one began before `windowStart`.
 * Answers how many there are since when: several processes on one database count together.
 */
export async function addRequests(
  trx: OpenTransaction,
  counted: { readonly door: string; readonly who: string; readonly requests: number },
  now: string,
  windowStart: string,
): Promise<CountedRequests> {
  const { door, who, requests } = counted;
  const row = await trx
    .insertInto('request_count')
    .values({ door, who, since: now, count: requests })
    .onConflict((conflict) =>
      conflict.columns(['door', 'who']).doUpdateSet({
        count: sql<number>`case when request_count.since <= ${windowStart} then excluded.count else request_count.count + excluded.count end`,
        since: sql<string>`case when request_count.since <= ${windowStart} then excluded.since else request_count.since end`,
      }),
    )
    .returning(['since', 'count'])
    .executeTakeFirstOrThrow();
  return { since: row.since, count: Number(row.count) };
}

/** Removes the counts that began before an instant: they say nothing any more. */
export const forgetRequestCounts = async (trx: OpenTransaction, before: string): Promise<void> => {
  await trx.deleteFrom('request_count').where('since', '<', before).execute();
};
