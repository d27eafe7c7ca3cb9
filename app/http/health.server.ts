import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FrontOptions } from './front.server.ts';
import { type FrontRefusal, frontRefusal } from './front-refusal.server.ts';

type Watched = Pick<FrontOptions, 'ready' | 'metrics'>;

/** Whether an address is for those who watch over the server: `/healthz`, `/readyz`, and `/metrics` where it exists. */
export const isHealthPath = (path: string, { metrics }: Watched): boolean =>
  path === '/healthz' || path === '/readyz' || (path === '/metrics' && metrics !== undefined);

/**
 * Answers them. `/healthz`: the process lives. `/readyz`: 503 with the code of what is not fit. `/metrics`: the figures, for
 * who shows the token as bearer; to anybody else it is not there.
 */
export async function answerHealth(
  path: string,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  { ready, metrics }: Watched,
): Promise<FrontRefusal | 'answered'> {
  // who may not read the figures is told nothing of them, not even by which methods they are asked for
  if (path === '/metrics' && (metrics === undefined || !isBearer(request, metrics.token)))
    return frontRefusal('notFound');
  if (request.method === 'POST') return frontRefusal('method', { allow: ['GET', 'HEAD'] });
  if (path === '/metrics' && metrics !== undefined) {
    return send(request, response, 200, 'text/plain; version=0.0.4; charset=utf-8', await metrics.text());
  }
  const state = path === '/healthz' ? { ok: true } : await ready();
  return send(
    request,
    response,
    state.ok ? 200 : 503,
    'application/json; charset=utf-8',
    JSON.stringify(state),
  );
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
): 'answered' {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : text);
  return 'answered';
}

/** Digests are compared: they have one length, and the time does not tell where two tokens differ. */
function isBearer(request: IncomingMessage, token: string): boolean {
  const shown = /^Bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(shown), digest(token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
