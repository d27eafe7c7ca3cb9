import { closeSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from '../tables.ts';

/** Long enough to outlast a checkpoint of the serving process. */
const busyMs = 10_000;

/**
 * Writes a consistent copy of a database into a new file, on a connection of its own that only reads: writers go on
 * meanwhile, and the copy shows one moment. A copy of the file itself would miss what stands in the -wal.
 */
export function copySqlite(from: string, to: string): void {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true, timeout: busyMs });
  try {
    // the copy is its owner's alone: SQLite fills an empty file, and would give a new one to all readers
    closeSync(openSync(to, 'wx', 0o600));
    source.prepare('vacuum into ?').run(to);
  } finally {
    source.close();
  }
}

/** What SQLite itself finds wrong with a file, at most a few of each kind; empty when all is well. */
export function checkSqlite(file: string): readonly string[] {
  const raw = openToRead(file);
  try {
    const integrity = (raw.pragma('integrity_check(5)') as { integrity_check: string }[])
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok');
    const strays = (raw.pragma('foreign_key_check') as { table: string; parent: string }[])
      .slice(0, 5)
      .map((row) => `${row.table} -> ${row.parent}`);
    return [...integrity, ...strays];
  } catch (error) {
    // a file that is no database, or whose first page is spoiled, throws instead of answering
    return [error instanceof Sqlite.SqliteError ? error.code : 'unreadable'];
  } finally {
    raw.close();
  }
}

/** How many rows each table of a file has; indexes of words do not count. */
export function countRows(file: string): Readonly<Record<string, number>> {
  const raw = openToRead(file);
  try {
    const tables = (raw.pragma('table_list') as { schema: string; name: string; type: string }[])
      .filter((t) => t.schema === 'main' && t.type === 'table' && !t.name.startsWith('sqlite_'))
      .map((t) => t.name)
      .sort();
    const count = (name: string) =>
      (raw.prepare(`select count(*) as n from "${name.replaceAll('"', '""')}"`).get() as { n: number }).n;
    return Object.fromEntries(tables.map((name) => [name, count(name)]));
  } finally {
    raw.close();
  }
}

/** A connection that can only read a file, for looking into a copy. */
export function readingSqlite(file: string): { readonly read: Kysely<Database>; close(): Promise<void> } {
  const read = new Kysely<Database>({ dialect: new SqliteDialect({ database: openToRead(file) }) });
  return { read, close: () => read.destroy() };
}

const openToRead = (file: string): Sqlite.Database =>
  new Sqlite(file, { readonly: true, fileMustExist: true, timeout: busyMs });

/** Writes what stands in the -wal into the file and empties it, as far as readers let it. */
export function truncateWal(file: string): void {
  const raw = new Sqlite(file, { fileMustExist: true, timeout: busyMs });
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    raw.close();
  }
}

/** Makes a database that nobody has open all of one file, which no -wal belongs to. */
export function makeOneFile(file: string): void {
  const raw = new Sqlite(file, { fileMustExist: true, timeout: busyMs });
  try {
    raw.pragma('journal_mode = delete');
  } finally {
    raw.close();
  }
}
