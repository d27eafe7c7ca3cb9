import { type FileKind, LARGEST_FILE, megabytes } from '#app/domain/files.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { jpegSize, pngSize } from './image-size.server.ts';
import { judgeOfficeDocument } from './office-document.server.ts';

/** The media type that each kind is sent out with. */
export const fileKinds = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Readonly<Record<FileKind, string>>;

export interface FileType {
  readonly kind: FileKind;
  readonly mediaType: (typeof fileKinds)[FileKind];
}

/** Above every camera in use (108 megapixels), below what would fill a reader's memory. */
const MOST_PIXELS = 120_000_000;
/** The test file that every virus scanner must know (eicar.org); written in two parts so that this file is not one. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!'].join(''));

/**
 * What a file is, by its content; the name has to agree. Refused with a `file.*` code: empty, too large, of a kind
 * that is not accepted, not what its name says, with macros or a password, or made to harm whoever opens it.
 */
export function sniff(bytes: Uint8Array, name: string): Result<FileType> {
  if (bytes.byteLength === 0) return refused(refusal('file.empty'));
  if (bytes.byteLength > LARGEST_FILE) {
    return refused(refusal('file.tooLarge', { megabytes: megabytes(LARGEST_FILE) }));
  }
  if (bufferOf(bytes).includes(EICAR)) return refused(refusal('file.infected'));

  const kind = kindOfContent(bytes);
  if (typeof kind !== 'string') return refused(kind);
  if (kindOfName(name) !== kind) return refused(refusal('file.mismatch', { found: kind.toUpperCase() }));
  if (kind === 'jpg' || kind === 'png') {
    const size = kind === 'jpg' ? jpegSize(bytes) : pngSize(bytes);
    if (size === undefined) return refused(refusal('file.damaged'));
    if (size.width * size.height > MOST_PIXELS) return refused(refusal('file.pixels'));
  }
  return done({ kind, mediaType: fileKinds[kind] });
}

function kindOfContent(bytes: Uint8Array): FileKind | ReturnType<typeof refusal> {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return judgeOfficeDocument(bytes);
  const beginning = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  if (beginning.startsWith('<')) return refusal(beginning.includes('<svg') ? 'file.svg' : 'file.page');
  return refusal('file.kind');
}

function kindOfName(name: string): FileKind | undefined {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'jpeg') return 'jpg';
  return Object.hasOwn(fileKinds, extension) && name.includes('.') ? (extension as FileKind) : undefined;
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
