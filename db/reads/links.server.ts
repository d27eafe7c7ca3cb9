import type { Connection } from '../connection.server.ts';

/** Whether there was such a link, be it used or too old. */
export const isLink = async (db: Connection, id: string): Promise<boolean> =>
  (await db.selectFrom('link').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

/** A link that can still be used at this instant, or undefined. */
export const liveLink = (db: Connection, id: string, now: string) =>
  db
    .selectFrom('link')
    .selectAll()
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
