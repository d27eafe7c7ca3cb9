import type { Kysely, Transaction } from 'kysely';
import { openSqlite } from './dialects/sqlite.server.ts';
import type { Database } from './tables.ts';

/** What a query is handed: the store's reader, or the transaction that is open. */
export type Connection = Kysely<Database>;
export type OpenTransaction = Transaction<Database>;

/**
 * The database of this process. `read` sees only what is committed; `write` is one transaction that holds the
 * write lock from its beginning, and rolls back when the work throws. Inside `write`, use nothing but the given
 * transaction: on SQLite there is one writing connection, and a query beside it would wait for ever.
 */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres';
  readonly read: Connection;
  readonly write: <T>(work: (trx: OpenTransaction) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database at `file` (SQLite) and checks that it keeps its promises; throws when it does not.
 * `watch` hears each statement that the reader runs, so that a test can ask how it is carried out.
 */
export const openStore = (place: {
  readonly file: string;
  readonly watch?: (statement: string) => void;
}): Store => openSqlite(place.file, place.watch);
