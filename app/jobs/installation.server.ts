import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '#app/domain/refusal.ts';
import { connectStore, openStore, type Store } from '#db/connection.server.ts';
import { migrate, NewerDatabase } from '#db/migrate.server.ts';
import { checkPlace, connectingError, NotOpened, openingError } from './boot-checks.server.ts';

/** The name of the database, in one place. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'hatchery.db');

/** Where a restore puts things until all is checked; one that broke off leaves it behind. */
export const restoringFolder = 'restoring';

/**
 * Opens the database of an installation, brought up to date: the file in its folder, or the PostgreSQL database at an
 * address. Throws where it does not keep its promises, and `NotOpened` where the folder or the file is not fit; it never
 * begins an empty file where there was one.
 */
export async function openInstallation(
  dataDir: string,
  now: string,
  databaseUrl: string | null = null,
): Promise<Store> {
  const file = databaseFile(dataDir);
  checkPlace(dataDir, databaseUrl === null ? file : null);
  let store: Store | undefined;
  try {
    if (databaseUrl === null) beginPrivately(file);
    store = databaseUrl === null ? openStore({ file }) : await connectStore({ url: databaseUrl });
    await migrate(store, now);
    return store;
  } catch (error) {
    await store?.close();
    if (error instanceof NewerDatabase)
      throw new NotOpened(refusal('boot.newer', { migration: error.migration }));
    throw databaseUrl === null ? openingError(error, file) : connectingError(error, databaseUrl);
  }
}

/** A database that is not there yet begins as its owner's alone, whatever its folder lets others do; SQLite's other files follow it. */
function beginPrivately(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}
