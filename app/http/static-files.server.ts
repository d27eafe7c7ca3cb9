import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
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
const SMALLEST_PACKED = 1024;
const YEAR = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=300';

interface StaticFile {
  readonly plain: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly caching: string;
  gzip?: Buffer;
  br?: Buffer;
}

/** Files that never change while the server runs. */
export interface StaticFiles {
  /** Answers a GET or HEAD of a path that is on the list; `false` where it is not. */
  answer(path: string, request: IncomingMessage, response: ServerResponse): boolean;
  /** Resolves when everything is compressed; until then the plain bytes are sent. */
  readonly packed: Promise<void>;
}

/**
 * Reads the folders once, into memory: no request touches the disk, and no path leads out of the list. Files under
 * `/assets/` carry a hash in their names and are kept by browsers for good. A folder that is not there is empty.
 */
export function readStaticFiles(folders: readonly string[]): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const folder of folders) for (const [path, file] of readFolder(folder)) files.set(path, file);
  return {
    packed: packAll([...files.values()]),
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
  for (const file of filesUnder(folder)) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const type = mediaTypes[extname(file).toLowerCase()];
    // an unknown kind, a source map or a hidden file is not meant for the public
    if (type === undefined || path.includes('/.')) continue;
    const plain = readFileSync(file);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    yield [path, { plain, type, etag, caching: path.startsWith('/assets/') ? YEAR : SHORT }];
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

async function packAll(files: readonly StaticFile[]): Promise<void> {
  for (const file of files) {
    if (file.plain.byteLength < SMALLEST_PACKED || !WORTH_PACKING.test(file.type)) continue;
    file.gzip = await promisify(gzip)(file.plain, { level: 9 });
    file.br = await promisify(brotliCompress)(file.plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
    });
  }
}
