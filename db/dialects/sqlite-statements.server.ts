import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

type Statement = ReturnType<SqliteDatabase['prepare']>;

/** So many different statements are kept; the one that came first goes first. */
const MOST_STATEMENTS = 500;

/** Statements are compiled once: half as many transactions again (docs/decisions/0004). */
export function withStatementCache(raw: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Statement>();
  return {
    close: () => raw.close(),
    prepare: (text: string) => {
      let statement = statements.get(text);
      if (statement === undefined) {
        statement = prepared(raw, text);
        if (statements.size >= MOST_STATEMENTS) statements.delete(statements.keys().next().value as string);
        statements.set(text, statement);
      }
      return statement;
    },
  };
}

/**
 * A statement whose rows are read as lists of values and made objects here: the driver names the columns of each row anew,
 * which takes half as long again (docs/decisions/0014).
 */
function prepared(raw: Sqlite.Database, text: string): Statement {
  const statement = raw.prepare(text);
  if (!statement.reader) return statement as unknown as Statement;
  statement.raw();
  let names = namesOf(statement);
  return {
    reader: true,
    all: (parameters) => {
      const rows = statement.all(parameters) as unknown[][];
      // SQLite compiles a `select *` anew by itself where the table has got another column since
      if (rows.length > 0 && rows[0]!.length !== names.length) names = namesOf(statement);
      return rows.map((values) => named(names, values));
    },
    run: (parameters) => statement.run(parameters),
    iterate: function* (parameters) {
      for (const values of statement.iterate(parameters)) yield named(names, values as unknown[]);
    },
  };
}

const namesOf = (statement: Sqlite.Statement): readonly string[] =>
  statement.columns().map(({ name }) => name);

function named(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < names.length; at += 1) row[names[at]!] = values[at];
  return row;
}
