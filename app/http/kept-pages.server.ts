import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Configuration } from '#app/outside/configuration.server.ts';
import type { Store } from '#db/connection.server.ts';
import { publicVersion, publicVersionAtOnce } from '#db/reads/public-version.server.ts';
import { keptPagePolicy } from './security-headers.server.ts';
import { sessionCookieOf } from './session-cookie.server.ts';
import type { Visit } from './visit.ts';

/** A public page as bytes. */
export interface KeptPage {
  /** The route that drew it. */
  readonly route: string;
  readonly version: number;
  readonly minute: string;
  readonly bytes: Buffer;
  readonly etag: string;
  gzip?: Buffer;
}

/** Where a page is to be put once it is drawn, when it is not there. */
export interface Lookup {
  readonly page: KeptPage | undefined;
  readonly keep: (html: ArrayBuffer, route: string) => KeptPage;
}

export interface KeptPages {
  /** The page for this visit, and where to keep it; null where the visit is not anybody's (somebody is signed in). */
  look(visit: Visit): Promise<Lookup | null>;
  /**
   * The page for whoever asks to read `target`, an address as it stands in the request, where it can be told in the same
   * breath that it still holds.
   */
  atOnce(asked: Pick<Visit, 'cookie' | 'locale' | 'now'>, target: string): KeptPage | undefined;
}

/** All of them together hold no more than this. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Longer addresses come from nobody's link. */
const LONGEST_ADDRESS = 300;
/** Below it, packing costs more than it saves. */
const SMALLEST_PACKED = 2 * 1024;

/** Tells the number that is another one once a public page may look different. */
export interface VersionSource {
  readonly ask: () => Promise<number>;
  /** The same without waiting, where that can be; it throws where the database fails. */
  readonly atOnce: (() => number) | null;
}

/**
 * Public pages, kept whole until a write touches what they may show. The `version` tells that (it is asked for at each
 * visit, before anything is read), and the minute goes with it, for calls open and close by the clock.
 * `readerOf` tells what a page depends on beside its address: the language; null for whoever has a session, even one
 * that ended: their pages are neither kept nor answered from here.
 */
export function keepPages(
  version: VersionSource,
  readerOf: (visit: Pick<Visit, 'cookie' | 'locale'>) => string | null,
): KeptPages {
  const pages = new Map<string, KeptPage>();
  const versionOfRound = oncePerRound(version.ask);
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
      const number = await versionOfRound();
      return {
        page: fresh(pages.get(key), number, minute),
        keep: (html, route) => {
          const bytes = Buffer.from(html);
          const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
          const page = { route, version: number, minute, bytes, etag };
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
    atOnce: (asked, target) => {
      const reader = readerOf(asked);
      // only an address that was drawn before, written in the same way, has a page here
      const found = reader === null ? undefined : pages.get(`${reader} ${target}`);
      if (found === undefined || version.atOnce === null) return undefined;
      try {
        return fresh(found, version.atOnce(), asked.now.slice(0, 16));
      } catch {
        // a database that fails is met on the way of all others, which asks again and says what is wrong
        return undefined;
      }
    },
  };
}

const fresh = (page: KeptPage | undefined, version: number, minute: string): KeptPage | undefined =>
  page?.version === version && page.minute === minute ? page : undefined;

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
  return keepPages(versionOf(store), ({ cookie, locale }) => (cookie.includes(session.name) ? null : locale));
}

/** For so long a version that was read may stand while others write: a command beside the server, such as an import. */
const OTHERS_MS = 20;

/**
 * What tells the version. The one process that serves a file knows of its own writes, so it need not ask the file about them
 * each time: that takes as long as all else that a kept page takes. On PostgreSQL others serve too, and it is always asked.
 */
function versionOf(store: Store): VersionSource {
  const read = publicVersionAtOnce(store.read);
  if (read === null) return { ask: () => publicVersion(store.read), atOnce: null };
  let number = 0;
  let ended = -1;
  let asked = 0;
  const atOnce = () => {
    const now = performance.now();
    const endedNow = store.writesEnded();
    if (endedNow !== ended || now - asked > OTHERS_MS) {
      // where this throws, the next one asks again
      number = read();
      ended = endedNow;
      asked = now;
    }
    return number;
  };
  return { ask: async () => atOnce(), atOnce };
}

/** Whether what the app answered may be kept: a whole page that sets nothing in the browser. */
export const isKeepable = (answer: Response): boolean =>
  answer.status === 200 &&
  answer.body !== null &&
  answer.headers.getSetCookie().length === 0 &&
  (answer.headers.get('content-type') ?? '').startsWith('text/html');

/**
 * Sends a kept page; who has it already hears so. Browsers ask each time whether it still holds. `first` are headers that
 * go before its own, names and values in turn, where none are set on the response yet.
 */
export function sendKeptPage(
  page: KeptPage,
  request: IncomingMessage,
  response: ServerResponse,
  first: readonly string[] = [],
): void {
  const headers = [...first, 'etag', page.etag, ...ofEachKeptPage];
  if (request.headers['if-none-match']?.includes(page.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const { bytes } = page;
  let body = bytes;
  if (bytes.byteLength >= SMALLEST_PACKED && takesGzip(request)) {
    page.gzip ??= gzipSync(bytes);
    body = page.gzip;
    headers.push('content-encoding', 'gzip');
  }
  headers.push('content-type', 'text/html; charset=utf-8', 'content-length', String(body.byteLength));
  response.writeHead(200, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

const ofEachKeptPage = [
  ...['cache-control', 'no-cache'],
  ...['vary', 'cookie, accept-language, accept-encoding'],
  ...['content-security-policy', keptPagePolicy],
];

const takesGzip = (request: IncomingMessage): boolean =>
  /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
