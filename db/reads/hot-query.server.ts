import type { Compilable, CompiledQuery } from 'kysely';
import type { Connection } from '../connection.server.ts';
import { dialectOf } from '../dialects/dialect-of.server.ts';
import { directReadingOf } from '../dialects/direct-reading.server.ts';

type Scalar = string | number | null;
/** What a query is given, by name; a list stands for the values of an `in`. */
type Values = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** Stands in a query where a value will be. It is nobody's value: whoever looks at it while building is told so. */
class Gap {
  readonly name: string;
  readonly at: number | null;
  constructor(name: string, at: number | null) {
    this.name = name;
    this.at = at;
  }
  [Symbol.toPrimitive](): never {
    throw new Error(
      `A hot query may not look at ${this.name} while it is built: its shape would depend on it`,
    );
  }
}

type HotQuery<V, Row, Shape> = (
  db: Connection,
  values: V,
  ...shape: Shape extends undefined ? [] : [Shape]
) => Promise<Row[]>;

/**
 * A query that pages ask all the time: built and compiled once for each dialect, each `shape` and each length of its
 * lists, and then only given its values. Building and compiling costs more than most of these queries take to run.
 * `build` may depend on `shape` (small, plain data) and on nothing else; it places the values and never looks at them. How
 * many rows are wanted is part of the shape: as a value it would make SQLite compile the statement anew each time.
 */
export function hotQuery<V extends Values, Row, Shape = undefined>(
  build: (db: Connection, values: V, shape: Shape) => Compilable<Row>,
): HotQuery<V, Row, Shape> {
  const compiled = new Map<
    string,
    { readonly query: CompiledQuery<Row>; readonly gaps: readonly unknown[] }
  >();
  return async (db, values, ...shape) => {
    const key = keyOf(dialectOf(db), values, shape[0]);
    let known = compiled.get(key);
    if (known === undefined) {
      const query = build(db, gapsFor(values), shape[0] as Shape).compile();
      known = { query, gaps: query.parameters };
      compiled.set(key, known);
    }
    const parameters = known.gaps.map((gap) => (gap instanceof Gap ? valueAt(values, gap) : gap));
    const read = directReadingOf(db);
    if (read !== undefined) return read(known.query.sql, parameters) as Row[];
    const { rows } = await db.executeQuery<Row>({ ...known.query, parameters });
    return rows;
  };
}

/** The one row of a hot query, or undefined. */
export const firstOf = async <Row>(rows: Promise<readonly Row[]>): Promise<Row | undefined> =>
  (await rows)[0];

function keyOf(dialect: string, values: Values, shape: unknown): string {
  let key = dialect;
  for (const name in values) {
    const value = values[name];
    if (Array.isArray(value)) key += ` ${name}:${value.length}`;
  }
  return shape === undefined ? key : `${key} ${JSON.stringify(shape)}`;
}

const gapsFor = <V extends Values>(values: V): V =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((_, at) => new Gap(name, at)) : new Gap(name, null),
    ]),
  ) as unknown as V;

function valueAt(values: Values, { name, at }: Gap): unknown {
  const value = values[name];
  return at === null ? value : (value as readonly Scalar[])[at];
}
