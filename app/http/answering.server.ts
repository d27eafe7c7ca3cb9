import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { type AgnosticRouteMatch, isRouteErrorResponse, type Params } from '@remix-run/router';
import { type Outcome, refusedWith, settled } from './answering-outcome.server.ts';
import { routeHandle } from './visit.ts';

type Route = ServerBuild['routes'][string];
type Door = NonNullable<Route['module']['loader']>;
type Entry = Parameters<ServerBuild['entry']['module']['default']>[3];

/** Answers a request to one branch; `matches` are its routes with what the address says of each. */
export type Answering = (
  request: Request,
  context: AppLoadContext,
  matches: readonly AgnosticRouteMatch[],
) => Promise<Response>;

/** What was found out for a page before it is drawn. */
interface Findings {
  loaderData: Record<string, unknown>;
  actionData: Record<string, unknown> | null;
  errors: Record<string, unknown> | null;
  /** How far down the branch is drawn: to the boundary that tells an error, else to its end. */
  depth: number;
  status: number;
  /** The answers that loaders and the action returned: their headers may concern the page. */
  answers: { action?: Response; others: Response[] };
}

/**
 * Runs the action and the loaders of a branch of Remix routes and draws its page. It does what Remix' own runtime does
 * for a page without scripts, and leaves out what only its scripts would read: the state as JSON in the page, data
 * requests, copies of the request (docs/decisions/0016).
 */
