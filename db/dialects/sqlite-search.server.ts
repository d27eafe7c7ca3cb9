import { type RawBuilder, sql } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
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
