import type { Deed } from './recording.ts';

type Change = Extract<Deed, { kind: 'write' | 'cut' }>;

/** Bytes that grow, and what was asked of them since the last sync. */
interface DiskFile {
  durable: Buffer;
  pending: Change[];
}

const sector = 512;

/**
 * What a disk holds for sure, and what it may hold besides: everything asked since a file's last sync may be there
 * whole, in part or not at all, in any order, torn at a sector.
 */
export class Disk {
  readonly #files = new Map<string, DiskFile>();

  constructor(files: Readonly<Record<string, Buffer>>) {
    for (const [name, durable] of Object.entries(files)) this.#files.set(name, { durable, pending: [] });
  }

  /** Takes the next deed of the recording. */
  take(deed: Deed): void {
    if (deed.kind === 'answer') return;
    const file = this.#files.get(deed.file) ?? { durable: Buffer.alloc(0), pending: [] };
    this.#files.set(deed.file, file);
    if (deed.kind === 'sync') {
      for (const change of file.pending) file.durable = changed(file.durable, change);
      file.pending = [];
    } else file.pending.push(deed);
  }

  /** What a file may hold after the power went now, as chance has it (`roll(n)`: 0 up to n - 1). */
  afterCut(name: string, roll: (sides: number) => number): Buffer {
    const file = this.#files.get(name);
    if (file === undefined) return Buffer.alloc(0);
    const mode = roll(4);
    if (mode === 0 || file.pending.length === 0) return file.durable;
    const chosen =
      mode === 1
        ? file.pending
        : mode === 2
          ? file.pending.slice(0, roll(file.pending.length + 1))
          : file.pending.filter(() => roll(2) === 0);
    let bytes: Buffer = Buffer.from(file.durable);
    for (const [i, change] of chosen.entries()) {
      const torn = change.kind === 'write' && i === chosen.length - 1 && roll(3) === 0;
      bytes = changed(bytes, torn ? { ...change, bytes: tornAt(change.bytes, roll) } : change);
    }
    return bytes;
  }
}

const tornAt = (bytes: Buffer, roll: (sides: number) => number): Buffer =>
  bytes.subarray(0, Math.min(bytes.length, sector * roll(Math.ceil(bytes.length / sector) + 1)));

function changed(bytes: Buffer, change: Change): Buffer {
  if (change.kind === 'cut') {
    if (change.size <= bytes.length) return bytes.subarray(0, change.size);
    return Buffer.concat([bytes, Buffer.alloc(change.size - bytes.length)]);
  }
  const end = change.at + change.bytes.length;
  const grown = end > bytes.length ? Buffer.concat([bytes, Buffer.alloc(end - bytes.length)]) : bytes;
  change.bytes.copy(grown, change.at);
  return grown;
}
