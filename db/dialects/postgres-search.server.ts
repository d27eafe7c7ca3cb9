import { type RawBuilder, sql } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import { gramsOfName } from './name-grams.server.ts';
import { centerWord, type FoundName, type Match, type SoughtWords } from './name-match.server.ts';

const words = (list: readonly string[]): RawBuilder<string[]> => sql<string[]>`${[...list]}::text[]`;

/** What is sought, with spaces between: no word has one in it. */
export const soughtWords = ({ centers, names }: Match): SoughtWords => ({
  names: names.join(' '),
  centers: centers.join(' '),
});

const listed = (text: string): RawBuilder<string[]> => sql<string[]>`string_to_array(${text}, ' ')`;

/** The organizations whose words hold what is sought, as a table expression. */
export const foundNames = ({ names, centers }: SoughtWords, inCenters: boolean): RawBuilder<FoundName> =>
  sql<FoundName>`(select s.seq, s.organization_id from organization_search as s where s.grams @> ${listed(names)}${
    inCenters ? sql` and s.grams && ${listed(centers)}` : sql``
  })`;

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
