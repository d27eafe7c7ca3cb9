import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkHost, isInTheClear, type Place } from './hosts.server.ts';
import { type KeptPages, sendKeptPage } from './kept-pages.server.ts';
import { checkTarget, hasBody } from './request-checks.server.ts';
import { securityHeaders } from './security-headers.server.ts';
import type { Visit } from './visit.ts';

/**
 * Answers with a kept page in the same breath that the request came in, where nothing in the request speaks against it: a
 * public page then costs little more than reading the request and writing the answer (docs/decisions/0014). Tells the route
 * that drew it; undefined where the request has to go the way of all others, which also says what is wrong with it.
 */
export function answerAtOnce(
  kept: KeptPages,
  visit: Pick<Visit, 'requestId' | 'cookie' | 'locale' | 'now'>,
  request: IncomingMessage,
  response: ServerResponse,
  { place, trustProxy }: { readonly place: Place; readonly trustProxy: number },
): string | undefined {
  const mayBe =
    (request.method === 'GET' || request.method === 'HEAD') &&
    !hasBody(request) &&
    checkHost(request, place, trustProxy) === undefined &&
    checkTarget(request) === undefined &&
    !isInTheClear(request, place, trustProxy);
  const page = mayBe ? kept.atOnce(visit, request.url ?? '') : undefined;
  if (page === undefined) return undefined;
  const first = ['x-request-id', visit.requestId, ...securityHeaders(place.isHttps).flat()];
  sendKeptPage(page, request, response, first);
  return page.route;
}
