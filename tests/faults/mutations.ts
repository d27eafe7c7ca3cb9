import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { type HistoryRow, hashOfEvent } from '#db/writes/history.server.ts';

/** Chooses as the numbers lead; the same numbers choose the same. */
export type Choose = <T>(from: readonly T[]) => T;

/** What somebody with the database file in hands may do to the history; answers what was done, null when nothing could be. */
export type Mutation = (
  trx: OpenTransaction,
  events: readonly HistoryRow[],
  choose: Choose,
) => Promise<string | null>;

const columns = [
  'event',
  'from_state',
  'to_state',
  'actor_id',
  'actor_name',
  'role',
  'at',
  'input',
  'observed',
  'request_id',
  'center_id',
  'facts_hash',
  'hash',
  'previous_hash',
] as const;

const set = (trx: OpenTransaction, seq: number, change: Partial<Omit<HistoryRow, 'seq'>>) =>
  trx.updateTable('history').set(change).where('seq', '=', seq).execute();

const say = ({ lifecycle, record_id, number }: HistoryRow) => `${lifecycle} ${record_id} event ${number}`;

const change =
  (column: (typeof columns)[number]): Mutation =>
  async (trx, events, choose) => {
    const event = choose(events);
    await sql`pragma defer_foreign_keys = on`.execute(trx);
    await set(trx, event.seq, { [column]: `${event[column] ?? ''}x` });
    return `${column} of ${say(event)}`;
  };

const remove: Mutation = async (trx, events, choose) => {
  const event = choose(events);
  await trx.deleteFrom('event_apart').where('history_seq', '=', event.seq).execute();
  await trx.deleteFrom('history').where('seq', '=', event.seq).execute();
  return `no ${say(event)}`;
};

const insert: Mutation = async (trx, events, choose) => {
  const { seq: _seq, ...event } = choose(events);
  const chain = await historyOf(trx, event.lifecycle as LifecycleName, event.record_id);
  const last = chain.at(-1)!;
  const forged = { ...event, number: last.number + 1, previous_hash: last.hash, hash: '' };
  await trx
    .insertInto('history')
    .values({ ...forged, hash: hashOfEvent(forged) } as HistoryRow)
    .execute();
  return `one more ${event.event} after ${say(last)}`;
};

const swap: Mutation = async (trx, events, choose) => {
  const event = choose(events);
  const other = events.find((e) => e.record_id === event.record_id && e.number === event.number + 1);
  if (other === undefined || (other.event === event.event && other.input === event.input)) return null;
  for (const [seq, from] of [
    [event.seq, other],
    [other.seq, event],
  ] as const)
    await set(trx, seq, { event: from.event, input: from.input, at: from.at, actor_name: from.actor_name });
  return `${say(event)} for the next`;
};

const replace: Mutation = async (trx, events, choose) => {
  const event = choose(events);
  await sql`pragma defer_foreign_keys = on`.execute(trx);
  await sql`insert or replace into history select seq, lifecycle, record_id, number, center_id, event, from_state, to_state, actor_id, ${'somebody else'}, role, at, input, observed, request_id, machine_version, previous_hash, hash, facts_hash from history where seq = ${event.seq}`.execute(
    trx,
  );
  return `${say(event)} by somebody else`;
};

/** The whole chain from one event on, made to fit again: only the checkpoint can tell. */
const rechain: Mutation = async (trx, events, choose) => {
  const event = choose(events);
  const chain = await historyOf(trx, event.lifecycle as LifecycleName, event.record_id);
  let previous: string | null = null;
  for (const { seq, hash: _hash, ...link } of chain) {
    const forged = {
      ...link,
      previous_hash: previous ?? link.previous_hash,
      actor_name: link.number === event.number ? 'somebody else' : link.actor_name,
    };
    previous = hashOfEvent(forged);
    await set(trx, seq, { ...forged, hash: previous });
  }
  return `${say(event)}, and the chain after it made to fit`;
};

/** The record put back to where it stood before its last event, which goes without a trace: only the checkpoint can tell. */
const restoreOld: Mutation = async (trx, events, choose) => {
  const event = choose(events);
  const lifecycle = event.lifecycle as LifecycleName;
  const chain = await historyOf(trx, lifecycle, event.record_id);
  const [before, last] = chain.slice(-2);
  if (!before || !last || chain.length < 2) return null;
  const facts = '{"put":"back"}';
  const { seq, hash: _hash, ...link } = before;
  const forged = { ...link, facts_hash: createHash('sha256').update(facts).digest('hex') };
  await trx.deleteFrom('event_apart').where('history_seq', '=', last.seq).execute();
  await trx.deleteFrom('history').where('seq', '=', last.seq).execute();
  await set(trx, seq, { ...forged, hash: hashOfEvent(forged) });
  await trx
    .updateTable(lifecycle)
    .set({ state: before.to_state, version: before.number, facts })
    .where('id', '=', event.record_id)
    .execute();
  return `${say(last)} undone without a trace`;
};

const facts: Mutation = async (trx, events, choose) => {
  const event = choose(events);
  const lifecycle = event.lifecycle as LifecycleName;
  await trx
    .updateTable(lifecycle)
    .set((eb) => ({ facts: eb.fn<string>('replace', ['facts', eb.val('}'), eb.val(' }')]) }))
    .where('id', '=', event.record_id)
    .execute();
  return `facts of ${say(event)}`;
};

const vanish: Mutation = async (trx, events, choose) => {
  const event = choose(events);
  await sql`pragma defer_foreign_keys = on`.execute(trx);
  const seqs = events.filter((e) => e.record_id === event.record_id).map((e) => e.seq);
  await trx.deleteFrom('event_apart').where('history_seq', 'in', seqs).execute();
  await trx.deleteFrom('history').where('record_id', '=', event.record_id).execute();
  return `no history of ${say(event)}`;
};

const checkpoint: Mutation = async (trx, _events, choose) => {
  const column = choose(['digest', 'records', 'last_seq'] as const);
  const [last] = await trx.selectFrom('checkpoint').selectAll().orderBy('id', 'desc').limit(1).execute();
  if (last === undefined) return null;
  const value = column === 'digest' ? `${last.digest.slice(1)}0` : last[column] - 1;
  await trx
    .updateTable('checkpoint')
    .set({ [column]: value })
    .where('id', '=', last.id)
    .execute();
  return `${column} of the checkpoint`;
};

export const mutations: Readonly<Record<string, Mutation>> = {
  ...Object.fromEntries(columns.map((column) => [`change ${column}`, change(column)])),
  remove,
  insert,
  swap,
  replace,
  rechain,
  restoreOld,
  facts,
  vanish,
  checkpoint,
};
