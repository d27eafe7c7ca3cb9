import { PostgresAdapter } from 'kysely';
import type { Connection } from '../connection.server.ts';

/** Which database a connection, or an open transaction, speaks to. */
export const dialectOf = (db: Connection): 'sqlite' | 'postgres' =>
  db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
