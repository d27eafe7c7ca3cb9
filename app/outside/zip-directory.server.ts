/** One entry as the central directory of a ZIP file declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its data begin in the file. */
  readonly dataStart: number;
  readonly isDeflated: boolean;
  readonly isEncrypted: boolean;
  readonly isLink: boolean;
}

/** Office documents have tens of entries, large workbooks hundreds. */
const MOST_ENTRIES = 5_000;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64 = 0xffffffff;

/**
 * The entries of a ZIP file, from its central directory (APPNOTE.TXT 4.3); nothing is unpacked.
 * `undefined` when it is not one sound archive: broken, in parts, of the 64-bit kind (not needed below 4 GB), with
 * too many entries, or with entries that overlap, as archives made to explode do.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) return undefined;
  if (count > MOST_ENTRIES || start > end) return undefined;

  const entries: ZipEntry[] = [];
  const taken: (readonly [from: number, to: number])[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const entry = readEntry(bytes, view, at, nameLength, local);
    if (entry === undefined || entry.dataStart + entry.compressedSize > start) return undefined;
    entries.push(entry);
    taken.push([local, entry.dataStart + entry.compressedSize]);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return overlaps(taken) ? undefined : entries;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  nameLength: number,
  local: number,
): ZipEntry | undefined {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE) return undefined;
  const compressedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  if (compressedSize === ZIP64 || size === ZIP64) return undefined;
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) return undefined;
  const unixMode = view.getUint32(at + 38, true) >>> 16;
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    compressedSize,
    size,
    dataStart: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
    isDeflated: method === 8,
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    isLink: (unixMode & 0xf000) === 0xa000,
  };
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    // the comment must reach exactly to the end, else the signature only happens to stand there
    if (view.getUint32(at, true) === END_SIGNATURE && view.getUint16(at + 20, true) === last - at) return at;
  }
  return undefined;
}

function overlaps(ranges: (readonly [from: number, to: number])[]): boolean {
  const sorted = ranges.sort(([a], [b]) => a - b);
  return sorted.some(([from], index) => index > 0 && from < sorted[index - 1]![1]);
}
