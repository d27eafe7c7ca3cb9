import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Manifest,
  manifestName,
  type Part,
  type PartKind,
  partPath,
  signedText,
} from '#app/domain/keeping/manifest.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { checkpointHolds, takeCheckpoint } from '#app/operations/engine/checkpoint.server.ts';
import type { House } from '#app/operations/house.ts';
import { copyIntoFile } from '#app/operations/keeping/copy-into-file.server.ts';
import { noteDone } from '#app/operations/keeping/keeping-dates.server.ts';
import {
  copyThrough,
  flush,
  flushFolders,
  isFull,
  linkOrCopy,
  measure,
  namesIn,
  sizeOfFile,
  writeWhole,
} from '#app/outside/backup/folders.server.ts';
import { newSealingKey, type SealingKey, sealFile, unsealFile } from '#app/outside/backup/sealing.server.ts';
import { placeOfContent } from '#app/outside/files.server.ts';
import { keptSecretNames } from '#app/outside/kept-secret.server.ts';
import { copyDatabase, faultsOfFile, fillFile, lookInto, rowsOfFile } from '#db/copies.server.ts';
import { appliedMigrations, migrate } from '#db/migrate.server.ts';
import { lastSeq, newestCheckpoints } from '#db/reads/admin-history.server.ts';
import { contentsInUse } from '#db/reads/documents.server.ts';
import { databaseFile } from '../installation.server.ts';
import { newCopyName } from './copy-name.server.ts';

export interface BackupAsked {
  readonly house: House;
  readonly dataDir: string;
  /** Where the backup is to lie; made where it is missing, else it must be empty. */
  readonly folder: string;
  /** `BACKUP_KEY`; null: not sealed. */
  readonly key: string | null;
  /** An earlier backup, whole and checked: contents that it has already are taken from there, not read again. */
  readonly previous?: { readonly folder: string; readonly manifest: Manifest } | undefined;
  /** What sealing costs; for tests. */
  readonly cost?: number;
}

interface Making extends BackupAsked {
  readonly seal: SealingKey | null;
  readonly known: ReadonlyMap<string, Part>;
}

/**
 * Makes a backup while the installation is served: a checkpoint, a copy of the database of one moment, the contents that
 * its rows refer to, and a manifest. It is called a backup, by writing its manifest, only when the copy was opened, found
 * whole, counted, and seen to hold the checkpoint. Refusals: `backup.*`; a refused one leaves no manifest.
 */
export async function makeBackup(asked: BackupAsked): Promise<Result<Manifest>> {
  const { house, folder } = asked;
  const names = await namesIn(folder);
  if (names?.some((name) => name !== 'lost+found'))
    return refused(refusal('backup.folderNotEmpty', { folder }));
  const at = house.clock.now();
  const checkpoint = await takeCheckpoint(house);
  const copy = join(asked.dataDir, newCopyName());
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!(await copyOfOneMoment(asked, copy))) return refused(refusal('backup.notWritten', { folder }));
    await flush(copy);
    const checked = await checkCopy(copy, checkpoint.id);
    if (!checked.ok) return checked;
    const making = await begin(asked);
    const database = await addDatabase(making, copy);
    if (database === null) return refused(refusal('backup.notWritten', { folder }));
    const { parts, missing } = await addContents(making, copy);
    const secrets = await addSecrets(making);
    await flushFolders(folder);
    const manifest = signed(making, {
      format: 1,
      at,
      ...checked.value,
      seal: making.seal?.header ?? null,
      parts: [database, ...parts, ...secrets],
      missing,
      mac: null,
    });
    await writeWhole(join(folder, manifestName), JSON.stringify(manifest));
    await noteDone(house, 'backup', at);
    return done(manifest);
  } catch (error) {
    if (isFull(error)) return refused(refusal('backup.noSpace', { folder }));
    throw error;
  } finally {
    // a file that is being filled has others beside it
    for (const rest of ['', '-wal', '-shm']) await rm(copy + rest, { force: true });
  }
}

/** The database as it is at one moment, as a SQLite file: from PostgreSQL too, row by row. False where it did not arrive. */
async function copyOfOneMoment({ house, dataDir }: BackupAsked, copy: string): Promise<boolean> {
  if (house.store.dialect === 'sqlite') {
    copyDatabase(databaseFile(dataDir), copy);
    return true;
  }
  return fillFile(copy, async (file) => {
    await migrate(file, house.clock.now());
    return copyIntoFile(house.store, file);
  });
}

