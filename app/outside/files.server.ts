import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { systemClock } from './clock.server.ts';
import { removeStale } from './stale-files.server.ts';

/** Where a file's content is found again. */
export interface StoredFile {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * The contents of files, each kept once under the SHA-256 of its bytes. Names, owners and rights are the
 * database's business. A content that is reported as stored is on the disk, also after a power cut.
 */
export interface FileStore {
  /** Keeps a content; refused with `file.noSpace` when the disk is full, and then nothing is left behind. */
  put(bytes: Uint8Array): Promise<Result<StoredFile>>;
  /** The whole content; `undefined` when it is not there or no longer what it was. */
  read(sha256: string): Promise<Uint8Array | undefined>;
  /** The content piece by piece, with its size in bytes; `undefined` when it is not there. Unverified: see `verify`. */
  stream(
    sha256: string,
  ): Promise<{ readonly body: ReadableStream<Uint8Array>; readonly size: number } | undefined>;
  /** Whether the content is there and still has its hash; reads it piece by piece. */
  verify(sha256: string): Promise<boolean>;
  /** The hashes of all contents, in order. */
  list(): AsyncGenerator<string>;
  /**
   * Removes contents that nothing refers to and whose newest upload is older than `olderThanMs`, and pieces of
   * uploads that a crash left. The age protects a content whose row is about to be written. Answers the removed hashes.
   */
  sweep(isReferenced: (sha256: string) => Promise<boolean>, olderThanMs: number): Promise<readonly string[]>;
}

const HASH = /^[0-9a-f]{64}$/;

/** Where a content lies. Throws a RangeError for what is no hash. */
export function placeOfContent(dataDir: string, sha256: string): string {
  if (!HASH.test(sha256)) throw new RangeError('not a SHA-256 in small hexadecimal digits');
  return join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** The store under `<dataDir>/files`, as `ab/cd/abcd….`; the folder is made when first needed. */
export function openFileStore(dataDir: string): FileStore {
  const root = join(dataDir, 'files');
  const incoming = join(root, 'incoming');
  const placeOf = (sha256: string): string => placeOfContent(dataDir, sha256);

  async function put(bytes: Uint8Array): Promise<Result<StoredFile>> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const place = placeOf(sha256);
    const stored = done({ sha256, size: bytes.byteLength });
    // an equal size is no proof: a content that rotted is mended by the next upload of it
    const isThere = (await isYoungAgain(place)) && (await sizeOf(place)) === bytes.byteLength;
    if (isThere && (await hashOf(place)) === sha256) return stored;
    const piece = join(incoming, randomUUID());
    try {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      await writeThrough(piece, bytes);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await rename(piece, place);
      await flushFolders(place, root);
    } catch (error) {
      await rm(piece, { force: true });
      if (isFull(error)) return refused(refusal('file.noSpace'));
      throw error;
    }
    return stored;
  }

  async function* list(): AsyncGenerator<string> {
    for (const first of await entriesOf(root)) {
      if (first.length !== 2) continue;
      for (const second of await entriesOf(join(root, first))) {
        for (const name of await entriesOf(join(root, first, second))) if (HASH.test(name)) yield name;
      }
    }
  }

  return {
    put,
    list,
    read: async (sha256) => {
      const place = placeOf(sha256);
      if ((await sizeOf(place)) === undefined) return undefined;
      const bytes = await readFile(place);
      return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
    },
    stream: async (sha256) => {
      const place = placeOf(sha256);
      const size = await sizeOf(place);
      if (size === undefined) return undefined;
      return { body: Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>, size };
    },
    verify: async (sha256) => {
      const place = placeOf(sha256);
      return (await sizeOf(place)) !== undefined && (await hashOf(place)) === sha256;
    },
    sweep: async (isReferenced, olderThanMs) => {
      for (const name of await entriesOf(incoming)) await removeStale(join(incoming, name), olderThanMs);
      const removed: string[] = [];
      for await (const sha256 of list()) {
        if (await isReferenced(sha256)) continue;
        if (await removeStale(placeOf(sha256), olderThanMs)) removed.push(sha256);
      }
      return removed;
    },
  };
}

/** How many bytes the contents of a store take. Walks through all of it, giving way to others. */
export async function bytesOfStore(dataDir: string): Promise<number> {
  let bytes = 0;
  for await (const sha256 of openFileStore(dataDir).list())
    bytes += (await sizeOf(placeOfContent(dataDir, sha256))) ?? 0;
  return bytes;
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A renamed file is safe only when the folders that name it are on the disk too. */
async function flushFolders(place: string, root: string): Promise<void> {
  const nearest = dirname(place);
  for (const folder of [nearest, dirname(nearest), root]) {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/**
 * Makes a content that lies there as young as its newest upload, or the sweep would take it from under a row that is
 * about to be written. False where nothing lies there, or it is another user's: then it is written anew.
 */
async function isYoungAgain(place: string): Promise<boolean> {
  const now = new Date(systemClock.now());
  return utimes(place, now, now).then(
    () => true,
    (error: unknown) => {
      if (['ENOENT', 'EPERM', 'EACCES'].includes(String(codeOf(error)))) return false;
      throw error;
    },
  );
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex');
}

const sizeOf = (file: string): Promise<number | undefined> =>
  stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    },
  );

const entriesOf = (folder: string): Promise<string[]> =>
  readdir(folder).then(
    (names) => names.sort(),
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
      throw error;
    },
  );

const isFull = (error: unknown): boolean => codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
