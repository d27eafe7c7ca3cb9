import { type RawBuilder, sql } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import { gramsOfName } from './name-grams.server.ts';
import { centerWord, type FoundName, type Match } from './name-match.server.ts';

const words = (list: readonly string[]): RawBuilder<string[]> => sql<string[]>`${[...list]}::text[]`;

const holds = ({ centers, names }: Match): RawBuilder<boolean> =>
  centers.length === 0
    ? sql<boolean>`s.grams @> ${words(names)}`
    : sql<boolean>`s.grams @> ${words(names)} and s.grams && ${words(centers)}`;

/** The organizations whose words hold what is sought, as a table expression. */
export const foundNames = (match: Match): RawBuilder<FoundName> =>
  sql<FoundName>`(select s.seq, s.organization_id from organization_search as s where ${holds(match)})`;

/** Puts a name into the index, in the place that the organization has in it, or a new one. */
export async function putName(
  trx: OpenTransaction,
  centerId: string,
  id: string,
  name: string,
): Promise<void> {
  const grams = words([centerWord(centerId), ...gramsOfName(name)]);
  await sql`insert into organization_search (organization_id, grams) values (${id}, ${grams})
    on conflict (organization_id) do update set grams = excluded.grams`.execute(trx);
}
