import { sql } from 'kysely';
import type { Store } from '../connection.server.ts';

/**
 * The place of the newest event before which nothing will appear any more; 0 before the first. On PostgreSQL events
 * take their places when they are written and are seen when their transaction ends, in any order: those under way are
 * waited for.
 */
export async function settledSeq(store: Store): Promise<number> {
  const newest = sql<{ seq: number | null }>`select max(seq) as seq from history`;
  const { rows } =
    store.dialect === 'sqlite'
      ? await newest.execute(store.read)
      : await store.write(async (trx) => {
          // the first statement: what is seen is what is there once nobody writes
          await sql`lock table history in share mode`.execute(trx);
          return newest.execute(trx);
        });
  return rows[0]?.seq ?? 0;
}
