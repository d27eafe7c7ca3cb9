import type { IncomingMessage } from 'node:http';

/** The only headers that the app gets to see: what a page or a program may rightly depend on. */
const headersThatPass = [
  'accept',
  'accept-language',
  'authorization',
  'content-type',
  'cookie',
  'idempotency-key',
  'if-match',
  'user-agent',
] as const;

/** What is left of a request's headers for the app. */
export function headersForApp(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const name of headersThatPass) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}
