import { done, type Result, refusal, refused } from '../refusal.ts';

/** What a file of a backup is: the database, the content of an upload, or a secret of the installation. */
export type PartKind = 'database' | 'content' | 'secret';

/** One file of a backup. */
export interface Part {
  readonly kind: PartKind;
  /** From the folder of the backup, with forward slashes. */
  readonly path: string;
  /** SHA-256 and size in bytes of the file as it lies in the backup. */
  readonly sha256: string;
  readonly size: number;
  /** SHA-256 and size of what is in it; other than the above only where the backup is sealed. */
  readonly content: { readonly sha256: string; readonly size: number };
}

/** How the key of a sealed backup is made from `BACKUP_KEY` (scrypt, RFC 7914), and a sign by which a wrong key shows. */
export interface SealHeader {
  readonly salt: string;
  readonly cost: number;
  readonly check: string;
}

/** What a backup says of itself. */
export interface Manifest {
  readonly format: 1;
  /** When the copy was begun, ISO. */
  readonly at: string;
  readonly migrations: readonly string[];
  /** The number of rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** The newest checkpoint of the history and the place of its newest event: what a restored copy has to bear out. */
  readonly head: {
    readonly checkpoint: string | null;
    readonly digest: string | null;
    readonly lastSeq: number;
  };
  readonly seal: SealHeader | null;
  readonly parts: readonly Part[];
  /** Contents that rows refer to and that were not there, or not what they were, when the copy was made. */
  readonly missing: readonly string[];
  /** HMAC-SHA256 over all of the above, where the backup is sealed. */
  readonly mac: string | null;
}

export const manifestName = 'manifest.json';
const sealedEnding = '.sealed';

/** Where a part lies in a backup. `name` is the hash of a content or the name of a secret. */
export function partPath(kind: PartKind, name: string, isSealed: boolean): string {
  const ending = isSealed ? sealedEnding : '';
  if (kind === 'database') return `hatchery.db${ending}`;
  if (kind === 'secret') return `secrets/${name}${ending}`;
  return `files/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}${ending}`;
}

/** The text that the HMAC of a manifest is made over. */
export const signedText = ({ mac: _mac, ...rest }: Manifest): string => JSON.stringify(rest);

/** Reads a manifest; refused with `backup.manifest` where it is none, is cut short, or names files that lie elsewhere. */
export function parseManifest(text: string): Result<Manifest> {
  const bad = refused(refusal('backup.manifest', { file: manifestName }));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return bad;
  }
  return isManifest(value) ? done(value) : bad;
}

const hash = /^[0-9a-f]{64}$/;
const secretName = /^[a-z][a-z0-9-]{0,60}$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isHash = (value: unknown): value is string => typeof value === 'string' && hash.test(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || value.format !== 1 || typeof value.at !== 'string') return false;
  if (!isTexts(value.migrations) || !isTexts(value.missing) || !value.missing.every(isHash)) return false;
  if (!isObject(value.rows) || !Object.values(value.rows).every(isCount)) return false;
  const { head, seal } = value;
  if (!isObject(head) || !isCount(head.lastSeq)) return false;
  if (head.checkpoint !== null && typeof head.checkpoint !== 'string') return false;
  if (head.digest !== null && !isHash(head.digest)) return false;
  if (seal !== null && !isSeal(seal)) return false;
  if (value.mac !== null && !isHash(value.mac)) return false;
  if ((seal === null) !== (value.mac === null)) return false;
  if (!Array.isArray(value.parts) || !value.parts.every((part) => isPart(part, seal !== null))) return false;
  return value.parts.filter((part) => part.kind === 'database').length === 1;
}

function isSeal(seal: unknown): boolean {
  return (
    isObject(seal) &&
    typeof seal.salt === 'string' &&
    /^[0-9a-f]{32}$/.test(seal.salt) &&
    // a cost that somebody wrote in must not take all memory: 128 * 8 * cost bytes
    isCount(seal.cost) &&
    seal.cost >= 2 &&
    seal.cost <= 2 ** 18 &&
    isHash(seal.check)
  );
}

/** A part lies where its kind and its content say, and nowhere else: a manifest cannot point out of its folder. */
function isPart(part: unknown, isSealed: boolean): part is Part {
  if (!isObject(part) || !isObject(part.content)) return false;
  if (!isHash(part.sha256) || !isHash(part.content.sha256)) return false;
  if (!isCount(part.size) || !isCount(part.content.size) || typeof part.path !== 'string') return false;
  if (part.kind === 'database') return part.path === partPath('database', '', isSealed);
  if (part.kind === 'content') return part.path === partPath('content', part.content.sha256, isSealed);
  const name = nameOfSecret(part.path);
  return part.kind === 'secret' && secretName.test(name) && part.path === partPath('secret', name, isSealed);
}

/** The name of the secret that a part of that kind holds. */
export const nameOfSecret = (path: string): string => path.replace(/^secrets\//, '').replace(/\.sealed$/, '');
