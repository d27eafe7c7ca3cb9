import { join } from 'node:path';
import { isNightlyDue } from '#app/domain/keeping/rotation.ts';
import type { House } from '#app/operations/house.ts';
import { type CheckedContents, checkContents } from '#app/operations/keeping/check-contents.server.ts';
import { lastDone, noteCheck } from '#app/operations/keeping/keeping-dates.server.ts';
import { namesIn } from '#app/outside/backup/folders.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { removeStale } from '#app/outside/stale-files.server.ts';
import { faultsOfFile, putWalAway } from '#db/copies.server.ts';
import { tidyNames } from '#db/dialects/search.server.ts';
import { databaseFile } from '../installation.server.ts';
import { isCopyName } from './copy-name.server.ts';

export interface NightlyCheck extends CheckedContents {
  /** What the database finds wrong with itself; empty when all is well. */
  readonly faults: readonly string[];
}

/**
 * What is done at night: the database checks itself and its references, the index of names is put in order, the
 * write-ahead log put away, every content hashed again, what no row refers to is removed, and what was found is noted. Null when it is too early.
 */
export async function checkWhenDue(house: House, dataDir: string): Promise<NightlyCheck | null> {
  const now = house.clock.now();
  if (!isNightlyDue(await lastDone(house.store.read, 'check'), now)) return null;
  const isFile = house.store.dialect === 'sqlite';
  const faults = isFile ? faultsOfFile(databaseFile(dataDir)) : [];
  await tidyNames(house.store);
  if (isFile) putWalAway(databaseFile(dataDir));
  await removeLeftCopies(dataDir);
  const contents = await checkContents(house.store.read, openFileStore(dataDir));
  await noteCheck(house, now, { faults: faults.length, damaged: contents.damaged.length });
  return { faults, ...contents };
}

/** A copy is what a killed backup left only when it is this old: a backup in another process may be at work on it. */
const leftCopyAgeMs = 86_400_000;

async function removeLeftCopies(dataDir: string): Promise<void> {
  for (const name of (await namesIn(dataDir)) ?? [])
    if (isCopyName(name)) await removeStale(join(dataDir, name), leftCopyAgeMs);
}
