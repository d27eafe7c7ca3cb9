import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeBackup } from '#app/jobs/backup/make-backup.server.ts';
import { restoreBackup } from '#app/jobs/backup/restore-backup.server.ts';
import { databaseFile, openInstallation } from '#app/jobs/installation.server.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { monday } from '#tests/world.ts';

let outside: string;
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'hatchery-private-'));
});
afterEach(() => rmSync(outside, { recursive: true, force: true }));

/** A folder that an operator made beforehand and that everybody may look into. */
function openFolder(name: string): string {
  const folder = join(outside, name);
  mkdirSync(folder, { mode: 0o755 });
  return folder;
}

/** What group and others may do with the entries of a folder; those that they may do nothing with are left out. */
const lyingOpen = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);

it('a database, its copies and uploads are their owner’s alone, also in a folder that others may read', async () => {
  const dataDir = openFolder('data');
  const folder = openFolder('backup');
  const target = openFolder('restored');
  const store = await openInstallation(dataDir, monday);
  try {
    expect((await openFileStore(dataDir).put(Buffer.from('章程'))).ok).toBe(true);
    expect(readdirSync(dataDir)).toContain('hatchery.db-wal');
    expect(lyingOpen(dataDir)).toEqual([]);
    const house = { store, clock: movableClock(monday) };
    expect((await makeBackup({ house, dataDir, folder, key: null })).ok).toBe(true);
    expect(lyingOpen(folder)).toEqual([]);
  } finally {
    await store.close();
  }
  expect((await restoreBackup(folder, target, null)).ok).toBe(true);
  expect(statSync(databaseFile(target)).mode & 0o077).toBe(0);
});
