import type { Kysely, Transaction } from 'kysely';
import { openPostgres } from './dialects/postgres.server.ts';
import { openSqlite } from './dialects/sqlite.server.ts';
import type { Database } from './tables.ts';

/** What a query is handed: the store's reader, or the transaction that is open. */
export type Connection = Kysely<Database>;
export type OpenTransaction = Transaction<Database>;

/**
 * The database of this process. `read` sees only what is committed. `write` is one transaction, which happens as if
 * alone and rolls back when the work throws: on SQLite it holds the write lock from its beginning, on PostgreSQL the work
 * is done again where another's was in its way, so it may change nothing but what it is given. Inside `write`, use
 * nothing but the given transaction: on SQLite there is one writing connection, and a query beside it would wait for ever.
 * `alone` does what only one process may be at, whatever it is called; null where another is at it.
 * `isTaken`: the one writer is at work, and whoever writes now waits for it. Never on PostgreSQL.
 * `writesEnded`: how many transactions of this process are over; other processes may write as well.
 */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres';
  readonly read: Connection;
  readonly write: <T>(work: (trx: OpenTransaction) => Promise<T>) => Promise<T>;
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T | null>;
  readonly isTaken: () => boolean;
  readonly writesEnded: () => number;
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

/** Opens the database at `url` (PostgreSQL) as `openStore` does a file. The driver is loaded only then. */
export const connectStore = (place: {
  readonly url: string;
  readonly watch?: (statement: string) => void;
}): Promise<Store> => openPostgres(place.url, place.watch);

/**
 * Writes what a page notes by the way, such as when a session was used last, unless the one writer is taken: a register
 * that is brought in takes a minute, and no page waits for it. What is left out is noted by a later visit.
 */
export const writeByTheWay = async (
  store: Store,
  work: (trx: OpenTransaction) => Promise<void>,
): Promise<void> => {
  if (!store.isTaken()) await store.write(work);
};
