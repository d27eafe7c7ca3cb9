import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { SealHeader } from '#app/domain/keeping/manifest.ts';

/**
 * Files sealed with a key that the operator holds. A sealed file is: the mark, 32 random bytes, then pieces of 64 KiB,
 * each encrypted with AES-256-GCM under a key of this file alone (HKDF of the key of the backup and the random bytes), the
 * nonce being the number of the piece and whether it is the last. So no piece can be changed, moved, dropped or added.
 */
export interface SealingKey {
  readonly header: SealHeader;
  /** HMAC-SHA256 over a text, in hexadecimal digits. */
  sign(text: string): string;
  /** The key of one file. */
  ofFile(salt: Buffer): Buffer;
}

/** 2^17 · 8 · 1: a third of a second and 134 MB for each guess. */
const defaultCost = 2 ** 17;
const mark = Buffer.from('HATCHERY SEALED FILE 1\n');
const saltSize = 32;
const pieceSize = 64 * 1024;
const tagSize = 16;

/** A key of its own for a new backup; `header` of an earlier one makes the same key again, `cost` is for tests. */
export async function newSealingKey(
  secret: string,
  header?: Pick<SealHeader, 'salt' | 'cost'>,
  cost = defaultCost,
): Promise<SealingKey> {
  const salt = header?.salt ?? randomBytes(16).toString('hex');
  const n = header?.cost ?? cost;
  const main = await stretched(secret, Buffer.from(salt, 'hex'), n);
  const part = (name: string, own: Buffer = Buffer.alloc(0)) =>
    Buffer.from(hkdfSync('sha256', main, own, name, 32));
  const signing = part('manifest');
  const sign = (text: string) => createHmac('sha256', signing).update(text).digest('hex');
  return {
    header: { salt, cost: n, check: sign('the key of this backup') },
    sign,
    ofFile: (own) => part('file', own),
  };
}

/** The key that a sealed backup was made with, from what its manifest says; null when `secret` is another one. */
export async function sealingKeyOf(secret: string, header: SealHeader): Promise<SealingKey | null> {
  const key = await newSealingKey(secret, header);
  return isSame(key.header.check, header.check) ? key : null;
}

/** Whether two texts of hexadecimal digits are the same, in a time that does not tell where they differ. */
export const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export interface Measured {
  readonly sha256: string;
  readonly size: number;
}

/** Seals a file into a new one, written through to the disk. Answers what the sealed file measures, and what is in it. */
export async function sealFile(
  from: string,
  to: string,
  key: SealingKey,
): Promise<{ readonly sealed: Measured; readonly content: Measured }> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      const salt = randomBytes(saltSize);
      const fileKey = key.ofFile(salt);
      const sealed = measuring();
      const content = measuring();
      const write = async (bytes: Buffer) => {
        sealed.add(bytes);
        await target.writeFile(bytes);
      };
      await write(Buffer.concat([mark, salt]));
      for await (const { bytes, number, isLast } of piecesOf(source, pieceSize)) {
        content.add(bytes);
        const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(number, isLast));
        await write(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]));
      }
      await target.sync();
      return { sealed: sealed.done(), content: content.done() };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/**
 * Opens a sealed file, into a new one where `to` is given, else only to see whether it is whole. Answers what is in it;
 * null when a byte of it was changed, or some are gone, or the key is another one. What was written by then is no good.
 */
export async function unsealFile(from: string, key: SealingKey, to?: string): Promise<Measured | null> {
  const source = await open(from, 'r');
  try {
    const target = to === undefined ? null : await open(to, 'wx', 0o600);
    try {
      const content = await unsealInto(source, key, async (bytes) => {
        await target?.writeFile(bytes);
      });
      await target?.sync();
      return content;
    } finally {
      await target?.close();
    }
  } finally {
    await source.close();
  }
}

async function unsealInto(
  source: FileHandle,
  key: SealingKey,
  write: (bytes: Buffer) => Promise<void>,
): Promise<Measured | null> {
  const beginning = Buffer.alloc(mark.length + saltSize);
  const { bytesRead } = await source.read(beginning, 0, beginning.length, null);
  if (bytesRead < beginning.length || !beginning.subarray(0, mark.length).equals(mark)) return null;
  const fileKey = key.ofFile(beginning.subarray(mark.length));
  const content = measuring();
  for await (const { bytes, number, isLast } of piecesOf(source, pieceSize + tagSize)) {
    if (bytes.length < tagSize) return null;
    const plain = opened(bytes, fileKey, nonceOf(number, isLast));
    if (plain === null) return null;
    content.add(plain);
    await write(plain);
  }
  return content.done();
}

function opened(bytes: Buffer, key: Buffer, nonce: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(bytes.subarray(bytes.length - tagSize));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - tagSize)), decipher.final()]);
  } catch {
    return null;
  }
}

/** The rest of a file in pieces of one size; the last one is shorter, and empty where the file ends with a whole piece. */
async function* piecesOf(file: FileHandle, size: number) {
  for (let number = 0; ; number += 1) {
    const bytes = Buffer.alloc(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(bytes, filled, size - filled, null);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    const isLast = filled < size;
    yield { bytes: bytes.subarray(0, filled), number, isLast };
    if (isLast) return;
  }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Measures bytes as they pass. */
export function measuring(): { add(bytes: Uint8Array): void; done(): Measured } {
  const hash = createHash('sha256');
  let size = 0;
  return {
    add: (bytes) => {
      hash.update(bytes);
      size += bytes.byteLength;
    },
    done: () => ({ sha256: hash.digest('hex'), size }),
  };
}

const stretched = (secret: string, salt: Buffer, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: cost, r: 8, p: 1, maxmem: 256 * 8 * cost };
    scrypt(secret.normalize('NFKC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
