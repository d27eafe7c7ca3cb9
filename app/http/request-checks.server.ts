import type { IncomingMessage } from 'node:http';
import { type FrontRefusal, frontRefusal } from './front-refusal.server.ts';
import type { RouteHandle } from './visit.ts';

/** Longer addresses than any page of ours makes. */
const LONGEST_TARGET = 8 * 1024;
const MOST_HEADERS = 100;
const LARGEST_HEADERS = 16 * 1024;

/** Only what a form and a link can send. `X-HTTP-Method-Override` and its like mean nothing here. */
export const allowedMethods = ['GET', 'HEAD', 'POST'] as const;

export const checkMethod = (request: IncomingMessage): FrontRefusal | undefined =>
  allowedMethods.some((method) => method === request.method) ? undefined : frontRefusal('method');

/**
 * Caps on the address and the headers, and an address that can be decoded and climbs nowhere. No text of ours holds NUL, and
 * PostgreSQL fails at one: none is asked for.
 */
export function checkTarget(request: IncomingMessage): FrontRefusal | undefined {
  const target = request.url ?? '';
  if (target.length > LONGEST_TARGET) return frontRefusal('uriTooLong');
  if (request.rawHeaders.length > MOST_HEADERS * 2) return frontRefusal('headersTooLarge');
  if (sizeOf(request.rawHeaders) > LARGEST_HEADERS) return frontRefusal('headersTooLarge');
  if (!target.startsWith('/')) return frontRefusal('badRequest');
  const path = target.split('?', 1)[0]!;
  return checkPath(path) ?? (target.includes('%00', path.length) ? frontRefusal('badRequest') : undefined);
}

/** A body is a form, or JSON where the route takes JSON; no body at all is fine too. */
export function checkContentType(request: IncomingMessage, handle: RouteHandle): FrontRefusal | undefined {
  const header = request.headers['content-type'];
  if (header === undefined) return hasBody(request) ? frontRefusal('contentType') : undefined;
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const isAccepted =
    handle.json === true
      ? type.trim() === 'application/json'
      : type.trim() === 'application/x-www-form-urlencoded' ||
        (type.trim() === 'multipart/form-data' && parameters.some((part) => /^\s*boundary=./.test(part)));
  return isAccepted ? undefined : frontRefusal('contentType');
}

/** Whether a request announces a body. */
export const hasBody = (request: IncomingMessage): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

function checkPath(path: string): FrontRefusal | undefined {
  if (path.includes('//') || path.includes('\\')) return frontRefusal('notFound');
  if (!path.includes('%')) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return frontRefusal('badRequest');
  }
  const climbs = /%2f|%5c/i.test(path) || decoded.includes('\\');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return climbs || /[\u0000-\u001f\u007f]/.test(decoded) ? frontRefusal('notFound') : undefined;
}

function sizeOf(rawHeaders: readonly string[]): number {
  let size = 0;
  for (const text of rawHeaders) size += text.length + 2;
  return size;
}
