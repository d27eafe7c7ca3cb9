import type { Connection } from '../connection.server.ts';

/** How many there are, and since when the oldest has been; null where there is none. */
export interface Queue {
  readonly count: number;
  readonly oldest: string | null;
}

/** Timers that are due, by the instant at which they are to be tried. */
export async function dueTimersQueue(db: Connection, now: string): Promise<Queue> {
  const row = await db
    .selectFrom('timer')
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.min('try_at').as('oldest')])
    .where('try_at', '<=', now)
    .executeTakeFirstOrThrow();
  return { count: Number(row.n), oldest: row.oldest };
}

/** Messages that did not go out yet, by when they were written. */
export async function openOutboxQueue(db: Connection): Promise<Queue> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.min('created_at').as('oldest')])
    .where('delivered_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { count: Number(row.n), oldest: row.oldest };
}

/** Sessions that have not ended. */
export async function liveSessionCount(db: Connection, now: string): Promise<number> {
  const row = await db
    .selectFrom('session')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('expires_at', '>', now)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
