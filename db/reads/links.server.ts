import type { Connection } from '../connection.server.ts';

/** A link that can still be used at this instant, or undefined. */
export const liveLink = (db: Connection, id: string, now: string) =>
  db
    .selectFrom('link')
    .selectAll()
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
