import type { Connection } from '../connection.server.ts';

/** Runs a statement that reads, at once, and gives its rows. */
export type ReadDirectly = (statement: string, parameters: readonly unknown[]) => readonly unknown[];

/** On the connection itself, under a name known everywhere: the pages and the commands are bundled apart, each with this file. */
const name = Symbol.for('hatchery.readDirectly');

/**
 * Lets compiled queries go straight to a database that answers in the same breath (SQLite): the way through Kysely, made
 * for those over there on the wire, takes as long as a small query does. Only for a connection that reads and has no
 * transaction: there is nothing on that way but the wait for one's turn.
 */
export const allowDirectReading = (db: Connection, read: ReadDirectly): void =>
  void Object.assign(db, { [name]: read });

/** The straight way to a connection's database; undefined where there is none, as in a transaction. */
export const directReadingOf = (db: Connection): ReadDirectly | undefined =>
  (db as Connection & { readonly [name]?: ReadDirectly })[name];
