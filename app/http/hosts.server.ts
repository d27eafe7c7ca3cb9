import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Configuration } from '#app/outside/configuration.server.ts';
import { type FrontRefusal, frontRefusal } from './front-refusal.server.ts';

/** Where the installation is reached. */
export interface Place {
  /** What every address in a link, a redirect or a letter begins with. */
  readonly origin: string;
  readonly isHttps: boolean;
  /** The values of `Host` that mean us, in small letters. */
  readonly hosts: ReadonlySet<string>;
}

/** The place of an installation that listens on `port`: its public address, and the names of this machine. */
export function placeOf(configuration: Pick<Configuration, 'host' | 'publicUrl'>, port: number): Place {
  const origin = configuration.publicUrl ?? `http://localhost${port === 80 ? '' : `:${port}`}`;
  const names = ['localhost', '127.0.0.1', '[::1]', bracketed(configuration.host.toLowerCase())];
  const hosts = new Set([new URL(origin).host]);
  for (const name of names) {
    hosts.add(`${name}:${port}`);
    if (port === 80) hosts.add(name);
  }
  return { origin, isHttps: origin.startsWith('https:'), hosts };
}

/** Whether the request names a host that is ours. A proxy is believed only where it is trusted. */
export function checkHost(
  request: IncomingMessage,
  place: Place,
  trustProxy: number,
): FrontRefusal | undefined {
  if (countOf(request.rawHeaders, 'host') !== 1) return frontRefusal('badRequest');
  const forwarded = trustProxy > 0 ? lastOf(request.headers['x-forwarded-host']) : undefined;
  const host = (forwarded ?? request.headers.host ?? '').toLowerCase();
  if (place.hosts.has(host)) return undefined;
  return frontRefusal(/^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(host) ? 'host' : 'badRequest');
}

/**
 * Whether a request that may change something comes from a page of ours. Browsers say so in `Sec-Fetch-Site`, older
 * ones in `Origin`; where both speak, both must agree. Who says neither is no browser we know: only a program
 * that carries a token, and no cookie that a foreign page could borrow, passes.
 */
export function checkOrigin(request: IncomingMessage, place: Place): FrontRefusal | undefined {
  const { origin, authorization, cookie } = request.headers;
  const site = lastOf(request.headers['sec-fetch-site']);
  if (origin !== undefined && !isOurs(origin, place)) return frontRefusal('origin');
  if (site !== undefined)
    return site === 'same-origin' || site === 'none' ? undefined : frontRefusal('origin');
  if (origin !== undefined) return undefined;
  return authorization !== undefined && cookie === undefined ? undefined : frontRefusal('origin');
}

/**
 * Whether a request came in the clear to a site of https, as a trusted proxy says (`X-Forwarded-Proto`). A page may lead on
 * to the safe address; a form has already told everybody on the way what it holds, so it is refused and not led on: its
 * sender has to notice.
 */
export const isInTheClear = (request: IncomingMessage, place: Place, trustProxy: number): boolean =>
  place.isHttps && trustProxy > 0 && lastOf(request.headers['x-forwarded-proto'])?.toLowerCase() === 'http';

/**
 * Who asks: the peer of the connection, or behind `trustProxy` proxies the address that the outermost of them
 * saw. What stands further left in `X-Forwarded-For` was written by the asker and is not believed.
 */
export function addressOf(request: IncomingMessage, trustProxy: number): string {
  const peer = request.socket.remoteAddress ?? '';
  const forwarded = request.headers['x-forwarded-for'];
  if (trustProxy === 0 || forwarded === undefined) return plain(peer);
  const chain = String(forwarded).split(',');
  const seen = (chain[chain.length - trustProxy] ?? chain[0] ?? '').trim();
  return isIP(seen) ? plain(seen) : plain(peer);
}

function isOurs(origin: string, place: Place): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  return (protocol === 'http:' || protocol === 'https:') && place.hosts.has(host);
}

const bracketed = (host: string): string =>
  host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;

/** An IPv4 address written the IPv6 way is the same address. */
const plain = (address: string): string => address.replace(/^::ffff:/, '');

const lastOf = (header: string | string[] | undefined): string | undefined =>
  (Array.isArray(header) ? header.join(',') : header)?.split(',').pop()?.trim();

function countOf(rawHeaders: readonly string[], name: string): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]!.toLowerCase() === name) count += 1;
  }
  return count;
}
