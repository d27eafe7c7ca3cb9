import { createHash } from 'node:crypto';
import { decodeTime, ulid } from 'ulid';
import type { Connection } from '#db/connection.server.ts';
import { settledSeq } from '#db/dialects/settled-history.server.ts';
import { headsAsOf, newestCheckpoints } from '#db/reads/admin-history.server.ts';
import { insertCheckpoint } from '#db/writes/admin-checkpoints.server.ts';
import type { House } from '../house.ts';

const oneDay = 86_400_000;
const page = 1000;

/** What a checkpoint says: how far it goes, of how many records, and one hash over the heads of all their chains. */
export interface Checkpoint {
  readonly id: string;
  readonly at: string;
  readonly last_seq: number;
  readonly records: number;
  readonly digest: string;
}

/**
 * Takes the daily checkpoint when the last one is a day old: chains the heads of all records to the checkpoint
 * before, so that a record that vanishes with its whole history is found too. Answers null when it is too early, or
 * when another process is at it.
 */
export const dailyCheckpoint = (house: House): Promise<Checkpoint | null> =>
  house.store.alone('checkpoint', async () => {
    const [last] = await newestCheckpoints(house.store.read, 1);
    if (last !== undefined && Date.parse(house.clock.now()) - Date.parse(last.at) < oneDay) return null;
    return takeCheckpoint(house);
  });

/** Takes a checkpoint now; with every backup, and daily. */
export async function takeCheckpoint(house: House): Promise<Checkpoint> {
  const db = house.store.read;
  // Before a settled place the history does not change, so its heads are the same whenever they are read.
  const upTo = await settledSeq(house.store);
  const { records, digest: heads } = await digestOfHeads(db, upTo);
  const taken = await house.store.write(async (trx) => {
    const [before] = await newestCheckpoints(trx, 1);
    if (before !== undefined && before.last_seq > upTo) return null;
    const at = house.clock.now();
    const id = idAfter(before?.id, at);
    const checkpoint = { id, at, last_seq: upTo, records, digest: chained(before?.digest, upTo, heads) };
    await insertCheckpoint(trx, checkpoint);
    return checkpoint;
  });
  // another one that goes further was taken meanwhile: the next goes as far at least
  return taken ?? takeCheckpoint(house);
}

/** Whether a checkpoint still says the truth about the history up to it. `before` is the one it was chained to. */
export async function checkpointHolds(
  db: Connection,
  checkpoint: Checkpoint,
  before: Checkpoint | undefined,
): Promise<boolean> {
  const { records, digest } = await digestOfHeads(db, checkpoint.last_seq);
  return (
    records === checkpoint.records &&
    checkpoint.digest === chained(before?.digest, checkpoint.last_seq, digest)
  );
}

async function digestOfHeads(db: Connection, upTo: number) {
  const hash = createHash('sha256');
  let records = 0;
  let after = { lifecycle: '', record_id: '' };
  for (;;) {
    const heads = await headsAsOf(db, upTo, after, page);
    for (const head of heads)
      hash.update(JSON.stringify([head.lifecycle, head.record_id, head.number, head.hash]));
    records += heads.length;
    const last = heads.at(-1);
    if (last === undefined || heads.length < page) return { records, digest: hash.digest('hex') };
    after = last;
  }
}

const chained = (previous: string | undefined, upTo: number, heads: string): string =>
  createHash('sha256')
    .update(JSON.stringify([previous ?? '', upTo, heads]))
    .digest('hex');

/** Checkpoints are in order by their ids, also two of one millisecond, and when a clock was set back. */
const idAfter = (before: string | undefined, at: string): string =>
  ulid(Math.max(Date.parse(at), before === undefined ? 0 : decodeTime(before) + 1));
