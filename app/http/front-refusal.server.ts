import type { Refusal } from '#app/domain/refusal.ts';

/** Why the front turns a request away; the words are `front.<code>` and `front.<code>.text`. */
export type FrontCode =
  | 'badRequest'
  | 'incomplete'
  | 'origin'
  | 'inTheClear'
  | 'network'
  | 'notFound'
  | 'method'
  | 'slow'
  | 'bodyTooLarge'
  | 'uriTooLong'
  | 'contentType'
  | 'host'
  | 'tooMany'
  | 'headersTooLarge'
  | 'broken'
  | 'busy'
  | 'full'
  | 'stopping';

/** An answer that the front gives by itself. */
export interface FrontRefusal {
  readonly status: number;
  readonly code: FrontCode;
  readonly params?: Refusal['params'];
  /** In seconds; sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** The methods that the address knows, where they are fewer than those of the front. */
  readonly allow?: readonly string[];
}

/** The HTTP status of each code (RFC 9110, 15; RFC 6585; 507 of RFC 4918). */
const statuses: Readonly<Record<FrontCode, number>> = {
  badRequest: 400,
  incomplete: 400,
  origin: 403,
  inTheClear: 403,
  network: 403,
  notFound: 404,
  method: 405,
  slow: 408,
  bodyTooLarge: 413,
  uriTooLong: 414,
  contentType: 415,
  host: 421,
  tooMany: 429,
  headersTooLarge: 431,
  broken: 500,
  busy: 503,
  full: 507,
  stopping: 503,
};

/** A refusal of the front with the status that belongs to its code. */
export const frontRefusal = (
  code: FrontCode,
  more: Omit<FrontRefusal, 'status' | 'code'> = {},
): FrontRefusal => ({
  status: statuses[code],
  code,
  ...more,
});

/** What is said while the database does not answer: try again soon, or tell somebody that the disk is full. */
export const outageRefusal = (outage: 'busy' | 'full'): FrontRefusal =>
  frontRefusal(outage, { retryAfter: outage === 'busy' ? 5 : 60 });