async function begin(asked: BackupAsked): Promise<Making> {
  const { previous, key } = asked;
  // the same salt as before: what is sealed already can be taken over as it is
  const seal =
    key === null ? null : await newSealingKey(key, previous?.manifest.seal ?? undefined, asked.cost);
  const isSameKey = (previous?.manifest.seal?.check ?? null) === (seal?.header.check ?? null);
  const parts = previous !== undefined && isSameKey ? previous.manifest.parts : [];
  const contents = parts.filter((part) => part.kind === 'content');
  return { ...asked, seal, known: new Map(contents.map((part) => [part.content.sha256, part])) };
}

/** Opens a copy, lets SQLite check it, counts it, and asks whether the checkpoint taken just before is in it and holds. */
async function checkCopy(
  copy: string,
  checkpointId: string,
): Promise<Result<Pick<Manifest, 'migrations' | 'rows' | 'head'>>> {
  const faults = faultsOfFile(copy);
  if (faults.length > 0) return refused(refusal('backup.integrity', { fault: faults[0] ?? '' }));
  return lookInto(copy, async (db) => {
    const [newest, before] = await newestCheckpoints(db, 2);
    if (newest === undefined || newest.id < checkpointId || !(await checkpointHolds(db, newest, before)))
      return refused(refusal('backup.checkpoint'));
    return done({
      migrations: await appliedMigrations(db),
      rows: rowsOfFile(copy),
      head: { checkpoint: newest.id, digest: newest.digest, lastSeq: await lastSeq(db) },
    });
  });
}

/** The copy of the database, read once more where it lies now; null when it is not what was written. */
async function addDatabase(making: Making, copy: string): Promise<Part | null> {
  const whole = await measure(copy);
  const path = partPath('database', '', making.seal !== null);
  const target = join(making.folder, path);
  if (making.seal === null) await copyThrough(copy, target);
  const sealed = making.seal === null ? whole : (await sealFile(copy, target, making.seal)).sealed;
  const again = making.seal === null ? await measure(target) : await unsealFile(target, making.seal);
  if (whole === null || sealed === null || again?.sha256 !== whole.sha256) return null;
  return { kind: 'database', path, ...sealed, content: whole };
}

const page = 1000;

async function addContents(
  making: Making,
  copy: string,
): Promise<{ readonly parts: readonly Part[]; readonly missing: readonly string[] }> {
  const parts: Part[] = [];
  const missing: string[] = [];
  await lookInto(copy, async (db) => {
    for (let after = ''; ; ) {
      const hashes = await contentsInUse(db, after, page);
      for (const sha256 of hashes) {
        const from = placeOfContent(making.dataDir, sha256);
        const part = (await knownPart(making, sha256)) ?? (await newPart(making, 'content', sha256, from));
        if (part === null) missing.push(sha256);
        else parts.push(part);
      }
      const last = hashes.at(-1);
      if (last === undefined || hashes.length < page) return;
      after = last;
    }
  });
  return { parts, missing };
}

/** A content that the previous backup has: its file gets a second name here. */
async function knownPart(making: Making, sha256: string): Promise<Part | null> {
  const known = making.known.get(sha256);
  if (known === undefined || making.previous === undefined) return null;
  const from = join(making.previous.folder, known.path);
  if ((await sizeOfFile(from)) !== known.size) return null;
  await linkOrCopy(from, join(making.folder, known.path));
  return known;
}

/** A file of the installation, sealed or linked into the backup; null when it is not there or not what its name says. */
async function newPart(making: Making, kind: PartKind, name: string, from: string): Promise<Part | null> {
  const path = partPath(kind, name, making.seal !== null);
  const target = join(making.folder, path);
  const content = await measure(from);
  if (content === null || (kind === 'content' && content.sha256 !== name)) return null;
  if (making.seal === null) {
    await linkOrCopy(from, target);
    return { kind, path, ...content, content };
  }
  await mkdir(join(target, '..'), { recursive: true, mode: 0o700 });
  const { sealed } = await sealFile(from, target, making.seal);
  return { kind, path, ...sealed, content };
}

/** The installation's own secrets go only into a sealed backup: beside an open database they would guard nothing. */
async function addSecrets(making: Making): Promise<readonly Part[]> {
  if (making.seal === null) return [];
  const parts: Part[] = [];
  for (const name of keptSecretNames(making.dataDir)) {
    const part = await newPart(making, 'secret', name, join(making.dataDir, name));
    if (part !== null) parts.push(part);
  }
  return parts;
}

const signed = (making: Making, manifest: Manifest): Manifest => ({
  ...manifest,
  mac: making.seal?.sign(signedText(manifest)) ?? null,
});
