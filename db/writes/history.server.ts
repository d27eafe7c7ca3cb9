import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';
import { firstOf, hotQuery } from '../reads/hot-query.server.ts';
import type { HistoryTable } from '../tables.ts';
import { insertRows } from './insert-rows.server.ts';

export type HistoryRow = Selectable<HistoryTable>;
type Link = Omit<HistoryRow, 'seq' | 'hash'>;

/** An event as the engine hands it over, with the record's facts after it. */
type Event = Omit<Link, 'number' | 'previous_hash' | 'facts_hash' | 'lifecycle'> & {
  readonly lifecycle: LifecycleName;
  readonly facts: string;
};

/** What comes before the first event of a record. */
const beginning = '0'.repeat(64);

/** What an event remembers of the facts that it left behind: their SHA-256. */
export const hashOfFacts = (facts: string): string => createHash('sha256').update(facts).digest('hex');

/** The hash of one event: SHA-256 over its fields in a fixed order, the hash before it among them. */
export function hashOfEvent(link: Link): string {
  const fields = [
    link.previous_hash,
    link.lifecycle,
    link.record_id,
    link.number,
    link.center_id,
    link.event,
    link.from_state,
    link.to_state,
    link.actor_id,
    link.actor_name,
    link.role,
    link.at,
    link.input,
    link.observed,
    link.request_id,
    link.machine_version,
    ...(link.facts_hash === null ? [] : [link.facts_hash]),
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Appends one event to its record's chain and answers its place in the whole history. */
export async function appendHistory(trx: OpenTransaction, { facts, ...event }: Event): Promise<number> {
  const last = await firstOf(endOfChain(trx, { lifecycle: event.lifecycle, recordId: event.record_id }));
  const link: Link = {
    ...event,
    number: (last?.number ?? 0) + 1,
    previous_hash: last?.hash ?? beginning,
    facts_hash: hashOfFacts(facts),
  };
  const row = await firstOf(added(trx, { ...link, hash: hashOfEvent(link) }));
  if (row === undefined) throw new Error('An event was not appended');
  return row.seq;
}

const endOfChain = hotQuery((db, { lifecycle, recordId }: { lifecycle: string; recordId: string }) =>
  db
    .selectFrom('history')
    .select(['number', 'hash'])
    .where('lifecycle', '=', lifecycle)
    .where('record_id', '=', recordId)
    .orderBy('number', 'desc')
    .limit(1),
);

const added = hotQuery((db, row: Omit<HistoryRow, 'seq'>) =>
  db
    .insertInto('history')
    .values(row as HistoryRow)
    .returning('seq'),
);

/** Begins the chains of records that have no history yet, each with its first event. */
export async function beginHistories(trx: OpenTransaction, events: readonly Event[]): Promise<void> {
  const links = events.map(
    ({ facts, ...event }): Link => ({
      ...event,
      number: 1,
      previous_hash: beginning,
      facts_hash: hashOfFacts(facts),
    }),
  );
  await insertRows(
    trx,
    'history',
    links.map((link) => ({ ...link, hash: hashOfEvent(link) }) as HistoryRow),
  );
}

/** The first event of a chain that does not fit what comes before it, by its number; null when all fit. */
export function firstBreak(chain: readonly HistoryRow[]): number | null {
  let previous = beginning;
  for (const [i, row] of chain.entries()) {
    const { seq: _seq, hash, ...link } = row;
    if (row.number !== i + 1 || row.previous_hash !== previous || hashOfEvent(link) !== hash) return i + 1;
    previous = hash;
  }
  return null;
}
