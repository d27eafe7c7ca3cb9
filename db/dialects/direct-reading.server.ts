import type { Connection } from '../connection.server.ts';

/** Runs a statement that reads, at once, and gives its rows. */
export type ReadDirectly = (statement: string, parameters: readonly unknown[]) => readonly unknown[];

const readers = new WeakMap<Connection, ReadDirectly>();

/**
 * Lets compiled queries go straight to a database that answers in the same breath (SQLite): the way through Kysely, made
 * for those over there on the wire, takes as long as a small query does. Only for a connection that reads and has no
 * transaction: there is nothing on that way but the wait for one's turn.
 */
export const allowDirectReading = (db: Connection, read: ReadDirectly): void => void readers.set(db, read);

/** The straight way to a connection's database; undefined where there is none, as in a transaction. */
export const directReadingOf = (db: Connection): ReadDirectly | undefined => readers.get(db);
