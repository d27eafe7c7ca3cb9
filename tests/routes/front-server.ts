import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import { createFront, type Front, type FrontOptions } from '#app/http/front.server.ts';
import type { Visit } from '#app/http/visit.ts';
import { front as words } from '#app/i18n/en/front.ts';
import { front as chineseWords } from '#app/i18n/zh-CN/front.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { silentLog } from '#app/outside/log.server.ts';

type RouteModule = ServerBuild['routes'][string]['module'];

/** What a route of the small app is: an address, and what answers there. */
export interface TestRoute {
  readonly path?: string;
  readonly index?: boolean;
  readonly parentId?: string;
  readonly module: Partial<RouteModule>;
}

/** A server build of a few routes, without a compiler; pages are drawn as `<h1>` with the route's data. */
export function buildOf(routes: Readonly<Record<string, TestRoute>>): ServerBuild {
  const all: Readonly<Record<string, TestRoute>> = { root: { path: '', module: page() }, ...routes };
  const entries = Object.entries(all).map(([id, route]) => {
    const parentId = id === 'root' ? undefined : (route.parentId ?? 'root');
    return [
      id,
      { id, parentId, path: route.path, index: route.index, module: { default: undefined, ...route.module } },
    ];
  });
  const manifest = Object.fromEntries(entries);
  return {
    mode: 'production',
    basename: '/',
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
    } as ServerBuild['future'],
    assets: {
      version: '1',
      url: '',
      entry: { module: '', imports: [] },
      routes: manifest,
    } as ServerBuild['assets'],
    routes: manifest as ServerBuild['routes'],
    entry: {
      module: {
        handleError: () => {},
        default: (_request, status, headers, remix) => {
          const { loaderData, actionData, errors } = remix.staticHandlerContext;
          headers.set('content-type', 'text/html; charset=utf-8');
          const shown = JSON.stringify({
            loaderData,
            actionData,
            errors,
            routes: Object.keys(remix.routeModules),
          });
          return new Response(`<!DOCTYPE html><h1>${shown}</h1>`, { status, headers });
        },
      },
    },
  };
}

/** A module that is drawn as a page. */
export const page = (more: Partial<RouteModule> = {}): Partial<RouteModule> => ({
  default: () => null,
  ...more,
});

export interface Served {
  readonly port: number;
  readonly host: string;
  readonly front: Front;
  readonly visits: readonly Visit[];
  readonly ask: (path: string, more?: Asking) => Promise<Answer>;
  readonly raw: (text: string | Uint8Array) => Promise<string>;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

const open: Front[] = [];

/** Closes every server that `serve` opened; for `afterEach`. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((front) => front.close(100)));
}

/** Serves a build on a free port of this machine. */
export async function serve(build: ServerBuild, more: Partial<FrontOptions> = {}): Promise<Served> {
  const visits: Visit[] = [];
  const front = createFront({
    configuration: { host: '127.0.0.1', port: 0, publicUrl: null, trustProxy: 0 },
    build,
    clock: movableClock('2026-11-24T01:00:00.000Z'),
    log: silentLog,
    say: (locale, key, params) => fill((locale === 'en' ? words : chineseWords)[key], params),
    loadContext: (visit) => {
      visits.push(visit);
      return { visit } as never;
    },
    ready: async () => ({ ok: true }),
    staticFolders: [],
    ...more,
  });
  open.push(front);
  const { port } = await front.listen();
  const host = `127.0.0.1:${port}`;
  return {
    port,
    host,
    front,
    visits,
    ask: (path, asking) => ask(port, path, asking),
    raw: (text) => raw(port, text),
  };
}

/** Headers of a form that a page of the served site sends. */
export const formHeaders = (served: Pick<Served, 'host'>) => ({
  origin: `http://${served.host}`,
  'content-type': 'application/x-www-form-urlencoded',
});

const fill = (message: string, params: Readonly<Record<string, string | number>> = {}): string =>
  message.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));

function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Asking = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = httpRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(pieces);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text: bytes.toString('utf8'),
          });
        });
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Sends bytes as they are and gives back what came until the server closed the connection. */
function raw(port: number, text: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (piece) => {
      received += piece.toString('latin1');
    });
    socket.on('error', (error) => (received === '' ? reject(error) : resolve(received)));
    socket.on('close', () => resolve(received));
  });
}
