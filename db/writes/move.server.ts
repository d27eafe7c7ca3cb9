import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Connection, OpenTransaction } from '../connection.server.ts';
import { type KnownTable, tablesOf } from '../dialects/catalogue.server.ts';
import { dialectOf } from '../dialects/dialect-of.server.ts';
import { indexName } from '../dialects/search.server.ts';

const rowsAtOnce = 200;

/** What was moved of one table, and whether it arrived: the rows and one hash over all of them, on both sides. */
export interface MovedTable {
  readonly table: string;
  readonly rows: number;
  readonly hash: string;
  readonly arrived: boolean;
}

type Row = Readonly<Record<string, string | number | null>>;

/** What an index or the program itself makes anew. */
const notMoved = new Set(['migration', 'organization_search', 'public_version', 'calendar_version']);

/** Whether nobody has put anything into a migrated database yet. */
export async function isUntouched(db: Connection): Promise<boolean> {
  for (const { table } of await tablesOf(db)) {
    if (notMoved.has(table)) continue;
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

/**
 * Copies every table of one database into another that is migrated and empty, inside the given transaction, and
 * compares what arrived; one of the two is PostgreSQL. The places of the history are kept, and the next event takes the one
 * after the last; names are put into the search in the order in which they were.
 */
export async function moveTables(from: Connection, into: OpenTransaction): Promise<readonly MovedTable[]> {
  const moved: MovedTable[] = [];
  for (const { table, columns, key } of await inOrder(from, into)) {
    if (notMoved.has(table)) continue;
    const sent = createHash('sha256');
    let rows = 0;
    for await (const page of pagesOf(from, table, columns, key)) {
      rows += page.length;
      for (const row of page) add(sent, columns, row);
      await insert(into, table, columns, page);
    }
    const received = createHash('sha256');
    let count = 0;
    for await (const page of pagesOf(into, table, columns, key)) {
      count += page.length;
      for (const row of page) add(received, columns, row);
    }
    const hash = sent.digest('hex');
    moved.push({ table, rows, hash, arrived: count === rows && received.digest('hex') === hash });
  }
  // SQLite goes on after the largest by itself
  if (dialectOf(into) === 'postgres')
    await sql`select setval(pg_get_serial_sequence('history', 'seq'),
      greatest((select max(seq) from history), 1), exists (select 1 from history))`.execute(into);
  await indexNames(from, into);
  return moved;
}

async function indexNames(from: Connection, into: OpenTransaction): Promise<void> {
  const places = ['seq', 'organization_id'];
  for await (const page of pagesOf(from, 'organization_search', places, ['seq'])) {
    const ids = page.map((row) => String(row.organization_id));
    const found = await into
      .selectFrom('organization')
      .select(['id', 'center_id', 'name'])
      .where('id', 'in', ids)
      .execute();
    const organizations = new Map(found.map((one) => [one.id, one]));
    for (const id of ids) {
      const one = organizations.get(id);
      if (one) await indexName(into, one.center_id, id, one.name);
    }
  }
}

/** The tables as the PostgreSQL of the two knows them; those that others refer to come first. */
async function inOrder(from: Connection, into: Connection): Promise<readonly KnownTable[]> {
  const tables = [...(await tablesOf(dialectOf(into) === 'postgres' ? into : from))];
  const done = new Set<string>();
  const ordered: KnownTable[] = [];
  while (tables.length > 0) {
    const next = tables.findIndex((one) => one.needs.every((need) => done.has(need) || need === one.table));
    const [table] = tables.splice(Math.max(next, 0), 1);
    if (table === undefined) break;
    done.add(table.table);
    ordered.push(table);
  }
  return ordered;
}

const add = (hash: Hash, columns: readonly string[], row: Row): void =>
  void hash.update(`${JSON.stringify(columns.map((column) => row[column] ?? null))}\n`);

/** All rows of a table in the order of its key, some at a time. */
async function* pagesOf(
  db: Connection,
  table: string,
  columns: readonly string[],
  key: readonly string[],
): AsyncGenerator<readonly Row[]> {
  const names = (list: readonly string[]) => sql.join(list.map((name) => sql.ref(name)));
  let last: Row | undefined;
  for (;;) {
    const after =
      last === undefined
        ? sql``
        : sql`where (${names(key)}) > (${sql.join(key.map((name) => sql`${last?.[name]}`))})`;
    const { rows } = await sql<Row>`select ${names(columns)} from ${sql.table(table)} ${after}
      order by ${names(key)} limit ${rowsAtOnce}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtOnce) return;
    last = rows.at(-1);
  }
}

async function insert(
  into: OpenTransaction,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  // the places of the history come with the rows; SQLite asks for no word about it
  const given = sql.raw(dialectOf(into) === 'postgres' ? 'overriding system value' : '');
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => sql`${row[column] ?? null}`))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    ${given} values ${sql.join(values)}`.execute(into);
}
