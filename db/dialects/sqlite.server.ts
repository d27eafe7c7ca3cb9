import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type LimitNode,
  type QueryCompiler,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely';
import type { Store } from '../connection.server.ts';
import type { Database } from '../tables.ts';
import { allowDirectReading } from './direct-reading.server.ts';
import { withStatementCache } from './sqlite-statements.server.ts';

/** The oldest SQLite on which two connections to one file are safe and the known faults are mended. */
const oldestVersion = [3, 53, 2] as const;

/** What each connection is set to, and the value that must be read back (measured reasons in docs/decisions/0004). */
const pragmas: readonly (readonly [name: string, set: string, expected: number | string])[] = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['cell_size_check', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['busy_timeout', '2000', 2000],
  ['journal_size_limit', '67108864', 67108864],
];

// Kysely begins with a plain BEGIN: a transaction that reads and then writes could fail at once with BUSY_SNAPSHOT.
class ImmediateDriver extends SqliteDriver {
  readonly #raw: Sqlite.Database;
  constructor(raw: Sqlite.Database) {
    super({ database: withStatementCache(raw) });
    this.#raw = raw;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  // A full disk makes SQLite roll back by itself; a second rollback would fail and hide the reason.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection);
  }
}

/**
 * Writes how many rows are wanted into the statement. SQLite looks at a limit that is a parameter while it plans, and so
 * compiles the statement anew each time that it is bound: a third of the time of all queries (docs/decisions/0014).
 */
class LimitInText extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    if (ValueNode.is(limit) && Number.isSafeInteger(limit.value)) this.append(`limit ${limit.value}`);
    else super.visitLimit(node);
  }
}

class PlannedOnce extends SqliteDialect {
  override createQueryCompiler(): QueryCompiler {
    return new LimitInText();
  }
}

class ImmediateDialect extends PlannedOnce {
  readonly #raw: Sqlite.Database;
  constructor(raw: Sqlite.Database) {
    super({ database: withStatementCache(raw) });
    this.#raw = raw;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#raw);
  }
}

function open(file: string): Sqlite.Database {
  const raw = new Sqlite(file);
  for (const [name, set] of pragmas) raw.pragma(`${name} = ${set}`);
  for (const [name, , expected] of pragmas) {
    const found = raw.pragma(name, { simple: true });
    if (found !== expected)
      throw new Error(`SQLite: ${name} is ${String(found)}, must be ${String(expected)}`);
  }
  const version = (raw.prepare('select sqlite_version() as v').get() as { v: string }).v;
  const parts = version.split('.').map(Number);
  const order = oldestVersion.map((n, i) => Math.sign((parts[i] ?? 0) - n)).find((s) => s !== 0) ?? 0;
  if (order < 0) throw new Error(`SQLite ${version} is older than ${oldestVersion.join('.')}`);
  return raw;
}

/** Opens a SQLite file with one writing and one reading connection, each checked. */
export function openSqlite(file: string, watch?: (statement: string) => void): Store {
  const writing = open(file);
  const writer = new Kysely<Database>({ dialect: new ImmediateDialect(writing) });
  const reading = open(file);
  reading.pragma('query_only = ON');
  const statements = withStatementCache(reading);
  const reader = new Kysely<Database>({
    dialect: new PlannedOnce({ database: statements }),
    ...(watch ? { log: (event) => watch(event.query.sql) } : {}),
  });
  allowDirectReading(reader, (statement, parameters) => {
    watch?.(statement);
    return statements.prepare(statement).all(parameters);
  });
  let writes = 0;
  let ended = 0;
  return {
    dialect: 'sqlite',
    read: reader,
    write: async (work) => {
      writes += 1;
      try {
        return await writer.transaction().execute(work);
      } finally {
        writes -= 1;
        ended += 1;
      }
    },
    // a file has one process
    alone: (_name, work) => work(),
    isTaken: () => writes > 0,
    writesEnded: () => ended,
    close: async () => {
      await reader.destroy();
      await writer.destroy();
      // Kysely leaves open what it never used, and only the last to close puts the -wal away
      reading.close();
      writing.close();
    },
  };
}
