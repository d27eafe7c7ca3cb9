import { type RawBuilder, sql } from 'kysely';
import type { Connection, OpenTransaction } from '../connection.server.ts';
import { gramsOfName, gramsOfQuery } from './name-grams.server.ts';

/** A name that was found: its place in the index, by which pages go, and the organization. */
export interface FoundName {
  readonly seq: number;
  readonly organization_id: string;
}

/** A center as a word of the index. The sign before it keeps it apart from names. */
const centerWord = (centerId: string): string => `§${centerId.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`;

/** More centers than this are not named in the query; the caller's own condition on the center holds anyway. */
const centersNamed = 40;

const quoted = (word: string): string => `"${word}"`;

/** The query in FTS5's own language; null when there is nothing to look for. */
function matchOf(centerIds: readonly string[], query: string): string | null {
  const sought = gramsOfQuery(query);
  if (sought === null) return null;
  const names = sought.map(quoted).join(' AND ');
  if (centerIds.length === 0 || centerIds.length > centersNamed) return names;
  return `(${centerIds.map((id) => quoted(centerWord(id))).join(' OR ')}) AND ${names}`;
}

/**
 * The organizations whose name holds every word of the query, as a table expression to join with, newest index entry
 * last. Centers narrow it where they are few; without any, all centers. Null when the query holds no letter.
 */
export function namesMatching(centerIds: readonly string[], query: string): RawBuilder<FoundName> | null {
  const match = matchOf(centerIds, query);
  return match === null
    ? null
    : sql<FoundName>`(select g.rowid as seq, s.organization_id from organization_grams as g
        join organization_search as s on s.seq = g.rowid where g.organization_grams match ${match})`;
}

/** How many names match, counted no further than `most`. */
export async function countMatching(
  db: Connection,
  centerIds: readonly string[],
  query: string,
  most: number,
): Promise<number> {
  const match = matchOf(centerIds, query);
  if (match === null) return 0;
  const { rows } = await sql<{ n: number }>`select count(*) as n from
    (select 1 from organization_grams where organization_grams match ${match} limit ${most})`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The place of an organization in the index: where a page that follows it goes on. */
export const seqOf = (organizationId: string): RawBuilder<number> =>
  sql<number>`(select seq from organization_search where organization_id = ${organizationId})`;

/** Puts a name into the index, or what it is called now in the place of what it was called. */
export async function indexName(
  trx: OpenTransaction,
  centerId: string,
  id: string,
  name: string,
): Promise<void> {
  const { rows } = await sql<{ seq: number }>`insert into organization_search (organization_id) values (${id})
    on conflict (organization_id) do update set organization_id = excluded.organization_id returning seq`.execute(
    trx,
  );
  const grams = [centerWord(centerId), ...gramsOfName(name)].join(' ');
  await sql`insert or replace into organization_grams (rowid, grams) values (${rows[0]?.seq}, ${grams})`.execute(
    trx,
  );
}
