import { type RawBuilder, sql } from 'kysely';
import type { Connection, OpenTransaction } from '../connection.server.ts';
import { dialectOf } from './dialect-of.server.ts';
import { type FoundName, matchOfQuery } from './name-match.server.ts';
import * as postgres from './postgres-search.server.ts';
import * as sqlite from './sqlite-search.server.ts';

const searches = { postgres, sqlite };

/**
 * The organizations whose name holds every word of the query, as a table expression to join with, newest index entry
 * last. Centers narrow it where they are few; without any, all centers. Null when the query holds no letter.
 */
export function namesMatching(
  db: Connection,
  centerIds: readonly string[],
  query: string,
): RawBuilder<FoundName> | null {
  const match = matchOfQuery(centerIds, query);
  return match === null ? null : searches[dialectOf(db)].foundNames(match);
}

/** How many names match, counted no further than `most`. */
export async function countMatching(
  db: Connection,
  centerIds: readonly string[],
  query: string,
  most: number,
): Promise<number> {
  const names = namesMatching(db, centerIds, query);
  if (names === null) return 0;
  const { rows } = await sql<{ n: number }>`select count(*) as n from
    (select 1 from ${names} as m limit ${most}) as counted`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The place of an organization in the index: where a page that follows it goes on. */
export const seqOf = (organizationId: string): RawBuilder<number> =>
  sql<number>`(select seq from organization_search where organization_id = ${organizationId})`;

/** Puts a name into the index, or what it is called now in the place of what it was called. */
export const indexName = (trx: OpenTransaction, centerId: string, id: string, name: string): Promise<void> =>
  searches[dialectOf(trx)].putName(trx, centerId, id, name);
