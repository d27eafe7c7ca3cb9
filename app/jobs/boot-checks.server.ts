import { accessSync, constants, existsSync, mkdirSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Refusal, refusal } from '#app/domain/refusal.ts';
import { translators } from '#app/i18n/translate.ts';
import { UnfitServer } from '#db/dialects/postgres-check.server.ts';

/** Why an installation is not opened. Its message says it in every language, for whoever starts the program. */
export class NotOpened extends Error {
  constructor(readonly refusal: Refusal) {
    super(
      translators()
        .map((t) => t.refusal(refusal))
        .join('\n'),
    );
  }
}

/** Disks on which locks do not hold or a flush is not one (statfs(2), f_type): a database there would be lost some day. */
const farDisks: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x65735546, 'FUSE'],
  [0x01021997, '9p'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x73757245, 'Coda'],
  [0x5346414f, 'AFS'],
  [0x786f4256, 'vboxsf'],
  [0x47504653, 'GPFS'],
]);

/** What stands in a folder that once held a database. A folder for backups may be there before. */
const tracesOfDatabase = ['files', 'session-secret', 'restoring'];

/**
 * Sees to it that a folder can hold the database at `file` (null: it is elsewhere), and makes it where it is missing. Throws `NotOpened`: on a disk
 * over the network, in a folder that cannot be written, with a file that cannot be, and where a database was and is no more.
 */
export function checkPlace(
  dataDir: string,
  file: string | null,
  diskOf: (folder: string) => number = kindOfDisk,
): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new NotOpened(refusal('boot.folder', { folder: dataDir }));
  }
  if (file === null) return;
  const far = farDisks.get(diskOf(dataDir));
  if (far !== undefined) throw new NotOpened(refusal('boot.farDisk', { folder: dataDir, kind: far }));
  if (existsSync(file) && statSync(file).size > 0) {
    checkFile(file);
    return;
  }
  const names = readdirSync(dataDir);
  const trace = names.find(
    (name) =>
      tracesOfDatabase.includes(name) || name === `${basename(file)}-wal` || name === `${basename(file)}-shm`,
  );
  if (trace !== undefined) throw new NotOpened(refusal('boot.gone', { file, trace: join(dataDir, trace) }));
}

function checkFile(file: string): void {
  for (const place of [file, `${file}-wal`]) {
    try {
      if (existsSync(place)) accessSync(place, constants.R_OK | constants.W_OK);
    } catch {
      throw new NotOpened(refusal('boot.readOnly', { file: place }));
    }
  }
}

/** Says what an error means that a database threw while it was opened; other errors are answered as they are. */
export function openingError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(code))
    return new NotOpened(refusal('boot.corrupt', { file, code }));
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) return new NotOpened(refusal('boot.readOnly', { file }));
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new NotOpened(refusal('boot.busy', { file }));
  if (code === 'SQLITE_FULL') return new NotOpened(refusal('boot.full', { file }));
  return error;
}

/** The same for what was thrown while a PostgreSQL database was opened; its address is said without name and password. */
export function connectingError(error: unknown, url: string): unknown {
  const { host, pathname } = new URL(url);
  const place = host + pathname;
  if (error instanceof UnfitServer)
    return new NotOpened(refusal(`boot.server.${error.what}`, { ...error.params, place }));
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(08|57P0|53300)/.test(code)) return new NotOpened(refusal('boot.server.away', { place, code }));
  if (/^28/.test(code)) return new NotOpened(refusal('boot.server.denied', { place, code }));
  if (code === '42501') return new NotOpened(refusal('boot.server.notOurs', { place }));
  if (code === '3D000') return new NotOpened(refusal('boot.server.noDatabase', { place }));
  return error;
}

/** The same for what was thrown when the program was to listen; other errors are answered as they are. */
export function listeningError(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const place = `${host}:${port}`;
  if (code === 'EADDRINUSE') return new NotOpened(refusal('boot.portTaken', { place }));
  if (/^(EACCES|EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN)$/.test(code))
    return new NotOpened(refusal('boot.noPort', { place, code }));
  return error;
}

const kindOfDisk = (folder: string): number => Number(statfsSync(folder).type) >>> 0;
