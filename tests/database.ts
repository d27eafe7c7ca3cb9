import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ulid } from 'ulid';
import { connectStore, openStore, type Store } from '#db/connection.server.ts';

/** Where a test's database is: a file, or a PostgreSQL address. */
export type Place = { readonly file: string } | { readonly url: string };

/** The database that this run of the tests is about: SQLite, unless the environment says `postgres`. */
export const engine: 'sqlite' | 'postgres' =
  process.env.HATCHERY_TEST_DATABASE === 'postgres' ? 'postgres' : 'sqlite';

/** An empty database, or a copy of one that nobody has open. A file lies in `folder`. */
export async function newPlace(folder: string, from?: Place): Promise<Place> {
  if (engine === 'sqlite') {
    const file = join(folder, 'hatchery.db');
    if (from && 'file' in from) copyFileSync(from.file, file);
    return { file };
  }
  const name = `test_${ulid().toLowerCase()}`;
  const template = from && 'url' in from ? new URL(from.url).pathname.slice(1) : 'template0';
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href };
}

/** What the environment of a program says so that it finds the database: a file lies in its DATA_DIR. */
export const environmentOf = (place: Place): Readonly<Record<string, string>> =>
  'url' in place ? { DATABASE_URL: place.url } : {};

export const openPlace = async (
  place: Place,
  how: { readonly watch?: (statement: string) => void } = {},
): Promise<Store> => ('file' in place ? openStore({ ...place, ...how }) : connectStore({ ...place, ...how }));

/** Removes a database of PostgreSQL. A file goes with its folder. */
export async function removePlace(place: Place): Promise<void> {
  if ('url' in place) await onServer(`drop database ${new URL(place.url).pathname.slice(1)} with (force)`);
}

/** A database of its own for one test, open; closed and removed together. */
export async function temporaryStore(
  how: { readonly watch?: (statement: string) => void } = {},
): Promise<{ readonly store: Store; readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'hatchery-db-'));
  const place = await newPlace(folder);
  const store = await openPlace(place, how);
  return {
    store,
    folder,
    remove: async () => {
      await store.close();
      await removePlace(place);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a file that was closed fit for copying: all of it is in the one file. */
export function settle(place: Place): void {
  if (!('file' in place)) return;
  for (const rest of ['-wal', '-shm']) if (existsSync(place.file + rest)) rmSync(place.file + rest);
}

function serverUrl(): string {
  const url = process.env.HATCHERY_TEST_POSTGRES;
  if (!url) throw new Error('These tests are started with vitest.postgres.config.ts');
  return url;
}

let server: Promise<pg.Client> | undefined;

/** One connection of this process for making and removing databases. */
async function onServer(statement: string): Promise<void> {
  server ??= (async () => {
    const client = new pg.Client({ connectionString: serverUrl() });
    await client.connect();
    return client;
  })();
  await (await server).query(statement);
}
