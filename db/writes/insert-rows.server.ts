import type { Insertable } from 'kysely';
import type { Connection, OpenTransaction } from '../connection.server.ts';
import { hotQuery } from '../reads/hot-query.server.ts';
import type { Database } from '../tables.ts';

type Scalar = string | number | null;
type Columns = Readonly<Record<string, readonly Scalar[]>>;

/** So many rows go into one statement: a database takes only so many values at once. */
const AT_A_TIME = 200;
/** Statements of so many rows are kept, one for each number of rows; longer ones are rare and built each time. */
const MOST_KEPT = 20;

interface Shape {
  readonly table: keyof Database;
  readonly columns: readonly string[];
}

const insertion = (db: Connection, values: Columns, { table, columns }: Shape) =>
  db
    .insertInto(table)
    .values(
      (values[columns[0] ?? ''] ?? []).map((_, at) =>
        Object.fromEntries(columns.map((column) => [column, values[column]?.[at]])),
      ) as never,
    );

const kept = hotQuery<Columns, unknown, Shape>((db, values, shape) => insertion(db, values, shape));

/**
 * Puts rows into a table, a few hundred in a statement; the statements of few rows are built once and then only given
 * their values. Every row must name the same columns: throws where one does not.
 */
export async function insertRows<T extends keyof Database>(
  trx: OpenTransaction,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    const some = rows.slice(from, from + AT_A_TIME) as readonly Readonly<Record<string, Scalar>>[];
    if (some.some((row) => Object.keys(row).length !== columns.length))
      throw new Error(`A row of ${table} with other columns than the first`);
    const values = Object.fromEntries(
      columns.map((column) => [column, some.map((row) => given(row, column))]),
    );
    const shape = { table, columns };
    if (some.length <= MOST_KEPT) await kept(trx, values, shape);
    else await insertion(trx, values, shape).execute();
  }
}

function given(row: Readonly<Record<string, Scalar | undefined>>, column: string): Scalar {
  const value = row[column];
  if (value === undefined) throw new Error(`A row without ${column} among rows that have it`);
  return value;
}
