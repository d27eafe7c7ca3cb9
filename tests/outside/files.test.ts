import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileStore, openFileStore } from '#app/outside/files.server.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const HOUR = 3_600_000;

let dataDir: string;
let files: FileStore;

const placeOf = (sha256: string) => join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const listed = async () => {
  const hashes: string[] = [];
  for await (const sha256 of files.list()) hashes.push(sha256);
  return hashes;
};
const makeOld = (sha256: string) => utimesSync(placeOf(sha256), 1_000_000, 1_000_000);

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hatchery-files-'));
  files = openFileStore(dataDir);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the file store', () => {
  it('gives back what it was given, under its hash', async () => {
    expect(await files.put(bytes('章程'))).toEqual({ ok: true, value: { sha256: hash('章程'), size: 6 } });
    expect(new TextDecoder().decode(await files.read(hash('章程')))).toBe('章程');
    expect(readdirSync(join(dataDir, 'files', 'incoming'))).toEqual([]);
  });

  it('B054 keeps equal contents once, also when they come at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => files.put(bytes('same'))));
    expect(await listed()).toEqual([hash('same')]);
  });

  it('streams a content with its size', async () => {
    await files.put(bytes('streamed'));
    const found = await files.stream(hash('streamed'));
    expect(found?.size).toBe(8);
    expect(await new Response(found?.body).text()).toBe('streamed');
  });

  it('has nothing where nothing was put', async () => {
    expect(await files.read(hash('never'))).toBeUndefined();
    expect(await files.stream(hash('never'))).toBeUndefined();
    expect(await files.verify(hash('never'))).toBe(false);
    expect(await listed()).toEqual([]);
  });

  it('takes nothing but a hash for a name', async () => {
    await expect(files.read('../../etc/passwd')).rejects.toThrow(RangeError);
  });

  it('notices a content that changed on the disk, and mends it when it is uploaded again', async () => {
    await files.put(bytes('right'));
    writeFileSync(placeOf(hash('right')), 'wrong');
    expect(await files.verify(hash('right'))).toBe(false);
    expect(await files.read(hash('right'))).toBeUndefined();
    await files.put(bytes('right'));
    expect(await files.verify(hash('right'))).toBe(true);
  });

  it('sweeps what is old and referred to by nothing, and only that', async () => {
    for (const text of ['kept', 'orphan', 'young orphan']) await files.put(bytes(text));
    makeOld(hash('kept'));
    makeOld(hash('orphan'));
    const removed = await files.sweep(async (sha256) => sha256 === hash('kept'), HOUR);
    expect(removed).toEqual([hash('orphan')]);
    expect(await listed()).toEqual([hash('kept'), hash('young orphan')].sort());
  });

  it('leaves an old content that somebody has just uploaded again: its row is about to be written', async () => {
    await files.put(bytes('twice'));
    makeOld(hash('twice'));
    await files.put(bytes('twice'));
    expect(await files.sweep(async () => false, HOUR)).toEqual([]);
    expect(await files.verify(hash('twice'))).toBe(true);
  });

  it('sweeps pieces that a crash left', async () => {
    const incoming = join(dataDir, 'files', 'incoming');
    await mkdir(incoming, { recursive: true });
    writeFileSync(join(incoming, 'half'), 'half of an upl');
    utimesSync(join(incoming, 'half'), 1_000_000, 1_000_000);
    await files.sweep(async () => true, HOUR);
    expect(await readdir(incoming)).toEqual([]);
  });
});
