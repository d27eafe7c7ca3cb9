import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Measured, measuring } from './sealing.server.ts';

/** What a file measures; null when it is not there. */
export async function measure(file: string): Promise<Measured | null> {
  const measured = measuring();
  try {
    for await (const piece of createReadStream(file)) measured.add(piece as Buffer);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EISDIR') return null;
    throw error;
  }
  return measured.done();
}

/** The size of a file in bytes; null when it is not there. */
export const sizeOfFile = (file: string): Promise<number | null> =>
  stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
      throw error;
    },
  );

/**
 * Puts a file at another place too: as a second name of the same content where the disk is the same one, else as a copy
 * that is written through. What lies there already is left.
 */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await link(from, to);
  } catch (error) {
    const code = String(codeOf(error));
    if (code === 'EEXIST') return;
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
    await copyThrough(from, to);
  }
}

/** Copies a file and writes it through to the disk. */
export async function copyThrough(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  await flush(to);
}

/** Writes a small file whole or not at all: under another name first. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const piece = `${file}.part`;
  await writeFile(piece, text, { mode: 0o600 });
  await flush(piece);
  await rename(piece, file);
  await flush(dirname(file));
}

/** Sees to it that a file, or the names in a folder, are on the disk. */
export async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The same for every folder below one, itself included. */
export async function flushFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await flushFolders(join(folder, entry.name));
  await flush(folder);
}

/** The names in a folder, in order; null when there is no such folder. */
export const namesIn = (folder: string): Promise<readonly string[] | null> =>
  readdir(folder).then(
    (names) => names.sort(),
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    },
  );

/** Whether an error says that the disk is full. */
export const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(String(codeOf(error)));

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
