import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Manifest,
  manifestName,
  nameOfSecret,
  type Part,
  parseManifest,
  signedText,
} from '#app/domain/keeping/manifest.ts';
import { done, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { verifyWholeHistory } from '#app/operations/engine/verify-history.server.ts';
import { moveToPostgres } from '#app/operations/move-to-postgres.server.ts';
import {
  copyThrough,
  flush,
  flushFolders,
  isFull,
  measure,
  namesIn,
} from '#app/outside/backup/folders.server.ts';
import { isSame, type SealingKey, sealingKeyOf, unsealFile } from '#app/outside/backup/sealing.server.ts';
import { placeOfContent } from '#app/outside/files.server.ts';
import { openStore, type Store } from '#db/connection.server.ts';
import { faultsOfFile, lookInto, rowsOfFile } from '#db/copies.server.ts';
import { appliedMigrations, knownMigrations, migrate } from '#db/migrate.server.ts';
import { lastSeq, newestCheckpoints } from '#db/reads/admin-history.server.ts';
import { databaseFile, restoringFolder } from '../installation.server.ts';

/** A backup whose manifest was read, and found to be of the holder of the key where it is sealed. */
export interface OpenedBackup {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly seal: SealingKey | null;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Events of the history that were checked. */
  readonly events: number;
}

/** Reads the manifest of a backup. Refused where there is none, it was changed, the key is missing or another one, or there is a key and it is not sealed. */
export async function openBackup(folder: string, key: string | null): Promise<Result<OpenedBackup>> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null);
  if (text === null) return refused(refusal('backup.noManifest', { folder }));
  const read = parseManifest(text);
  if (!read.ok) return read;
  const manifest = read.value;
  // who holds a key trusts what was sealed with it: an open backup in its place may be anybody's
  if (manifest.seal === null)
    return key === null ? done({ folder, manifest, seal: null }) : refused(refusal('backup.notSealed'));
  if (key === null) return refused(refusal('backup.keyNeeded'));
  const seal = await sealingKeyOf(key, manifest.seal);
  if (seal === null) return refused(refusal('backup.wrongKey'));
  if (!isSame(seal.sign(signedText(manifest)), manifest.mac ?? ''))
    return refused(refusal('backup.manifest', { file: manifestName }));
  return done({ folder, manifest, seal });
}

/**
 * Restores a backup into a folder for data that is empty or not there, after checking all of it: every file, the rows of
 * each table, the database's own integrity, and every chain of the history. With `into`, a migrated and empty PostgreSQL
 * database, the rows go there. Refused (`backup.*`, with the file that is not what it was; `move.*`), or where the server fails,
 * it leaves the folder and the database as it found them.
 */
