import { createHash } from 'node:crypto';
import { hashOfEvent, hashOfFacts } from '#db/writes/history.server.ts';
import type { Random } from '#tests/random.ts';
import { nameFrom, usccNumber } from './names.ts';
import { lifecycles, type Mould, numberWord, type Pattern, type PatternRow, type Value } from './template.ts';

/** Where the rows of a life go, and what is counted over all of them. */
export interface Sink {
  readonly insert: (table: string, values: readonly Value[]) => void;
  readonly indexName: (centerId: string, organizationId: string, name: string) => void;
  readonly count: (centerId: string, lifecycle: string, state: string) => void;
  /** The next number of a sequence, as the program names it. */
  readonly nextNumber: (centerId: string, prefix: string, period: string) => number;
  readonly newId: (like: string) => string;
  readonly newSeq: () => number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** A center in which lives are lived: its own ids in the place of the template's. */
export interface Place {
  readonly id: string;
  readonly number: number;
  readonly words: ReadonlyMap<string, string>;
}

const beginning = '0'.repeat(64);

/** Says a life's own words anew: ids, numbers, names, codes and addresses, each the same throughout the life. */
function sayer(place: Place, random: Random, sink: Sink, n: number, keepsAddresses: boolean) {
  const said = new Map<string, string>();
  const fresh = (word: string): string => {
    const number = numberWord.exec(word);
    if (number) {
      const [, prefix = '', period = '', digits = ''] = number;
      const next = sink.nextNumber(place.id, prefix, period);
      return `${prefix}-${period}-${String(next).padStart(digits.length, '0')}`;
    }
    if (/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(word)) return sink.newId(word);
    if (word.includes('@')) return keepsAddresses ? word : word.replace('@', `-${n}@`);
    if (/^5[123][0-9A-Z]{16}$/.test(word)) return usccNumber(n, word.slice(0, 2) as '51' | '52' | '53');
    if (/〔\d{4}〕/.test(word)) return word.replace(/〕\d+号/, `〕${n}号`);
    return nameFrom(random);
  };
  return (word: string): string => {
    const known = place.words.get(word) ?? said.get(word);
    if (known !== undefined) return known;
    const now = fresh(word);
    said.set(word, now);
    return now;
  };
}

const isMould = (value: Value | Mould): value is Mould => Array.isArray(value);

const spoken = (value: Value | Mould, say: (word: string) => string): Value =>
  isMould(value) ? value.map((part, i) => (i % 2 === 1 ? say(part) : part)).join('') : value;

const isLifecycle = (table: string): boolean => (lifecycles as readonly string[]).includes(table);

/**
 * Lives one life again in a center: the rows that the engine kept, with ids, names and numbers of their own, chains
 * hashed anew, what is counted counted. `n` is a number that no other life has.
 */
export function liveAgain(
  pattern: Pattern,
  place: Place,
  random: Random,
  sink: Sink,
  n: number,
  keepsAddresses = false,
): void {
  const say = sayer(place, random, sink, n, keepsAddresses);
  const heads = new Map<string, string>();
  const known = new Map<string, Known>();
  let seq = 0;
  for (const { table, values } of pattern.rows) {
    const columns = sink.columns.get(table) ?? [];
    const row = values.map((value) => spoken(value, say));
    const at = (column: string) => columns.indexOf(column);
    const get = (column: string): Value => row[at(column)] ?? null;
    if (table === 'history') {
      seq = sink.newSeq();
      chain(row, columns, seq, heads, known);
    } else if (table === 'event_apart') row[at('history_seq')] = seq;
    else if (table === 'snapshot')
      row[at('hash')] = createHash('sha256')
        .update(String(get('content')))
        .digest('hex');
    else if (table === 'seat') row[at('code')] = `${String(get('code'))}-${n}`;
    else if (table === 'organization') sink.indexName(place.id, String(get('id')), String(get('name')));
    else if (isLifecycle(table)) {
      known.set(`${table}/${get('id')}`, { facts: String(get('facts')), version: Number(get('version')) });
      sink.count(place.id, table, String(get('state')));
    }
    sink.insert(table, row);
  }
}

/** What a record knows after its last event. */
interface Known {
  readonly facts: string;
  readonly version: number;
}

/** Gives an event its place in the whole history, and hashes it onto the one before it of the same record. */
function chain(
  row: Value[],
  columns: readonly string[],
  seq: number,
  heads: Map<string, string>,
  known: ReadonlyMap<string, Known>,
): void {
  const place = (column: string) => columns.indexOf(column);
  const of = known.get(`${row[place('lifecycle')]}/${row[place('record_id')]}`);
  // what a record knew before its last event is told by nothing but these hashes: those of the template stand for it
  if (of && row[place('number')] === of.version) row[place('facts_hash')] = hashOfFacts(of.facts);
  const event = Object.fromEntries(columns.map((column, i) => [column, row[i]])) as never as Parameters<
    typeof hashOfEvent
  >[0];
  const record = `${event.lifecycle}/${event.record_id}`;
  const previous = heads.get(record) ?? beginning;
  const hash = hashOfEvent({ ...event, previous_hash: previous });
  heads.set(record, hash);
  row[columns.indexOf('seq')] = seq;
  row[columns.indexOf('previous_hash')] = previous;
  row[columns.indexOf('hash')] = hash;
}

/** An organization that stands on the register and has begun nothing here: most of a big register. */
export function registerOnly(pattern: Pattern, place: Place, random: Random, sink: Sink, n: number): void {
  const own = pattern.rows.find(({ table }) => table === 'organization') as PatternRow;
  const columns = sink.columns.get('organization') ?? [];
  const say = sayer(place, random, sink, n, false);
  const row = own.values.map((value) => spoken(value, say));
  const set = (column: string, value: Value) => {
    row[columns.indexOf(column)] = value;
  };
  for (const column of ['rating', 'joined_on', 'barred_until']) set(column, null);
  set('standing', 'registered');
  set('listed', 0);
  set('version', 1);
  set('phone', `138${String(random.below(100_000_000)).padStart(8, '0')}`);
  sink.indexName(place.id, String(row[columns.indexOf('id')]), String(row[columns.indexOf('name')]));
  sink.insert('organization', row);
}
