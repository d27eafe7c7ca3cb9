import { type AgnosticRouteObject, matchRoutes } from '@remix-run/router';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createBranches } from '#app/http/branches.server.ts';
import { buildOf, closeAll, page, serve, type TestRoute } from './front-server.ts';

afterEach(closeAll);

const fail404 = () => {
  throw new Response(null, { status: 404 });
};

/** Addresses of every shape that the app uses, and a few that it may use one day. */
const routes: Record<string, TestRoute> = {
  home: { index: true, module: page({ loader: () => 'home' }) },
  calls: { path: 'calls/:id', module: page({ loader: ({ params }) => params }) },
  apply: { path: 'calls/:id/apply', module: page() },
  setup: { path: 'setup/:token?', module: page({ loader: ({ params }) => params }) },
  office: { path: 'office', module: page() },
  officeHome: { index: true, parentId: 'office', module: page() },
  officeThing: {
    path: 'things/:thing',
    parentId: 'office',
    module: page({ loader: ({ params }) => params }),
  },
  frame: { module: page() },
  framed: { path: 'framed', parentId: 'frame', module: page() },
  record: { path: ':collection/:id', module: page() },
  event: { path: ':collection/:id/:noun', module: page() },
  files: { path: 'files/*', module: page() },
  rest: { path: '*', module: page({ loader: fail404, ErrorBoundary: () => null }) },
};

function treeOf(parentId: string | undefined): AgnosticRouteObject[] {
  return Object.values(buildOf(routes).routes)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index }) => (index ? { id, path, index: true } : { id, path, children: treeOf(id) }));
}

const segment = fc.oneof(
  fc.constantFrom(
    'calls',
    'apply',
    'setup',
    'office',
    'things',
    'framed',
    'files',
    'Calls',
    'OFFICE',
    '1',
    'a b',
    '章程',
  ),
  fc.string({ minLength: 1, maxLength: 4 }),
);
const path = fc
  .array(segment, { maxLength: 6 })
  .map((segments) => segments.filter((text) => !/[/\\?#]|^\.+$/.test(text)))
  .map((segments) => `/${segments.map(encodeURIComponent).join('/')}`);

describe('branches', () => {
  it('are the ones that the router itself would choose among all routes', () => {
    const branches = createBranches(buildOf(routes));
    const tree = treeOf(undefined);
    fc.assert(
      fc.property(path, (address) => {
        const expected = (matchRoutes(tree, address) ?? []).map((match) => match.route.id);
        expect(branches.find(address).branch.routeIds).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are made once', () => {
    const branches = createBranches(buildOf(routes));
    expect(branches.find('/calls/1').branch).toBe(branches.find('/calls/2').branch);
    expect(branches.find('/calls/1').branch).not.toBe(branches.find('/calls/1/apply').branch);
  });

  it('hand a page its own routes and no others', async () => {
    const served = await serve(buildOf(routes));
    const { text } = await served.ask('/office/things/7');
    const shown = JSON.parse(text.slice('<!DOCTYPE html><h1>'.length, -'</h1>'.length));
    expect(shown.routes).toEqual(['root', 'office', 'officeThing']);
    expect(shown.loaderData.officeThing).toEqual({ thing: '7' });
  });

  it('answer in every depth, with and without optional parts', async () => {
    const served = await serve(buildOf(routes));
    for (const address of [
      '/',
      '/calls/1',
      '/calls/1/',
      '/setup',
      '/setup/abc',
      '/office',
      '/a/b',
      '/a/b/c',
      '/files/a/b/c',
    ]) {
      expect((await served.ask(address)).status, address).toBe(200);
    }
  });

  it('end at the page that says that there is nothing', async () => {
    const served = await serve(buildOf(routes));
    const { status, text } = await served.ask('/a/b/c/d/e');
    expect(status).toBe(404);
    expect(text).toContain('"rest"');
  });

  it('end at the root where the app has no such page', async () => {
    const served = await serve(buildOf({ home: routes.home! }));
    const { status, text } = await served.ask('/nowhere');
    expect(status).toBe(404);
    expect(text).toContain('<h1>');
  });
});
