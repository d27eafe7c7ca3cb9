import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Connection } from '#db/connection.server.ts';
import { newestCheckpoints, type RecordKey, recordsToVerify } from '#db/reads/admin-history.server.ts';
import { allCenters } from '#db/reads/centers.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { firstBreak, hashOfFacts } from '#db/writes/history.server.ts';
import { checkpointHolds } from './checkpoint.server.ts';

/**
 * Something that does not hold: an event that does not fit what comes before it (`chain`), a record that stands
 * elsewhere than its history says, or knows something else (`state`), a history whose record is gone (`missing`), or a checkpoint that the
 * history does not bear out any more (`checkpoint`).
 */
export interface Fault {
  readonly kind: 'chain' | 'state' | 'missing' | 'checkpoint';
  readonly lifecycle: LifecycleName | null;
  /** The record, or the checkpoint. */
  readonly id: string;
  /** The number of the first event that does not fit. */
  readonly number: number | null;
}

export interface Verified {
  readonly records: number;
  readonly events: number;
  readonly checkpoints: number;
  readonly faults: readonly Fault[];
  /** The record after which to go on when there was more than one run takes; null when all was checked. */
  readonly next: RecordKey | null;
}

const recordsAtOnce = 2000;
const checkpointsAtOnce = 3;

/** Checks the chains of a center's records, at most 2,000 a run, and with the first run the newest checkpoints. */
export async function verifyHistory(
  db: Connection,
  centerId: string,
  after: RecordKey | null = null,
): Promise<Verified> {
  const records = await recordsToVerify(db, centerId, after, recordsAtOnce + 1);
  const now = records.slice(0, recordsAtOnce);
  const faults: Fault[] = [];
  let events = 0;
  for (const { lifecycle, recordId } of now) {
    const checked = await verifyRecord(db, lifecycle, recordId);
    events += checked.events;
    if (checked.fault) faults.push(checked.fault);
  }
  const checkpoints = after === null ? await verifyCheckpoints(db) : { checked: 0, faults: [] };
  return {
    records: now.length,
    events,
    checkpoints: checkpoints.checked,
    faults: [...faults, ...checkpoints.faults],
    next: records.length > recordsAtOnce ? (now.at(-1) ?? null) : null,
  };
}

/** Checks one record: its chain, and that it stands where its history says. */
export async function verifyRecord(
  db: Connection,
  lifecycle: LifecycleName,
  id: string,
): Promise<{ readonly events: number; readonly fault: Fault | null }> {
  const chain = await historyOf(db, lifecycle, id);
  const number = firstBreak(chain);
  if (number !== null) return { events: chain.length, fault: { kind: 'chain', lifecycle, id, number } };
  const record = await loadRecord(db, lifecycle, id);
  const last = chain.at(-1);
  if (record === undefined)
    return { events: chain.length, fault: { kind: 'missing', lifecycle, id, number: null } };
  const { state, version, facts } = record.row;
  const knows = last?.facts_hash == null || last.facts_hash === hashOfFacts(facts);
  const stands = state === last?.to_state && version === chain.length && knows;
  return {
    events: chain.length,
    fault: stands ? null : { kind: 'state', lifecycle, id, number: last?.number ?? null },
  };
}

async function verifyCheckpoints(db: Connection) {
  const found = await newestCheckpoints(db, checkpointsAtOnce + 1);
  const faults: Fault[] = [];
  const checked = found.slice(0, checkpointsAtOnce);
  for (const [i, checkpoint] of checked.entries()) {
    if (!(await checkpointHolds(db, checkpoint, found[i + 1])))
      faults.push({ kind: 'checkpoint', lifecycle: null, id: checkpoint.id, number: null });
  }
  return { checked: checked.length, faults };
}

/** Checks the whole history of every center, and the newest checkpoints. For a copy that nobody serves: it takes its time. */
export async function verifyWholeHistory(db: Connection): Promise<Omit<Verified, 'next'>> {
  const sum = { records: 0, events: 0, checkpoints: 0, faults: [] as Fault[] };
  for (const [i, center] of (await allCenters(db)).entries()) {
    let after: RecordKey | null = null;
    do {
      const run: Verified = await verifyHistory(db, center.id, after);
      sum.records += run.records;
      sum.events += run.events;
      // checkpoints are of the whole installation: they come with each center's first run and count once
      if (i === 0) sum.checkpoints += run.checkpoints;
      sum.faults.push(...run.faults.filter((fault) => i === 0 || fault.kind !== 'checkpoint'));
      after = run.next;
    } while (after !== null);
  }
  return sum;
}
