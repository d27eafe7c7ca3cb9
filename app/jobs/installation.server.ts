import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { connectStore, openStore, type Store } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';

/** The name of the database, in one place. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'hatchery.db');

/** Where a restore puts things until all is checked; one that broke off leaves it behind. */
export const restoringFolder = 'restoring';

/**
 * Opens the database of an installation, brought up to date: the file in its folder, or the PostgreSQL database at an
 * address. Throws where it does not keep its promises.
 */
export async function openInstallation(
  dataDir: string,
  now: string,
  databaseUrl: string | null = null,
): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const store =
    databaseUrl === null
      ? openStore({ file: databaseFile(dataDir) })
      : await connectStore({ url: databaseUrl });
  await migrate(store, now);
  return store;
}
