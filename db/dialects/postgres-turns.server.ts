import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { Database } from '../tables.ts';
import type { Sessions } from './postgres-reach.server.ts';

/** So often a transaction is tried beside others; then it has the database for itself. */
const triesBesideOthers = 6;
/** And so often alone: nobody can be in its way then but a statement that no program of ours sent. */
const triesAlone = 3;

/**
 * Another transaction was in the way, and the same work may well succeed now: it could not be put in an order with the
 * others, a deadlock was broken, or the row that it found missing and inserted was inserted meanwhile.
 */
const another = new Set(['40001', '40P01', '23505']);

const codeOf = (error: unknown): string =>
  error instanceof Error ? String((error as Error & { code?: unknown }).code) : '';

/** A row that is still there after the third time was there before: that is a fault of the work. */
const metAnother = (error: unknown, tries: number): boolean =>
  another.has(codeOf(error)) && !(codeOf(error) === '23505' && tries > 2);

/** One number for each name, by which sessions of one database find one another. */
const lockOf = (name: string): string =>
  createHash('sha256').update(`hatchery ${name}`).digest().readBigInt64BE().toString();

const writers = lockOf('writers');

/**
 * One serializable transaction, done again when it met another's. Writers share a lock; who lost too often takes it
 * alone and is then the single writer that SQLite always has: a long import is not starved by many short moves.
 */
export async function inTurnWith<T>(
  writer: Kysely<Database>,
  work: (trx: OpenTransaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const isAlone = tries > triesBesideOthers;
    try {
      return await once(writer, isAlone, work);
    } catch (error) {
      if (!metAnother(error, tries) || tries >= triesBesideOthers + triesAlone) throw error;
    }
    await pause(Math.random() * 4 * 2 ** Math.min(tries, 5));
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const once = <T>(
  writer: Kysely<Database>,
  isAlone: boolean,
  work: (trx: OpenTransaction) => Promise<T>,
): Promise<T> =>
  writer.connection().execute(async (session) => {
    // taken before the transaction: what it sees must be what is there once the lock is held
    const suffix = isAlone ? sql.raw('') : sql.raw('_shared');
    await sql`select pg_advisory_lock${suffix}(${writers})`.execute(session);
    try {
      return await session.transaction().setIsolationLevel('serializable').execute(work);
    } finally {
      // a session that broke off has let go of it by itself
      await sql`select pg_advisory_unlock${suffix}(${writers})`.execute(session).catch(() => {});
    }
  });

/** Does a piece of work unless another process of this database is at it: then null. A process that dies lets go of it. */
export async function aloneWith<T>(turns: Sessions, name: string, work: () => Promise<T>): Promise<T | null> {
  const client = await turns.connect();
  const lock = lockOf(name);
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lock]);
    if (!rows[0]?.got) return null;
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]).catch((error: Error) => {
        broken = error;
      });
    }
  } finally {
    client.release(broken);
  }
}