export async function restoreBackup(
  folder: string,
  dataDir: string,
  key: string | null,
  into: { readonly store: Store; readonly now: string } | null = null,
): Promise<Result<Restored>> {
  const names = (await namesIn(dataDir)) ?? [];
  if (names.some((name) => name !== restoringFolder && name !== 'lost+found'))
    return refused(refusal('backup.targetNotEmpty', { folder: dataDir }));
  const backup = await openBackup(folder, key);
  if (!backup.ok) return backup;
  const stage = join(dataDir, restoringFolder);
  await rm(stage, { recursive: true, force: true });
  try {
    const restored = await unpack(backup.value, stage, 'all');
    if (!restored.ok) return restored;
    const file = databaseFile('');
    const files = ((await namesIn(stage)) ?? []).filter((name) => name !== file);
    await flushFolders(stage);
    await moveInto(dataDir, stage, files);
    // the database last: without it nothing starts
    if (into === null) await moveInto(dataDir, stage, [file]);
    else {
      let moved: Result<unknown> | undefined;
      try {
        moved = await sendRows(databaseFile(stage), into);
        if (!moved.ok) return moved;
      } finally {
        // also where the server went away meanwhile: whoever tries again needs an empty folder
        if (!moved?.ok)
          for (const name of files) await rm(join(dataDir, name), { recursive: true, force: true });
      }
    }
    return restored;
  } catch (error) {
    if (isFull(error)) return refused(refusal('backup.noSpace', { folder: dataDir }));
    throw error;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** What a restored file holds, brought up to date, into the database of a server. */
async function sendRows(
  file: string,
  { store, now }: { readonly store: Store; readonly now: string },
): Promise<Result<unknown>> {
  const from = openStore({ file });
  try {
    await migrate(from, now);
    return await moveToPostgres(from, store);
  } finally {
    await from.close();
  }
}

/**
 * Puts a backup into an empty folder and checks it. With `database` only the database is put there, and the files are
 * checked where they lie: for a drill.
 */
export async function unpack(
  backup: OpenedBackup,
  stage: string,
  what: 'all' | 'database',
): Promise<Result<Restored>> {
  await mkdir(stage, { recursive: true, mode: 0o700 });
  const { manifest } = backup;
  const refusals: Refusal[] = [];
  for (const part of manifest.parts) {
    const isPlaced = what === 'all' || part.kind === 'database';
    const found = await takeOut(backup, part, isPlaced ? placeOf(stage, part) : undefined);
    if (found === 'missing') refusals.push(refusal('backup.missing', { file: part.path }));
    else if (found === 'changed') refusals.push(refusal('backup.changed', { file: part.path }));
    // a few files say enough of a disk that is going
    if (refusals.length >= 10) break;
  }
  if (refusals.length > 0) return { ok: false, refusals };
  // whatever the backup's own file let others do
  await chmod(databaseFile(stage), 0o600);
  return checkDatabase(manifest, databaseFile(stage));
}

const placeOf = (stage: string, part: Part): string => {
  if (part.kind === 'database') return databaseFile(stage);
  if (part.kind === 'secret') return join(stage, nameOfSecret(part.path));
  return placeOfContent(stage, part.content.sha256);
};

async function takeOut(
  { folder, seal }: OpenedBackup,
  part: Part,
  to: string | undefined,
): Promise<'whole' | 'missing' | 'changed'> {
  const from = join(folder, part.path);
  const lying = await measure(from);
  if (lying === null) return 'missing';
  if (lying.sha256 !== part.sha256 || lying.size !== part.size) return 'changed';
  if (to !== undefined) await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  if (seal === null) {
    if (lying.sha256 !== part.content.sha256) return 'changed';
    if (to === undefined) return 'whole';
    await copyThrough(from, to);
    // read again: what counts is what lies there now
    return (await measure(to))?.sha256 === part.content.sha256 ? 'whole' : 'changed';
  }
  const content = await unsealFile(from, seal, to);
  return content?.sha256 === part.content.sha256 ? 'whole' : 'changed';
}

/** Whether a database is the one that the manifest speaks of. */
async function checkDatabase(manifest: Manifest, file: string): Promise<Result<Restored>> {
  const faults = faultsOfFile(file);
  if (faults.length > 0) return refused(refusal('backup.integrity', { fault: faults[0] ?? '' }));
  const rows = rowsOfFile(file);
  const tables = new Set([...Object.keys(rows), ...Object.keys(manifest.rows)]);
  const wrong = [...tables].find((table) => rows[table] !== manifest.rows[table]);
  if (wrong !== undefined) return refused(refusal('backup.rows', { table: wrong }));
  return lookInto(file, async (db) => {
    const applied = await appliedMigrations(db);
    const strange = applied.find((name) => !knownMigrations.includes(name));
    if (strange !== undefined) return refused(refusal('backup.newer', { name: strange }));
    const [newest] = await newestCheckpoints(db, 1);
    const { head } = manifest;
    if ((newest?.id ?? null) !== head.checkpoint || (newest?.digest ?? null) !== head.digest)
      return refused(refusal('backup.checkpoint'));
    if ((await lastSeq(db)) !== head.lastSeq) return refused(refusal('backup.checkpoint'));
    const verified = await verifyWholeHistory(db);
    const fault = verified.faults[0];
    if (fault !== undefined)
      return refused(
        refusal('backup.history', { kind: fault.kind, id: fault.id, number: fault.number ?? 0 }),
      );
    return done({ manifest, events: verified.events });
  });
}

/** Moves what was restored to its place, by name. */
async function moveInto(dataDir: string, stage: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rename(join(stage, name), join(dataDir, name));
  await flush(dataDir);
}
