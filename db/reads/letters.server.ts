import type { Connection } from '../connection.server.ts';
import type { OutboxRow } from './outbox.server.ts';

/** The newest letters of the outbox, sent or not. */
export const newestLetters = (db: Connection, limit: number): Promise<OutboxRow[]> =>
  db.selectFrom('outbox').selectAll().orderBy('id', 'desc').limit(limit).execute();
