import type { Connection } from '../connection.server.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';

/** How many things a person was told and has not seen. */
export async function unreadCount(db: Connection, personId: string): Promise<number> {
  return Number((await firstOf(unread(db, { personId })))?.n);
}

const unread = hotQuery((db, { personId }: { readonly personId: string }) =>
  db
    .selectFrom('notification')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null),
);

/** What a person was told, newest first, by keyset. */
export const notificationsOf = (db: Connection, personId: string, before: string | null, limit: number) => {
  let query = db.selectFrom('notification').selectAll().where('person_id', '=', personId);
  if (before !== null) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(limit).execute();
};
