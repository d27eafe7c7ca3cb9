import type { ServerBuild } from '@remix-run/node';
import { type AgnosticRouteMatch, type AgnosticRouteObject, matchRoutes } from '@remix-run/router';
import { type Answering, createAnswering } from './answering.server.ts';
import { type RouteHandle, routeHandle } from './visit.ts';

type Routes = ServerBuild['routes'];

/** The routes that an address runs through, from the root down to the page. */
export interface Branch {
  /** The last route's id, or `root` where no route matches: the root then says that there is no such page. */
  readonly id: string;
  readonly routeIds: readonly string[];
  /** What the last route says of itself. */
  readonly handle: RouteHandle;
  readonly answer: Answering;
}

/** Where an address leads; without `matches` there is no such page. */
export interface Found {
  readonly branch: Branch;
  readonly matches: readonly AgnosticRouteMatch[];
}

/** Finds the branch of an address. */
export interface Branches {
  find(path: string): Found;
}

/** So many addresses are remembered with their branch; then it begins anew. */
const MOST_FOUND = 500;
const LONGEST_FOUND = 200;

/** Deeper addresses than any page of ours are looked up together. */
const DEEPEST = 12;

/**
 * Remix ranks and matches all routes of the app at each request: that costs more than everything else together. So the
 * address is matched here, among the few routes that it may lead to; what answers is made once for each branch and kept.
 */
export function createBranches(build: ServerBuild): Branches {
  const candidates = candidateFinder(build.routes);
  const kept = new Map<string, Branch>();
  const found = new Map<string, Found>();
  return {
    find: (path) => {
      const before = found.get(path);
      if (before !== undefined) return before;
      const matches = matchRoutes(candidates(path), path, build.basename ?? '/') ?? [];
      const id = matches.at(-1)?.route.id ?? 'root';
      let branch = kept.get(id);
      if (branch === undefined) {
        branch = makeBranch(
          build,
          id,
          matches.length > 0 ? matches.map((match) => match.route.id ?? '') : ['root'],
        );
        kept.set(id, branch);
      }
      const here = { branch, matches };
      if (found.size >= MOST_FOUND) found.clear();
      if (path.length <= LONGEST_FOUND) found.set(path, here);
      return here;
    },
  };
}

/** The branches of the build; in development the build may have changed since the last request. */
export function branchesOf(
  build: ServerBuild | (() => Promise<ServerBuild>),
): () => Branches | Promise<Branches> {
  if (typeof build !== 'function') {
    const branches = createBranches(build);
    return () => branches;
  }
  let latest: { build: ServerBuild; branches: Branches } | undefined;
  return async () => {
    const current = await build();
    if (latest?.build !== current) latest = { build: current, branches: createBranches(current) };
    return latest.branches;
  };
}

function makeBranch(build: ServerBuild, id: string, routeIds: readonly string[]): Branch {
  const handle = routeHandle(build.routes[id]?.module.handle);
  return { id, routeIds, handle, answer: createAnswering(build, routeIds) };
}

/**
 * The routes that may match a path, as a small tree: told apart by the first segment and the number of segments, so
 * that the router has a handful to rank and not all. What is left is judged by the router itself.
 */
function candidateFinder(routes: Routes): (path: string) => AgnosticRouteObject[] {
  const shapes = Object.values(routes).map((route) => ({ id: route.id, ...shapeOf(routes, route.id) }));
  const firstSegments = new Set(shapes.flatMap(({ first }) => (first === undefined ? [] : [first])));
  const kept = new Map<string, AgnosticRouteObject[]>();
  return (path) => {
    const segments = segmentsOf(path);
    const length = Math.min(segments.length, DEEPEST);
    const first = firstSegments.has(segments[0] ?? '') ? segments[0] : undefined;
    const key = `${length}/${first ?? ''}`;
    let tree = kept.get(key);
    if (tree === undefined) {
      const fits = shapes.filter(
        (shape) =>
          shape.shortest <= length &&
          length <= shape.longest &&
          (shape.first === undefined || shape.first === first),
      );
      tree = treeOf(routes, new Set(fits.flatMap(({ id }) => lineOf(routes, id))));
      kept.set(key, tree);
    }
    return tree;
  };
}

interface Shape {
  /** The first segment in small letters, where it is a fixed word. */
  readonly first: string | undefined;
  readonly shortest: number;
  readonly longest: number;
}

/** How the addresses of a route look: `:name` is one segment, `name?` none or one, `*` any number. */
function shapeOf(routes: Routes, id: string): Shape {
  const pattern = lineOf(routes, id).flatMap((routeId) =>
    (routes[routeId]?.path ?? '').split('/').filter(Boolean),
  );
  const hasRest = pattern.at(-1) === '*';
  const needed = pattern.filter((segment) => segment !== '*' && !segment.endsWith('?')).length;
  const [first] = pattern;
  const isFixed = first !== undefined && first !== '*' && !first.startsWith(':') && !first.endsWith('?');
  return {
    first: isFixed ? first.toLowerCase() : undefined,
    shortest: Math.min(needed, DEEPEST),
    longest: hasRest || pattern.length >= DEEPEST ? DEEPEST : pattern.length,
  };
}

/** The ids from the root down to a route. */
function lineOf(routes: Routes, id: string): string[] {
  const line: string[] = [];
  for (let at: string | undefined = id; at !== undefined && routes[at]; at = routes[at]?.parentId)
    line.unshift(at);
  return line;
}

/** The routes of `ids` as the router wants them, in the order of the build. */
function treeOf(routes: Routes, ids: ReadonlySet<string>): AgnosticRouteObject[] {
  const made = new Map<string, AgnosticRouteObject>();
  const roots: AgnosticRouteObject[] = [];
  for (const { id, path, index, caseSensitive } of Object.values(routes)) {
    if (!ids.has(id)) continue;
    const common = { id, path, caseSensitive };
    made.set(id, index ? { ...common, index } : { ...common, children: [] });
  }
  for (const [id, route] of made) {
    const parent = made.get(routes[id]?.parentId ?? '');
    if (parent === undefined) roots.push(route);
    else parent.children?.push(route);
  }
  return roots;
}

function segmentsOf(path: string): string[] {
  const segments = path.split('/').filter(Boolean);
  const [first] = segments;
  if (first?.includes('%')) segments[0] = decodeURIComponent(first);
  if (segments[0] !== undefined) segments[0] = segments[0].toLowerCase();
  return segments;
}