export function createAnswering(build: ServerBuild, routeIds: readonly string[]): Answering {
  const line = routeIds.flatMap((id) => build.routes[id] ?? []);
  const leaf = line.at(-1);
  const modules = Object.fromEntries(line.map(({ id, module }) => [id, module]));
  const drawn = line.map(({ id, index, path, module }) => ({ id, index, path, handle: module.handle }));
  const { handleError } = build.entry.module;
  const fail = (error: unknown, request: Request, context: AppLoadContext, params: Params) =>
    handleError?.(error, { request, context, params });

  /** The boundary that tells what went wrong at a place of the branch: the nearest one above it, else the root. */
  const boundaryAt = (place: number): number => {
    for (let at = place; at > 0; at -= 1) if (line[at]?.module.ErrorBoundary) return at;
    return 0;
  };

  function tellError(findings: Findings, place: number, error: unknown): void {
    const boundary = boundaryAt(place);
    findings.errors = { [line[boundary]?.id ?? 'root']: error };
    findings.depth = boundary + 1;
    findings.status = isRouteErrorResponse(error) ? error.status : 500;
  }

  async function act(
    findings: Findings,
    run: (door: Door) => Promise<Outcome>,
  ): Promise<Response | undefined> {
    const place = line.length - 1;
    const action = leaf?.module.action;
    const outcome = action ? await run(action) : await readOnly(run);
    if ('answer' in outcome) return outcome.answer;
    if ('error' in outcome) tellError(findings, place, outcome.error);
    else findings.actionData = { [leaf?.id ?? 'root']: outcome.data };
    if (outcome.from) findings.answers.action = outcome.from;
    if ('data' in outcome && outcome.from) findings.status = outcome.from.status;
    return undefined;
  }

  /**
   * What a form hears that was sent to a page which takes none: no such page, where its loader says so. The loader is
   * handed the form's own request, so that one which notes a visit sees that this is none.
   */
  async function readOnly(run: (door: Door) => Promise<Outcome>): Promise<Outcome> {
    const there = leaf?.module.loader && (await run(leaf.module.loader));
    const isMissing =
      there && 'error' in there && isRouteErrorResponse(there.error) && there.error.status === 404;
    return isMissing ? there : { error: refusedWith(405), from: allowing('GET, HEAD') };
  }

  async function load(
    findings: Findings,
    run: (door: Door) => Promise<Outcome>,
  ): Promise<Response | undefined> {
    const outcomes = await Promise.all(
      line.slice(0, findings.depth).map(({ module }) => module.loader && run(module.loader)),
    );
    for (const outcome of outcomes) if (outcome && 'answer' in outcome) return outcome.answer;
    outcomes.forEach((outcome, place) => {
      if (!outcome) return;
      if (outcome.from) findings.answers.others.push(outcome.from);
      if ('data' in outcome) findings.loaderData[line[place]?.id ?? ''] = outcome.data;
      else if ('error' in outcome && findings.errors === null) tellError(findings, place, outcome.error);
      if ('data' in outcome && outcome.from && findings.status === 200) findings.status = outcome.from.status;
    });
    return undefined;
  }

  async function answerPage(
    request: Request,
    context: AppLoadContext,
    matches: readonly AgnosticRouteMatch[],
  ): Promise<Response> {
    const params = matches.at(-1)?.params ?? {};
    const findings: Findings = {
      loaderData: {},
      actionData: null,
      errors: null,
      depth: line.length,
      status: 200,
      answers: { others: [] },
    };
    const runWith = (asked: Request) => (door: Door) =>
      settled(
        () => door({ request: asked, params, context }),
        (error) => fail(error, asked, context, params),
      );
    // after a form the loaders read, as they do for a page that was only asked for
    const reading =
      request.method === 'POST' ? new Request(request.url, { headers: request.headers }) : request;
    if (matches.length === 0) tellError(findings, 0, refusedWith(404));
    else if (request.method === 'POST') {
      const led = await act(findings, runWith(request));
      if (led) return led;
    }
    const led = await load(findings, runWith(reading));
    if (led) return led;
    const draw = () =>
      build.entry.module.default(
        reading,
        findings.status,
        headersOf(leaf, findings),
        {
          manifest: build.assets,
          routeModules: modules,
          staticHandlerContext: {
            ...findings,
            matches: drawn
              .slice(0, findings.depth)
              .map((route, at) => ({ pathname: '/', pathnameBase: '/', params, ...matches[at], route })),
          },
        } as unknown as Entry,
        context,
      );
    try {
      return await draw();
    } catch (error) {
      fail(error, reading, context, params);
      tellError(findings, findings.depth - 1, error);
      try {
        return await draw();
      } catch (again) {
        fail(again, reading, context, params);
        return new Response(null, { status: 500 });
      }
    }
  }

  /** A route without a page answers by itself: a file, a redirect, a word for a program. */
  async function answerItself(
    request: Request,
    context: AppLoadContext,
    matches: readonly AgnosticRouteMatch[],
  ): Promise<Response> {
    const params = matches.at(-1)?.params ?? {};
    const door = request.method === 'POST' ? leaf?.module.action : leaf?.module.loader;
    if (!door && routeHandle(leaf?.module.handle).exists?.(params) === false)
      return new Response(null, { status: 404 });
    if (!door) return allowing(leaf?.module.loader ? 'GET, HEAD' : 'POST');
    try {
      const answer: unknown = await door({ request, params, context });
      if (answer instanceof Response) return answer;
      throw new TypeError(`The route ${leaf?.id} has no page and did not answer by itself`);
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      fail(thrown, request, context, params);
      return new Response(null, { status: 500 });
    }
  }

  return leaf?.module.default === undefined ? answerItself : answerPage;
}

/** The answer to a method that a route does not know: it has to name those that it knows (RFC 9110, 15.5.6). */
const allowing = (methods: string): Response =>
  new Response(null, { status: 405, headers: { allow: methods } });

/** The headers of a page: those that its route passes on from its action, and every cookie that an answer sets. */
function headersOf(leaf: Route | undefined, { answers, errors }: Findings): Headers {
  const named = leaf?.module.headers;
  const actionHeaders = answers.action?.headers ?? new Headers();
  const headers = new Headers(
    typeof named === 'function' && errors === null
      ? named({
          actionHeaders,
          loaderHeaders: new Headers(),
          parentHeaders: new Headers(),
          errorHeaders: undefined,
        })
      : undefined,
  );
  const allow = actionHeaders.get('allow');
  if (allow) headers.set('allow', allow);
  const known = new Set(headers.getSetCookie());
  for (const answer of [answers.action, ...answers.others])
    for (const cookie of answer?.headers.getSetCookie() ?? [])
      if (!known.has(cookie)) headers.append('set-cookie', cookie);
  return headers;
}
