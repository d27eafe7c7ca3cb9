import { type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Grid } from '#app/domain/register/grid.ts';
import { readText } from './register-text.server.ts';
import { readXlsx } from './register-xlsx.server.ts';

export const LARGEST_REGISTER = 25 * 1024 * 1024;

const textEndings = ['csv', 'txt', 'tsv'];

/** The endings of the files that are read. */
export const registerEndings: readonly string[] = ['xlsx', ...textEndings];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Compound files: spreadsheets before 2007, and encrypted ones since. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads the bytes of a register into a grid, by content; the name decides only what kind it claims to be.
 * Whatever the bytes are, the answer is a grid or a refusal `register.file.*`, never an exception.
 */
export async function readGrid(bytes: Uint8Array, filename: string): Promise<Result<Grid>> {
  if (bytes.length === 0) return refused(refusal('register.file.empty'));
  if (bytes.length > LARGEST_REGISTER) {
    return refused(refusal('register.file.tooLarge', { megabytes: LARGEST_REGISTER / 1024 / 1024 }));
  }
  const kind = kindOf(filename);
  if (kind === undefined) return refused(refusal('register.file.kind'));
  if (begins(bytes, COMPOUND)) {
    return refused(refusal(isEncrypted(bytes) ? 'register.file.encrypted' : 'register.file.oldFormat'));
  }
  if (kind === 'old') return refused(refusal('register.file.oldFormat'));
  if (kind === 'macros') return refused(refusal('register.file.macros'));
  if (begins(bytes, ZIP) !== (kind === 'xlsx')) return refused(refusal('register.file.mismatch'));
  return kind === 'xlsx' ? readXlsx(bytes) : readText(bytes);
}

function kindOf(filename: string): 'xlsx' | 'text' | 'old' | 'macros' | undefined {
  const ending = /\.([a-z]+)$/i.exec(filename.trim())?.[1]?.toLowerCase();
  if (ending === 'xlsx') return 'xlsx';
  if (ending !== undefined && textEndings.includes(ending)) return 'text';
  if (ending === 'xls' || ending === 'et') return 'old';
  return ending === 'xlsm' || ending === 'xltm' ? 'macros' : undefined;
}

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** An encrypted workbook is a compound file with a stream of this name. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
