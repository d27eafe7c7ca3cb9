import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { chooseLocale } from '#app/i18n/locale.ts';
import type { Clock } from '#app/outside/clock.server.ts';
import type { Configuration } from '#app/outside/configuration.server.ts';
import { errorFields, type Log } from '#app/outside/log.server.ts';
import { nextTurn } from '#app/outside/turns.server.ts';
import { outageOf } from '#db/outages.server.ts';
import { isSpeechless, sendAppAnswer } from './app-answer.server.ts';
import { answerAtOnce } from './at-once.server.ts';
import { type BodyLimits, bodyLimits, createBodyReader, type HeldBody } from './body.server.ts';
import { type Branch, branchesOf, type Found } from './branches.server.ts';
import type { DoorContext } from './context.ts';
import { type Asked, type Say, turnAway } from './front-pages.server.ts';
import { type FrontRefusal, frontRefusal, outageRefusal } from './front-refusal.server.ts';
import { headersForApp } from './headers-for-app.server.ts';
import { answerHealth, isHealthPath } from './health.server.ts';
import { addressOf, checkHost, checkOrigin, isInTheClear, type Place, placeOf } from './hosts.server.ts';
import { isKeepable, type KeptPages, sendKeptPage } from './kept-pages.server.ts';
import { languageOf } from './language-cookie.server.ts';
import { listenSafely, type RunningServer } from './listening.server.ts';
import { checkContentType, checkMethod, checkTarget } from './request-checks.server.ts';
import { contentSecurityPolicy, securityHeaders } from './security-headers.server.ts';
import { readStaticFiles } from './static-files.server.ts';
import type { SentForm, Visit } from './visit.ts';

/** What happened with a request, for counting and the log: no addresses, no words. */
export interface Answered {
  readonly requestId: string;
  /** The route's id, or `front` where no page was asked. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly milliseconds: number;
  /** The front's reason, where it turned the request away. */
  readonly refusal?: string;
}

export interface FrontOptions {
  readonly configuration: Pick<Configuration, 'host' | 'port' | 'publicUrl' | 'trustProxy'>;
  /** The server build; a function in development, where it changes. */
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly clock: Clock;
  readonly log: Log;
  /** Words of the front's own pages. */
  readonly say: Say;
  /** What loaders and actions are handed: who asks, the house, and the visit's particulars. */
  readonly loadContext: (visit: Visit) => AppLoadContext | Promise<AppLoadContext>;
  /** Whether database, migrations and disk are fit; the code says what is not. */
  readonly ready: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly code: string }>;
  /** Folders whose files are sent as they are: `build/client`, which holds `public` too. */
  readonly staticFolders: readonly string[];
  /** Public pages as bytes; without it each is drawn anew. */
  readonly kept?: KeptPages;
  /** Turns a visit away before the app is asked, such as one of too many. */
  readonly admit?: (
    visit: Visit,
    page: Pick<Branch, 'id' | 'handle'>,
  ) => FrontRefusal | undefined | Promise<FrontRefusal | undefined>;
  /** Is told what looks like somebody trying doors. */
  readonly watch?: (seen: Suspicious) => Promise<void>;
  /** Has the last word on the answer to a sent form, which it may read once more. */
  readonly afterForm?: (context: AppLoadContext, sent: SentForm, answer: Response) => Promise<Response>;
  /** The figures of `/metrics` in Prometheus' text, for who holds the token; without them it does not exist. */
  readonly metrics?: { readonly token: string; readonly text: () => Promise<string> };
  readonly onAnswer?: (answered: Answered) => void;
  /** Vite's middleware, in development: answers what it knows, or calls `next`. */
  readonly development?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  readonly limits?: Partial<BodyLimits>;
}

/** Something for the security log: a form from a foreign page, or a page that is not there for whoever asked. */
export type Suspicious =
  | { readonly what: 'origin'; readonly address: string }
  | {
      readonly what: 'unseen';
      readonly address: string;
      readonly route: string;
      readonly path: string;
      readonly context: AppLoadContext;
    };

