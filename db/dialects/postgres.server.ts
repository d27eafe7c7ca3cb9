import {
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
} from 'kysely';
import type { PoolClient, PoolConfig } from 'pg';
import type { Store } from '../connection.server.ts';
import type { Database } from '../tables.ts';
import { checkServer } from './postgres-check.server.ts';
import { type Sessions, sessionsOf } from './postgres-reach.server.ts';
import { aloneWith, inTurnWith } from './postgres-turns.server.ts';

/** What each session is set to; what hangs is broken off, so that nothing is locked for ever. */
const settings = {
  statement_timeout: '30s',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '60s',
} as const;

/** Connections of one process: its readers, its writers, and those that hold what only one process does at a time. */
const connections = { read: 6, write: 4, turns: 6 } as const;

/** int8 and numeric, of which counts and sums are made. They come as text; ours are whole numbers that a number can hold. */
const wholeNumbers = new Set([20, 1700]);

/** `in ()` holds for nothing on SQLite, and is no SQL on PostgreSQL. */
const plugins = [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })];

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Error(`PostgreSQL: ${text} is no whole number that can be held`);
  return value;
}

/**
 * Opens a PostgreSQL database by its address and checks that it keeps its promises; throws when it does not.
 * Transactions are serializable and done again when they met another's (docs/decisions/0011).
 */
export async function openPostgres(url: string, watch?: (statement: string) => void): Promise<Store> {
  const { default: pg } = await import('pg');
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      wholeNumbers.has(oid) ? wholeNumber : pg.types.getTypeParser(oid, format as 'text'),
  } as PoolConfig['types'];
  const poolOf = (max: number, more: Readonly<Record<string, string>> = {}): Sessions => {
    const options = Object.entries({ ...settings, ...more }).map(([name, value]) => `-c ${name}=${value}`);
    const pool = new pg.Pool({
      connectionString: url,
      application_name: 'hatchery',
      options: options.join(' '),
      connectionTimeoutMillis: 10_000,
      max,
      types,
    });
    // A session that breaks off fails whoever waits for its answer; of itself it is no reason to end the process.
    pool.on('error', () => {});
    pool.on('connect', (client: PoolClient) => client.on('error', () => {}));
    return sessionsOf(pool);
  };
  const reading = poolOf(connections.read, { default_transaction_read_only: 'on' });
  const writing = poolOf(connections.write);
  const turns = poolOf(connections.turns);
  const reader = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: reading }),
    plugins,
    ...(watch ? { log: (event) => watch(event.query.sql) } : {}),
  });
  const writer = new Kysely<Database>({ dialect: new PostgresDialect({ pool: writing }), plugins });
  const close = async (): Promise<void> => {
    await Promise.all([reader.destroy(), writer.destroy(), turns.end()]);
  };
  try {
    await checkServer(reader, { ...settings, default_transaction_read_only: 'on' });
    await checkServer(writer, settings);
  } catch (error) {
    await close();
    throw error;
  }
  let ended = 0;
  return {
    dialect: 'postgres',
    read: reader,
    write: (work) =>
      inTurnWith(writer, work).finally(() => {
        ended += 1;
      }),
    alone: (name, work) => aloneWith(turns, name, work),
    isTaken: () => false,
    writesEnded: () => ended,
    close,
  };
}
