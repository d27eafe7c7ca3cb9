import { type Selectable, sql } from 'kysely';
import type { Connection } from '../connection.server.ts';
import type { OutboxTable } from '../tables.ts';

export type OutboxRow = Selectable<OutboxTable>;

/**
 * What is to be delivered now, the oldest first: letters that somebody has asked for and waits for, then what tells people
 * of their cases, of which one import or one day can bring thousands.
 */
export async function undelivered(db: Connection, now: string, limit: number): Promise<OutboxRow[]> {
  const oldest = (count: number) =>
    db
      .selectFrom('outbox')
      .selectAll()
      .where('delivered_at', 'is', null)
      .where('try_at', '<=', now)
      .orderBy('try_at')
      .limit(count);
  // as it stands in the condition of the index: SQLite does not take a parameter for it
  const waitedFor = await oldest(limit).where('kind', '=', sql.lit('mail')).execute();
  if (waitedFor.length === limit) return waitedFor;
  const others = await oldest(limit - waitedFor.length)
    .where('kind', '!=', sql.lit('mail'))
    .execute();
  return [...waitedFor, ...others];
}

/** What a letter about a notification says, and to whom; undefined when the person is gone. */
export const notificationLetter = (db: Connection, id: string) =>
  db
    .selectFrom('notification')
    .innerJoin('person', 'person.id', 'notification.person_id')
    .select([
      'person.email',
      'person.name',
      'person.locale',
      'notification.lifecycle',
      'notification.record_id',
      'notification.event',
      'notification.at',
      'notification.person_id',
      'notification.actor_name',
      'notification.organization_name',
    ])
    .where('notification.id', '=', id)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
