import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * The secret of this installation, 64 hexadecimal digits: read from `DATA_DIR/<name>`, or made there at the first
 * start, readable by the owner alone. Two processes that start together end up with the same one.
 */
export function keptSecret(dataDir: string, name = 'session-secret'): string {
  const file = join(dataDir, name);
  const known = readSecret(file);
  if (known !== undefined) return known;
  mkdirSync(dataDir, { recursive: true });
  const made = `${file}.${process.pid}.tmp`;
  writeFileSync(made, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    // link, not rename: whoever comes second keeps what the first one wrote
    linkSync(made, file);
  } catch (error) {
    if (readSecret(file) === undefined) throw error;
  } finally {
    rmSync(made, { force: true });
  }
  chmodSync(file, 0o600);
  const secret = readSecret(file);
  if (secret === undefined) throw new Error(`${file} does not hold a secret`);
  return secret;
}

/** The names of the secrets that an installation keeps, in order: small files that hold nothing else. */
export const keptSecretNames = (dataDir: string): readonly string[] =>
  existsSync(dataDir)
    ? readdirSync(dataDir)
        .filter((name) => /^[a-z][a-z0-9-]*$/.test(name))
        .filter((name) => {
          const found = statSync(join(dataDir, name));
          if (!found.isFile() || found.size > 100) return false;
          return secretForm.test(readFileSync(join(dataDir, name), 'utf8').trim());
        })
        .sort()
    : [];

const secretForm = /^[0-9a-f]{64}$/;

function readSecret(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  // a damaged secret would sign everybody out without a word: better to stop
  if (!secretForm.test(text)) throw new Error(`${file} does not hold a secret`);
  return text;
}
