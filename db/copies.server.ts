import { closeSync, openSync } from 'node:fs';
import { type Connection, openStore, type Store } from './connection.server.ts';
import {
  checkSqlite,
  copySqlite,
  countRows,
  makeOneFile,
  readingSqlite,
  truncateWal,
} from './dialects/sqlite-copy.server.ts';

/** Copies of a database. They are SQLite files, whatever it is copied from (docs/decisions/0018). */

/** Writes a consistent copy into a new file while others read and write; throws where that fails. */
export const copyDatabase = (from: string, to: string): void => copySqlite(from, to);

/**
 * Makes a new SQLite file, its owner's alone, by filling it in; afterwards nothing belongs to it but the one file. What
 * `fill` leaves when it throws is no database.
 */
export async function fillFile<T>(file: string, fill: (store: Store) => Promise<T>): Promise<T> {
  closeSync(openSync(file, 'wx', 0o600));
  const store = openStore({ file });
  try {
    return await fill(store);
  } finally {
    await store.close();
    makeOneFile(file);
  }
}

/** What the database itself finds wrong with a file; empty when all is well. */
export const faultsOfFile = (file: string): readonly string[] => checkSqlite(file);

/** How many rows each table of a file has. */
export const rowsOfFile = (file: string): Readonly<Record<string, number>> => countRows(file);

/** Empties the write-ahead log of a database that may be served meanwhile, as far as readers let it. */
export const putWalAway = (file: string): void => truncateWal(file);

/** Looks into a file that nobody serves, without being able to change it. */
export async function lookInto<T>(file: string, work: (db: Connection) => Promise<T>): Promise<T> {
  const looking = readingSqlite(file);
  try {
    return await work(looking.read);
  } finally {
    await looking.close();
  }
}
