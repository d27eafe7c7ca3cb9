import { Inflate } from 'fflate';
import { done, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';

/**
 * Reads single entries out of a zip that nobody trusts. What it holds is decided from the central directory
 * alone; what is unpacked is counted while it comes out and stops at a budget, whatever the directory claims.
 */

const MOST_ENTRIES = 1000;
const MOST_DECLARED = 128 * 1024 * 1024;
const MOST_UNPACKED = 16 * 1024 * 1024;
const RATIO_WATCHED_FROM = 1024 * 1024;
const HIGHEST_RATIO = 250;
/** Deflate makes at most about a thousand bytes of one: what a step can overshoot the budget by stays small. */
const STEP = 4096;

const END_MARK = 0x06054b50;
const DIRECTORY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_SIZE = 22;
const DIRECTORY_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const SYMBOLIC_LINK = 0xa000;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
  readonly unixMode: number;
}

/** A zip that looked sound; `read` gives the bytes of one entry, undefined when there is none of that name. */
export interface Package {
  readonly names: readonly string[];
  read(name: string): Result<Uint8Array | undefined>;
}

const damaged = refusal('register.file.damaged');
const bomb = refusal('register.file.bomb');

/** Opens a zip, or says why not: damaged, encrypted, a bomb, paths that lead out, macros. Never throws. */
export function openPackage(bytes: Uint8Array): Result<Package> {
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const entries = directory.value;
  const wrong = whatIsWrong(entries, bytes.length);
  if (wrong) return refused(wrong);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let budget = MOST_UNPACKED;
  return done({
    names: [...byName.keys()],
    read(name) {
      const entry = byName.get(name);
      if (!entry) return done(undefined);
      const content = unpack(bytes, entry, budget);
      if (!(content instanceof Uint8Array)) return refused(content);
      budget -= content.length;
      return done(content);
    },
  });
}

/** The entries as the directory at the end lists them. */
function readDirectory(bytes: Uint8Array): Result<readonly Entry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return refused(damaged);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) return refused(bomb);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_SIZE > end || view.getUint32(at, true) !== DIRECTORY_MARK) return refused(damaged);
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + DIRECTORY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return refused(damaged);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + DIRECTORY_SIZE, at + DIRECTORY_SIZE + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      unixMode: view.getUint16(at + 40, true),
    });
    at = next;
  }
  return done(entries);
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  return undefined;
}

function whatIsWrong(entries: readonly Entry[], fileSize: number): Refusal | undefined {
  if (entries.some((entry) => entry.flags & 1)) return refusal('register.file.encrypted');
  if (entries.some((entry) => leadsOut(entry.name) || (entry.unixMode & 0xf000) === SYMBOLIC_LINK)) {
    return refusal('register.file.paths');
  }
  if (entries.some((entry) => /vbaproject\.bin$/i.test(entry.name))) return refusal('register.file.macros');
  if (new Set(entries.map((entry) => entry.name)).size < entries.length) return damaged;
  const declared = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (declared > MOST_DECLARED || entries.some(isTooDense) || overlap(entries, fileSize)) return bomb;
  return undefined;
}

const leadsOut = (name: string): boolean =>
  name === '' ||
  /[\\\0]/.test(name) ||
  name.startsWith('/') ||
  /^[a-z]:/i.test(name) ||
  name.split('/').includes('..');

const isTooDense = (entry: Entry): boolean =>
  entry.unpacked > RATIO_WATCHED_FROM && entry.unpacked > entry.packed * HIGHEST_RATIO;

/** Whether two entries share bytes: how a few megabytes are made to count as many. */
function overlap(entries: readonly Entry[], fileSize: number): boolean {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  return sorted.some(
    (entry, index) =>
      entry.offset + LOCAL_SIZE + entry.packed > Math.min(sorted[index + 1]?.offset ?? fileSize, fileSize),
  );
}

function unpack(bytes: Uint8Array, entry: Entry, budget: number): Uint8Array | Refusal {
  if (entry.unpacked > budget) return bomb;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.offset, true) !== LOCAL_MARK) return damaged;
  const start =
    entry.offset +
    LOCAL_SIZE +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) return damaged;
  if (entry.method === STORED) return packed.length === entry.unpacked ? packed : damaged;
  return entry.method === DEFLATED ? inflate(packed, entry.unpacked) : damaged;
}

/** Unpacks step by step and stops as soon as more comes out than was declared. */
function inflate(packed: Uint8Array, declared: number): Uint8Array | Refusal {
  const content = new Uint8Array(declared);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length <= declared) content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      if (length > declared) return bomb;
    }
  } catch {
    return damaged;
  }
  return length === declared ? content : damaged;
}