/** The server that stands before the app. */
export interface Front {
  listen(): Promise<{ readonly port: number; readonly origin: string }>;
  /** Takes no more requests, finishes the ones under way (for at most `patienceMs`), closes. */
  close(patienceMs?: number): Promise<void>;
}

interface Arrival extends Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  route: string;
}

type Outcome = FrontRefusal | 'answered';

/**
 * Our own server in front of Remix, which has no limits and believes what requests say of themselves. Each request
 * passes method, host, address and headers, files, origin, type and size of the body; only then the app is asked,
 * with an address rebuilt from our own origin and the few headers that it may know. Bad input never ends in a 500.
 */
export function createFront(options: FrontOptions): Front {
  const { configuration, log, say } = options;
  const { trustProxy } = configuration;
  const limits = { ...bodyLimits, ...options.limits };
  const bodies = createBodyReader(limits);
  const files = readStaticFiles(options.staticFolders);
  const branchesNow = branchesOf(options.build);
  // Vite tells open pages to reload over a port of its own
  const policyOf = (nonce: string) =>
    options.development
      ? contentSecurityPolicy(nonce).replace("connect-src 'self'", "connect-src 'self' ws:")
      : contentSecurityPolicy(nonce);
  let place: Place = placeOf(configuration, configuration.port);
  let running: RunningServer | undefined;

  async function answer(arrival: Arrival): Promise<Outcome> {
    const { request, response } = arrival;
    if (running?.isStopping) {
      response.setHeader('connection', 'close');
      return frontRefusal('stopping', { retryAfter: 30 });
    }
    const early = checkMethod(request) ?? checkHost(request, place, trustProxy) ?? checkTarget(request);
    if (early) return early;
    const url = new URL(place.origin + request.url);
    const path = url.pathname;
    const isReading = request.method !== 'POST';
    if (isInTheClear(request, place, trustProxy) && !isHealthPath(path, options)) {
      if (!isReading) return frontRefusal('inTheClear');
      response.writeHead(308, { location: url.href, 'cache-control': 'no-store', 'content-length': 0 }).end();
      return 'answered';
    }
    if (isReading && files.answer(path, request, response)) return 'answered';
    if (path.startsWith('/assets/') && options.development === undefined) return frontRefusal('notFound');
    if (options.development && (await answeredInDevelopment(options.development, request, response)))
      return 'answered';
    const foreign = isReading ? undefined : checkOrigin(request, place);
    if (foreign) {
      await options.watch?.({ what: 'origin', address: addressOf(request, trustProxy) });
      return foreign;
    }
    if (isHealthPath(path, options)) return answerHealth(path, arrival, options);

    const found = (await branchesNow()).find(path);
    const { branch } = found;
    arrival.route = branch.id;
    // Remix' data requests: no page of ours asks them, and nothing answers them
    if (url.searchParams.has('_data')) return frontRefusal('notFound');
    const badType = isReading ? undefined : checkContentType(request, branch.handle);
    if (badType) return badType;
    const body = isReading
      ? undefined
      : await bodies.read(request, branch.handle.uploads ? limits.upload : limits.form);
    if (body === 'gone') return 'answered';
    if (body && 'status' in body) return body;
    try {
      return await askApp(arrival, url, found, body);
    } finally {
      body?.release();
    }
  }

  async function askApp(
    arrival: Arrival,
    url: URL,
    { branch, matches }: Found,
    body: HeldBody | undefined,
  ): Promise<Outcome> {
    const { request, response, requestId, locale } = arrival;
    const method = body === undefined ? 'GET' : 'POST';
    const address = addressOf(request, trustProxy);
    const cookie = request.headers.cookie ?? '';
    const now = options.clock.now();
    const visit: Visit = {
      ...{ requestId, locale, method, url, address, cookie, now },
      get nonce() {
        return arrival.nonce;
      },
    };
    const kept = branch.handle.kept ? await options.kept?.look(visit) : undefined;
    if (kept?.page) {
      sendKeptPage(kept.page, request, response);
      return 'answered';
    }
    // A page is drawn in one go on SQLite: of those that came at once, one a round, so that nobody waits for all of them.
    await nextTurn();
    // who went away while waiting, as impatient people and programs do, is drawn nothing; a form that came is taken
    if (method === 'GET' && request.destroyed) return 'answered';
    const refusal = await options.admit?.(visit, branch);
    if (refusal) return refusal;
    const context = await options.loadContext(visit);
    const asked = () =>
      new Request(url, { method, headers: headersForApp(request), body: body?.bytes ?? null });
    let answered = await branch.answer(asked(), context, matches);
    const outage = answered.status === 500 ? (context as Partial<DoorContext>).outage : undefined;
    if (outage) return outageRefusal(outage);
    if (isSpeechless(answered)) return frontRefusal('broken');
    if (answered.status === 404)
      await options.watch?.({ what: 'unseen', address, route: branch.id, path: url.pathname, context });
    if (kept && isKeepable(answered)) {
      sendKeptPage(kept.keep(await answered.arrayBuffer(), branch.id), request, response);
      return 'answered';
    }
    if (body && options.afterForm) answered = await options.afterForm(context, { url, asked }, answered);
    await sendAppAnswer(answered, request, response, policyOf(arrival.nonce));
    return 'answered';
  }

  const server = createServer({ maxHeaderSize: 32 * 1024 }, (request, response) => {
    const begun = performance.now();
    const requestId = randomUUID();
    const cookie = request.headers.cookie ?? '';
    const locale = chooseLocale(languageOf(configuration, cookie), request.headers['accept-language']);
    const tell = (of: Pick<Answered, 'route' | 'status' | 'refusal'>) => {
      const milliseconds = Math.round((performance.now() - begun) * 10) / 10;
      options.onAnswer?.({ requestId, method: request.method ?? '', milliseconds, ...of });
    };
    if (options.kept && running?.isStopping === false) {
      const visit = { requestId, cookie, locale, now: options.clock.now() };
      const route = answerAtOnce(options.kept, visit, request, response, { place, trustProxy });
      if (route !== undefined) {
        tell({ route, status: response.statusCode });
        return;
      }
    }
    let nonce: string | undefined;
    const arrival: Arrival = {
      request,
      response,
      requestId,
      locale,
      route: 'front',
      // drawn only for an answer that carries it
      get nonce() {
        nonce ??= randomBytes(16).toString('base64');
        return nonce;
      },
    };
    let refusalCode: string | undefined;
    response.setHeader('x-request-id', requestId);
    for (const [name, value] of securityHeaders(place.isHttps)) response.setHeader(name, value);
    response.once('close', () => {
      tell({
        route: arrival.route,
        status: response.statusCode,
        ...(refusalCode === undefined ? {} : { refusal: refusalCode }),
      });
    });
    const turn = (refusal: FrontRefusal) => {
      refusalCode = refusal.code;
      turnAway(request, response, refusal, arrival, say);
    };
    answer(arrival).then(
      (outcome) => {
        if (outcome !== 'answered') turn(outcome);
        // a body that came with a GET is nobody's business; the connection is not used again
        else if (!request.complete) request.resume();
      },
      (error: unknown) => {
        log.error('front.failed', { requestId, route: arrival.route, ...errorFields(error) });
        const outage = outageOf(error);
        turn(outage ? outageRefusal(outage) : frontRefusal('broken'));
      },
    );
  });

  return {
    listen: async () => {
      running = await listenSafely(server, configuration);
      place = placeOf(configuration, running.port);
      log.info('front.listening', { port: running.port, origin: place.origin });
      return { port: running.port, origin: place.origin };
    },
    close: async (patienceMs = 4_000) => {
      await running?.close(patienceMs);
    },
  };
}

const answeredInDevelopment = (
  middleware: NonNullable<FrontOptions['development']>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> =>
  new Promise((resolve) => {
    response.once('close', () => resolve(true));
    middleware(request, response, () => resolve(false));
  });
