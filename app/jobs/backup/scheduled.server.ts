import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName } from '#app/domain/keeping/manifest.ts';
import {
  backupName,
  instantOfName,
  isBackupDue,
  isDrillDue,
  keptBackups,
} from '#app/domain/keeping/rotation.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { House } from '#app/operations/house.ts';
import { lastDone, noteDone } from '#app/operations/keeping/keeping-dates.server.ts';
import { isFull, namesIn, sizeOfFile } from '#app/outside/backup/folders.server.ts';
import { openStore } from '#db/connection.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { databaseFile } from '../installation.server.ts';
import { makeBackup } from './make-backup.server.ts';
import { openBackup, unpack } from './restore-backup.server.ts';

/** What the backups that are made by themselves need to know. */
export interface Schedule {
  readonly house: House;
  readonly dataDir: string;
  readonly backupDir: string;
  readonly key: string | null;
  /** What sealing costs; for tests. */
  readonly cost?: number;
}

/** Where the trial of a restore is done. */
export const drillFolder = 'restore-drill';

/** The instants of the finished backups in a folder, the oldest first. */
export async function finishedBackups(backupDir: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of (await namesIn(backupDir)) ?? []) {
    const instant = instantOfName(name);
    if (instant !== null && (await sizeOfFile(join(backupDir, name, manifestName))) !== null)
      found.push(instant);
  }
  return found;
}

/** Makes the hourly backup when it is due and lets those go that nothing stands on. Null when it is too early. */
export async function backUpWhenDue(schedule: Schedule): Promise<Result<{ readonly at: string }> | null> {
  const { house, backupDir, key } = schedule;
  const now = house.clock.now();
  const newest = (await finishedBackups(backupDir)).at(-1) ?? null;
  if (!isBackupDue(newest, now)) return null;
  const previous = newest === null ? null : await openBackup(join(backupDir, backupName(newest)), key);
  const folder = join(backupDir, backupName(now));
  const made = await makeBackup({
    ...schedule,
    folder,
    ...(previous?.ok ? { previous: previous.value } : {}),
  });
  if (!made.ok) {
    await rm(folder, { recursive: true, force: true });
    return made;
  }
  await letGo(backupDir);
  return done({ at: now });
}

/** Removes the backups that are not kept any more, and those that were never finished. */
async function letGo(backupDir: string): Promise<void> {
  const kept = new Set(keptBackups(await finishedBackups(backupDir)));
  for (const name of (await namesIn(backupDir)) ?? []) {
    const instant = instantOfName(name);
    if (instant !== null && !kept.has(instant))
      await rm(join(backupDir, name), { recursive: true, force: true });
  }
}

/**
 * Tries to restore the newest backup, when the last trial is a day old: into a folder of its own, checked as a restore
 * checks, opened and brought up to date as a start does; then it is removed, and the date is noted. Null when it is too early.
 */
export async function drillWhenDue(schedule: Schedule): Promise<Result<{ readonly of: string }> | null> {
  const { house, dataDir, backupDir, key } = schedule;
  const now = house.clock.now();
  const newest = (await finishedBackups(backupDir)).at(-1);
  if (newest === undefined || !isDrillDue(await lastDone(house.store.read, 'drill'), now)) return null;
  const stage = join(dataDir, drillFolder);
  try {
    await rm(stage, { recursive: true, force: true });
    const backup = await openBackup(join(backupDir, backupName(newest)), key);
    if (!backup.ok) return backup;
    const restored = await unpack(backup.value, stage, 'database');
    if (!restored.ok) return restored;
    await bringUpToDate(stage, now);
  } catch (error) {
    if (isFull(error)) return refused(refusal('backup.noSpace', { folder: dataDir }));
    throw error;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  await noteDone(house, 'drill', now);
  return done({ of: newest });
}

/** Opens what was restored as a start does, checked and brought up to date; where DATA_DIR lies is no matter here. */
async function bringUpToDate(stage: string, now: string): Promise<void> {
  const store = openStore({ file: databaseFile(stage) });
  try {
    await migrate(store, now);
  } finally {
    await store.close();
  }
}
