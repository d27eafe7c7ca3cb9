import { sql } from 'kysely';
import type { Connection } from '../connection.server.ts';

/** A message as administrators see it: of a notification the person's address and what it is about, not the case. */
export interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  readonly created_at: string;
  readonly try_at: string;
  readonly tries: number;
  readonly delivered_at: string | null;
  readonly failure: string | null;
}

const waiting = sql<boolean>`(delivered_at is null or failure = 'mail.never')`;

/** Messages that did not arrive yet or were refused for good, the oldest first. */
export const stuckMessages = (db: Connection, limit: number): Promise<MessageRow[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where(waiting)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Messages that went out (or were kept, where no mail server is set), the newest first. */
export const recentMessages = (
  db: Connection,
  before: string | undefined,
  limit: number,
): Promise<MessageRow[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('delivered_at', 'is not', null)
    .where((eb) => eb.or([eb('failure', 'is', null), eb('failure', '!=', 'mail.never')]))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

/** How many messages were tried and did not arrive; those that merely wait their turn do not count. */
export async function stuckCount(db: Connection): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where(waiting)
    .where('failure', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** The addresses that notifications go to, by notification. */
export async function addressesOf(
  db: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('notification')
    .innerJoin('person', 'person.id', 'notification.person_id')
    .select(['notification.id', 'person.email'])
    .where('notification.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.email]));
}
