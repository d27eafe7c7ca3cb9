import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Configuration } from '#app/outside/configuration.server.ts';
import type { Store } from '#db/connection.server.ts';
import { publicVersion } from '#db/reads/public-version.server.ts';
import { keptPagePolicy } from './security-headers.server.ts';
import { sessionCookieOf } from './session-cookie.server.ts';
import type { Visit } from './visit.ts';

/** A public page as bytes. */
interface KeptPage {
  readonly version: number;
  readonly minute: string;
  readonly bytes: Buffer;
  readonly etag: string;
  gzip?: Buffer;
}

/** Where a page is to be put once it is drawn, when it is not there. */
export interface Lookup {
  readonly page: KeptPage | undefined;
  readonly keep: (html: ArrayBuffer) => KeptPage;
}

export interface KeptPages {
  /** The page for this visit, and where to keep it; null where the visit is not anybody's (somebody is signed in). */
  look(visit: Visit): Promise<Lookup | null>;
}

/** All of them together hold no more than this. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Longer addresses come from nobody's link. */
const LONGEST_ADDRESS = 300;
/** Below it, packing costs more than it saves. */
const SMALLEST_PACKED = 2 * 1024;

/**
 * Public pages, kept whole until a write touches what they may show. `versionNow` tells that (it is asked at each
 * visit, before anything is read), and the minute goes with it, for calls open and close by the clock.
 * `readerOf` tells what a page depends on beside its address: the language; null for whoever has a session, even one
 * that ended: their pages are neither kept nor answered from here.
 */
export function keepPages(
  versionNow: () => Promise<number>,
  readerOf: (visit: Visit) => string | null,
): KeptPages {
  const pages = new Map<string, KeptPage>();
  const versionOfRound = oncePerRound(versionNow);
  let held = 0;
  const drop = (key: string) => {
    held -= pages.get(key)?.bytes.byteLength ?? 0;
    pages.delete(key);
  };
  return {
    look: async (visit) => {
      const reader = readerOf(visit);
      const address = visit.url.pathname + visit.url.search;
      if (visit.method !== 'GET' || reader === null || address.length > LONGEST_ADDRESS) return null;
      const key = `${reader} ${address}`;
      const minute = visit.now.slice(0, 16);
      const version = await versionOfRound();
      const found = pages.get(key);
      const isFresh = found !== undefined && found.version === version && found.minute === minute;
      return {
        page: isFresh ? found : undefined,
        keep: (html) => {
          const bytes = Buffer.from(html);
          const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
          const page = { version, minute, bytes, etag };
          drop(key);
          for (const oldest of pages.keys()) {
            if (held + bytes.byteLength <= MOST_BYTES) break;
            drop(oldest);
          }
          pages.set(key, page);
          held += bytes.byteLength;
          return page;
        },
      };
    },
  };
}

/**
 * Asks once for all who come in the same round of the event loop. Whoever was told of a write before they asked comes in
 * a later round, so nobody is sent what was older than what they knew.
 */
function oncePerRound<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    if (asked === undefined) {
      asked = ask();
      setImmediate(() => {
        asked = undefined;
      });
    }
    return asked;
  };
}

/** The kept pages of an installation, apart for each language. */
export function keptPagesOf(store: Store, configuration: Pick<Configuration, 'publicUrl'>): KeptPages {
  const session = sessionCookieOf(configuration);
  return keepPages(
    () => publicVersion(store.read),
    ({ cookie, locale }) => (cookie.includes(session.name) ? null : locale),
  );
}

/** Whether what the app answered may be kept: a whole page that sets nothing in the browser. */
export const isKeepable = (answer: Response): boolean =>
  answer.status === 200 &&
  answer.body !== null &&
  answer.headers.getSetCookie().length === 0 &&
  (answer.headers.get('content-type') ?? '').startsWith('text/html');

/** Sends a kept page; who has it already hears so. Browsers ask each time whether it still holds. */
export function sendKeptPage(page: KeptPage, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('etag', page.etag);
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('vary', 'cookie, accept-language, accept-encoding');
  response.setHeader('content-security-policy', keptPagePolicy);
  if (request.headers['if-none-match']?.includes(page.etag)) {
    response.writeHead(304).end();
    return;
  }
  let body = page.bytes;
  if (
    body.byteLength >= SMALLEST_PACKED &&
    /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  ) {
    page.gzip ??= gzipSync(body);
    body = page.gzip;
    response.setHeader('content-encoding', 'gzip');
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.byteLength });
  response.end(request.method === 'HEAD' ? undefined : body);
}
