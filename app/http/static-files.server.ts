import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { inertPolicy } from './security-headers.server.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const WORTH_PACKING = /^(text\/|application\/(json|manifest)|image\/svg)/;
/** What the build adds to the name of a file that it has packed (scripts/build-parts.mjs). */
const PACKED = { br: '.br', gzip: '.gz' } as const;
const YEAR = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=300';

interface StaticFile {
  readonly plain: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly caching: string;
  readonly gzip?: Buffer;
  readonly br?: Buffer;
}

/** Files that never change while the server runs. */
export interface StaticFiles {
  /** Answers a GET or HEAD of a path that is on the list; `false` where it is not. */
  answer(path: string, request: IncomingMessage, response: ServerResponse): boolean;
}

/**
 * Reads the folders once, into memory: no request touches the disk, and no path leads out of the list. Files under
 * `/assets/` carry a hash in their names and are kept by browsers for good. Those that the build has packed are sent
 * packed. A folder that is not there is empty.
 */
export function readStaticFiles(folders: readonly string[]): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const folder of folders) for (const [path, file] of readFolder(folder)) files.set(path, file);
  return {
    answer: (path, request, response) => {
      const file = files.get(path);
      if (file === undefined) return false;
      send(file, request, response);
      return true;
    },
  };
}

function send(file: StaticFile, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('etag', file.etag);
  response.setHeader('cache-control', file.caching);
  response.setHeader('content-security-policy', inertPolicy);
  if (WORTH_PACKING.test(file.type)) response.setHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match']?.includes(file.etag)) {
    response.writeHead(304).end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const packing =
    file.br && /\bbr\b/.test(accepted) ? 'br' : file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  const body = packing ? file[packing]! : file.plain;
  if (packing) response.setHeader('content-encoding', packing);
  response.writeHead(200, { 'content-type': file.type, 'content-length': body.byteLength });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function* readFolder(folder: string): Generator<[path: string, file: StaticFile]> {
  const names = new Set(filesUnder(folder));
  const packedBeside = (file: string, ending: string) =>
    names.has(file + ending) ? readFileSync(file + ending) : undefined;
  for (const file of names) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const type = mediaTypes[extname(file).toLowerCase()];
    // an unknown kind, a source map or a hidden file is not meant for the public
    if (type === undefined || path.includes('/.')) continue;
    const plain = readFileSync(file);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const caching = path.startsWith('/assets/') ? YEAR : SHORT;
    const [br, gzip] = [packedBeside(file, PACKED.br), packedBeside(file, PACKED.gzip)];
    yield [path, { plain, type, etag, caching, ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) }];
  }
}

function filesUnder(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
