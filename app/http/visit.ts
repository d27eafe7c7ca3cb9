import type { Locale } from '#app/i18n/locale.ts';

/** What the front knows of a request before the app sees it. The app's load context is made from it. */
export interface Visit {
  /** Stands on the answer as `x-request-id`, on error pages and in the log. */
  readonly requestId: string;
  /** Allows the inline scripts and styles of this one answer. */
  readonly nonce: string;
  /** The peer's address; behind trusted proxies, the address that they saw. */
  readonly address: string;
  /** The language chosen in this browser, else the first of the browser's own that is spoken here. */
  readonly locale: Locale;
  readonly method: 'GET' | 'POST';
  /** Rebuilt from the configured origin: never from what the request claims. */
  readonly url: URL;
  /** The `Cookie` header as it came; empty where there is none. */
  readonly cookie: string;
  /** The instant of the request, ISO: the same for everything that is done in it. */
  readonly now: string;
}

/** What a route may tell the front about itself, in its `handle`. Without one, the strict answer holds. */
export interface RouteHandle {
  /** Files may be sent here: the body may be large. */
  readonly uploads?: boolean;
  /** Bodies are JSON: for programs, not for forms. */
  readonly json?: boolean;
  /** Counted apart, because it costs more or reaches further than a page: see `request-rates.ts`. */
  readonly costly?: 'export' | 'mail' | 'objection';
  /** Whether an address that looks like the route's is one, where the pattern takes more than there is. */
  readonly exists?: (params: Readonly<Record<string, string | undefined>>) => boolean;
  /** The same for everyone who is not signed in: kept as bytes until a write touches what it shows. */
  readonly kept?: boolean;
}

/** Reads a route's handle, which may be anything. */
export function routeHandle(handle: unknown): RouteHandle {
  return typeof handle === 'object' && handle !== null ? handle : {};
}

/** A form that was sent: where to, and the request once more, made only for whoever reads it again. */
export interface SentForm {
  readonly url: URL;
  readonly asked: () => Request;
}
