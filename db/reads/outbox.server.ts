import type { Selectable } from 'kysely';
import type { Connection } from '../connection.server.ts';
import type { OutboxTable } from '../tables.ts';

export type OutboxRow = Selectable<OutboxTable>;

/** What is to be delivered now, the oldest first. */
export const undelivered = (db: Connection, now: string, limit: number): Promise<OutboxRow[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('delivered_at', 'is', null)
    .where('try_at', '<=', now)
    .orderBy('try_at')
    .limit(limit)
    .execute();

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
