import { constants, inflateRawSync } from 'node:zlib';
import { type Refusal, refusal } from '#app/domain/refusal.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.server.ts';

/** What all parts of a document may come to when unpacked, in bytes. */
const MOST_UNPACKED = 200 * 1024 * 1024;
/** Written text shrinks some twenty times, never this much; small documents may. */
const MOST_SHRUNK = 100;
const SMALL = 10 * 1024 * 1024;
/** How much of a packed part is looked into: a document type stands at its beginning. */
const LOOKED_INTO = 4 * 1024;
const MOST_OF_BEGINNING = 8 * 1024 * 1024;

const MACROS = /(^|\/)(vbaproject\.bin|vbadata\.xml|macrosheets\/.*)$/i;
const ARCHIVE = /\.(zip|jar|7z|rar|gz|tar)$/i;

/**
 * Which office document a ZIP file is, judged without unpacking it: `docx`, `xlsx`, or why it is not accepted.
 * Archives that explode, climb out of their folder, hold macros, links, a document type (XXE) or a password are refused.
 */
export function judgeOfficeDocument(bytes: Uint8Array): 'docx' | 'xlsx' | Refusal {
  const entries = readZipDirectory(bytes);
  if (entries === undefined) return refusal('file.archive');
  if (entries.some((entry) => MACROS.test(entry.name))) return refusal('file.macros');
  if (entries.some((entry) => entry.isEncrypted)) return refusal('file.locked');
  if (entries.some(isUnsafe) || explodes(entries)) return refusal('file.archive');

  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has('[Content_Types].xml')) return refusal('file.kind');
  const kind = names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : undefined;
  if (kind === undefined) return refusal('file.kind');
  if (entries.some((entry) => isXml(entry) && hasDocumentType(bytes, entry))) return refusal('file.archive');
  return kind;
}

function explodes(entries: readonly ZipEntry[]): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  return unpacked > MOST_UNPACKED || (unpacked > SMALL && unpacked > packed * MOST_SHRUNK);
}

const isUnsafe = ({ name, isLink }: ZipEntry): boolean =>
  isLink ||
  name.includes('\0') ||
  name.includes('\\') ||
  /^(\/|[a-z]:)/i.test(name) ||
  name.split('/').includes('..') ||
  ARCHIVE.test(name);

const isXml = ({ name }: ZipEntry): boolean => /\.(xml|rels|vml)$/i.test(name);

/** Office writes no document type; one is there to make a reader fetch or blow up something. */
function hasDocumentType(bytes: Uint8Array, entry: ZipEntry): boolean {
  const packed = bytes.subarray(
    entry.dataStart,
    entry.dataStart + Math.min(entry.compressedSize, LOOKED_INTO),
  );
  let beginning: Uint8Array = packed;
  if (entry.isDeflated) {
    try {
      beginning = inflateRawSync(packed, {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: MOST_OF_BEGINNING,
      });
    } catch {
      return true;
    }
  }
  const isWide =
    (beginning[0] === 0xff && beginning[1] === 0xfe) || (beginning[0] === 0xfe && beginning[1] === 0xff);
  return new TextDecoder(isWide && beginning[0] === 0xff ? 'utf-16le' : isWide ? 'utf-16be' : 'utf-8')
    .decode(beginning)
    .includes('<!DOCTYPE');
}
