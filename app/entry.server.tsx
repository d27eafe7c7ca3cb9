import type { EntryContext } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DrawnBranch } from '#app/components/layout/drawn-branch.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { WholePage } from '#app/http/whole-page.server.ts';
import { systemClock } from '#app/outside/clock.server.ts';
import { createLog, errorFields } from '#app/outside/log.server.ts';
import { outageOf } from '#db/outages.server.ts';

/** Remix asks for failures without the log that the front has; they are written as that one writes. */
const log = createLog('error', systemClock);

/** Draws a page, whole and in one write: nothing here is deferred. Pages go out without React in the browser. */
export default function handleDocument(
  _request: Request,
  status: number,
  headers: Headers,
  { routeModules, staticHandlerContext }: EntryContext,
  context: DoorContext,
): Response {
  const html = `<!DOCTYPE html>${renderToStaticMarkup(<DrawnBranch modules={routeModules} found={staticHandlerContext} />)}`;
  // where not even the frame of the page could be drawn, the front's own page says the request's id; a form that is
  // refused for want of room (507) is a page like others
  if (status === 500 && !html.includes(context.requestId)) return new Response(null, { status });
  headers.set('content-type', 'text/html; charset=utf-8');
  return new WholePage(import.meta.env.DEV ? withLiveReload(html, context.nonce) : html, { status, headers });
}

/** In development Vite's client reloads the page when a file changes; it is no part of the build. */
const withLiveReload = (html: string, nonce: string): string =>
  html.replace('</body>', `<script type="module" nonce="${nonce}" src="/@vite/client"></script></body>`);

/** Failures are told by kind and place, never by message: that may quote a record. */
export function handleError(
  error: unknown,
  { context }: { context: Pick<DoorContext, 'requestId' | 'outage'> },
): void {
  // a page that is not there is no failure
  if (isRouteErrorResponse(error) && error.status < 500) return;
  const outage = outageOf(error);
  if (outage !== undefined) context.outage = outage;
  log.error('page.failed', { requestId: context.requestId, ...errorFields(error) });
}
