import { describe, expect, it } from 'vitest';
import { withDataHandedOver } from '#app/http/handed-over.server.ts';
import { WholePage } from '#app/http/whole-page.server.ts';
import { buildOf, page } from './front-server.ts';

describe('a page that was drawn whole', () => {
  const whole = () =>
    new WholePage('<p>孵化台</p>', { status: 422, headers: { 'content-type': 'text/html' } });

  it('is read as any answer is, and copied as one', async () => {
    expect(await whole().text()).toBe('<p>孵化台</p>');
    expect(Buffer.from(await whole().arrayBuffer()).toString()).toBe('<p>孵化台</p>');
    const copied = new Response(whole().body, whole());
    expect([copied.status, copied.headers.get('content-type'), await copied.text()]).toEqual([
      422,
      'text/html',
      '<p>孵化台</p>',
    ]);
    const clone = whole().clone();
    expect([clone.status, await clone.text()]).toEqual([422, '<p>孵化台</p>']);
  });
});

describe("loaders' data handed over", () => {
  const loaderOf = (loader: () => object, module = page({ loader })) =>
    withDataHandedOver(buildOf({ one: { path: 'one', module } }).routes).one?.module.loader;
  const args = {} as Parameters<NonNullable<ReturnType<typeof loaderOf>>>[0];

  it('is what JSON leaves of it, in the shape of an answer', async () => {
    const data = { at: new Date(0), none: undefined, rows: [{ n: 1 }] };
    const answer = (await loaderOf(() => data)?.(args)) as Response;
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toEqual({ at: '1970-01-01T00:00:00.000Z', rows: [{ n: 1 }] });
  });

  it("lets a loader's own answer through as it is, and a route without a page alone", async () => {
    const own = new Response('a file');
    expect(await loaderOf(() => own)?.(args)).toBe(own);
    const bare = () => ({ a: 1 });
    expect(loaderOf(bare, { ...page({ loader: bare }), default: undefined } as never)).toBe(bare);
  });
});
