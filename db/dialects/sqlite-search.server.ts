import { type RawBuilder, sql } from 'kysely';
import type { Connection, OpenTransaction } from '../connection.server.ts';
import { gramsOfName } from './name-grams.server.ts';
import { centerWord, type FoundName, type Match, type SoughtWords } from './name-match.server.ts';

const quoted = (word: string): string => `"${word}"`;

/** What is sought, in FTS5's own language: all of it in one text. */
export function soughtWords({ centers, names }: Match): SoughtWords {
  const all = names.map(quoted).join(' AND ');
  return {
    names: centers.length === 0 ? all : `(${centers.map(quoted).join(' OR ')}) AND ${all}`,
    centers: '',
  };
}

/** The organizations whose words hold what is sought, as a table expression. */
export const foundNames = ({ names }: SoughtWords): RawBuilder<FoundName> =>
  sql<FoundName>`(select g.rowid as seq, s.organization_id from organization_grams as g
    join organization_search as s on s.seq = g.rowid where g.organization_grams match ${names})`;

/** Puts a name into the index, in the place that the organization has in it, or a new one. */
export async function putName(
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

/** Pages that are written in one step of merging: some milliseconds. */
const PAGES_AT_ONCE = 64;

/** How many parts the index of names lies in. */
export async function partsOfNames(db: Connection): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(distinct segid) as n from organization_grams_idx`.execute(db);
  return rows[0]?.n ?? 0;
}

/**
 * Merges the index a step further; tells whether it may have further to go. What was written bit by bit lies in up to ten
 * parts, each of which a search goes through: merged into one, a common word is found in a seventh of the time
 * (docs/decisions/0014). The `first` step takes up all parts, whatever their sizes; the others go on with it.
 */
export async function mergeNames(
  trx: OpenTransaction,
  { first }: { readonly first: boolean },
): Promise<boolean> {
  const changes = async () =>
    (await sql<{ n: number }>`select total_changes() as n`.execute(trx)).rows[0]?.n ?? 0;
  const before = await changes();
  const pages = first ? -PAGES_AT_ONCE : PAGES_AT_ONCE;
  await sql`insert into organization_grams (organization_grams, rank) values ('merge', ${pages})`.execute(
    trx,
  );
  // the statement itself counts as one (sqlite.org/fts5.html, 6.8)
  return (await changes()) - before >= 2;
}
