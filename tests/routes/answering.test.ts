import { json, redirect } from '@remix-run/node';
import { afterEach, describe, expect, it } from 'vitest';
import { buildOf, closeAll, formHeaders, page, serve, type TestRoute } from './front-server.ts';

afterEach(closeAll);

const Nothing = () => null;
const refused = (status: number) => () => {
  throw new Response(null, { status });
};

/** What the small app's pages show: everything that was found out before they were drawn. */
interface Shown {
  readonly loaderData: Readonly<Record<string, unknown>>;
  readonly actionData: Readonly<Record<string, unknown>> | null;
  readonly errors: Readonly<Record<string, { readonly status?: number }>> | null;
  readonly routes: readonly string[];
}

async function served(routes: Readonly<Record<string, TestRoute>>) {
  const root: TestRoute = { path: '', module: page({ loader: () => 'frame', ErrorBoundary: Nothing }) };
  const there = await serve(buildOf({ root, ...routes }));
  const read = (text: string): Shown | null =>
    text.startsWith('<!DOCTYPE html><h1>{')
      ? JSON.parse(text.slice('<!DOCTYPE html><h1>'.length, -'</h1>'.length))
      : null;
  return {
    get: async (path: string) => {
      const answer = await there.ask(path);
      return { ...answer, shown: read(answer.text) };
    },
    post: async (path: string, body = 'a=1') => {
      const answer = await there.ask(path, { method: 'POST', headers: formHeaders(there), body });
      return { ...answer, shown: read(answer.text) };
    },
  };
}

describe('a page', () => {
  it('is drawn with what each loader of its branch found, as it was found', async () => {
    const at = await served({
      office: { path: 'office', module: page({ loader: () => ({ rows: [1, undefined] }) }) },
      thing: { path: ':id', parentId: 'office', module: page({ loader: ({ params }) => params }) },
    });
    const { status, shown } = await at.get('/office/7');
    expect(status).toBe(200);
    expect(shown?.loaderData).toEqual({ root: 'frame', office: { rows: [1, null] }, thing: { id: '7' } });
    expect(shown?.errors).toBeNull();
  });

  it('has the status of an answer that its loader returns, and the cookies that it sets', async () => {
    const loader = () => json({ found: false }, { status: 404, headers: { 'set-cookie': 'seen=1' } });
    const at = await served({ one: { path: 'one', module: page({ loader }) } });
    const { status, shown, headers } = await at.get('/one');
    expect([status, headers['set-cookie']]).toEqual([404, ['seen=1']]);
    expect(shown?.loaderData.one).toEqual({ found: false });
  });

  it('leads on where a loader says so, whether it returns or throws it', async () => {
    const at = await served({
      returned: { path: 'returned', module: page({ loader: () => redirect('/there') }) },
      thrown: {
        path: 'thrown',
        module: page({
          loader: () => {
            throw redirect('/there', 303);
          },
        }),
      },
    });
    const answers = [await at.get('/returned'), await at.get('/thrown')];
    expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
      [302, '/there'],
      [303, '/there'],
    ]);
  });

  it.each([401, 403, 404, 409, 429])(
    'tells at the root, in its frame, that a loader refused with %i',
    async (status) => {
      const at = await served({ one: { path: 'one', module: page({ loader: refused(status) }) } });
      const answer = await at.get('/one');
      expect(answer.status).toBe(status);
      expect(answer.shown?.loaderData).toEqual({ root: 'frame' });
      expect(answer.shown?.errors?.root?.status).toBe(status);
    },
  );

  it('tells at the nearest boundary', async () => {
    const at = await served({
      office: { path: 'office', module: page({ loader: () => 'office', ErrorBoundary: Nothing }) },
      room: { path: 'room', parentId: 'office', module: page({ loader: refused(403) }) },
    });
    const { shown } = await at.get('/office/room');
    expect(Object.keys(shown?.errors ?? {})).toEqual(['office']);
    expect(shown?.loaderData).toEqual({ root: 'frame', office: 'office' });
  });

  it('tells a failure as one, and a thing that is no error too', async () => {
    const failing = (what: unknown) => ({
      module: page({
        loader: () => {
          throw what;
        },
      }),
    });
    const at = await served({
      error: { path: 'error', ...failing(new Error('a')) },
      word: { path: 'word', ...failing('a word') },
    });
    expect((await at.get('/error')).status).toBe(500);
    expect((await at.get('/word')).status).toBe(500);
  });
});

describe('a form', () => {
  const withAction = (action: NonNullable<TestRoute['module']['action']>, more: TestRoute['module'] = {}) =>
    served({ one: { path: 'one', module: page({ action, loader: () => 'read', ...more }) } });

  it('that is refused draws its page again: the status of the answer, and what the loaders read afterwards', async () => {
    const asked: string[] = [];
    const at = await withAction(
      ({ request }) => {
        asked.push(request.method);
        return json({ errors: ['a'] }, { status: 422 });
      },
      {
        loader: ({ request }: { request: Request }) => {
          asked.push(request.method);
          return 'read';
        },
      } as never,
    );
    const { status, shown } = await at.post('/one');
    expect(status).toBe(422);
    expect(shown?.actionData).toEqual({ one: { errors: ['a'] } });
    expect(shown?.loaderData).toEqual({ root: 'frame', one: 'read' });
    expect(asked).toEqual(['POST', 'GET']);
  });

  it('that is done leads on, and nothing is read', async () => {
    let read = 0;
    const at = await withAction(() => redirect('/done', 303), {
      loader: () => {
        read += 1;
        return 'read';
      },
    });
    const { status, headers } = await at.post('/one');
    expect([status, headers.location, read]).toEqual([303, '/done', 0]);
  });

  it('passes on the headers that its route names, and cookies in any case', async () => {
    const action = () =>
      json({}, { status: 429, headers: { 'retry-after': '7', 'x-own': '1', 'set-cookie': 'a=1' } });
    const named = await withAction(action, {
      headers: ({ actionHeaders }) => ({ 'retry-after': actionHeaders.get('retry-after') ?? '' }),
    });
    const { headers } = await named.post('/one');
    expect([headers['retry-after'], headers['x-own'], headers['set-cookie']]).toEqual([
      '7',
      undefined,
      ['a=1'],
    ]);
    const silent = await (await withAction(action)).post('/one');
    expect([silent.headers['retry-after'], silent.headers['set-cookie']]).toEqual([undefined, ['a=1']]);
  });

  it('that may not be sent is told in the frame', async () => {
    const at = await withAction(refused(403));
    const { status, shown } = await at.post('/one');
    expect([status, shown?.errors?.root?.status]).toEqual([403, 403]);
    expect(shown?.loaderData).toEqual({ root: 'frame' });
  });

  it('has nowhere to go where the page takes none', async () => {
    const at = await served({ one: { path: 'one', module: page({ loader: () => 'read' }) } });
    const { status, shown, headers } = await at.post('/one');
    expect([status, shown?.errors?.root?.status]).toEqual([405, 405]);
    expect(headers.allow).toBe('GET, HEAD');
  });

  it('is not taken for a visit by the loader that says whether there is such a page', async () => {
    const asked: string[] = [];
    const loader = ({ request }: { request: Request }) => {
      asked.push(request.method);
      return 'read';
    };
    const at = await served({ one: { path: 'one', module: page({ loader } as never) } });
    expect([(await at.post('/one')).status, asked]).toEqual([405, ['POST']]);
  });

  it('has nowhere to go where there is no such page either, and is told just that', async () => {
    const at = await served({ one: { path: ':id', module: page({ loader: refused(404) }) } });
    const { status, shown, headers } = await at.post('/one');
    expect([status, shown?.errors?.root?.status]).toEqual([404, 404]);
    expect(headers.allow).toBeUndefined();
  });
});

describe('a route without a page', () => {
  const routes = {
    file: { path: 'file', module: { loader: () => new Response('bytes', { status: 206 }) } },
    gone: { path: 'gone', module: { loader: refused(404) } },
    told: { path: 'told', module: { action: () => json({ saved: true }, { status: 201 }) } },
    silent: { path: 'silent', module: { loader: () => ({ no: 'answer' }) } },
  };

  it('answers by itself', async () => {
    const at = await served(routes);
    expect([(await at.get('/file')).status, (await at.get('/file')).text]).toEqual([206, 'bytes']);
    expect((await at.get('/gone')).status).toBe(404);
    const told = await at.post('/told');
    expect([told.status, told.text]).toEqual([201, '{"saved":true}']);
  });

  it('that does not know a method is not there at all where its address is none', async () => {
    const handle = { exists: ({ kind }: { kind?: string }) => kind === 'lists' };
    const loader = () => new Response('bytes');
    const at = await served({ file: { path: ':kind/file', module: { loader, handle } } });
    expect([(await at.post('/lists/file')).status, (await at.post('/nowhere/file')).status]).toEqual([
      405, 404,
    ]);
    expect((await at.get('/lists/file')).text).toBe('bytes');
  });

  it('that does not know a method says so, and one that does not answer is broken', async () => {
    const at = await served(routes);
    const [unread, unsent] = [await at.get('/told'), await at.post('/file')];
    expect([unread.status, unread.headers.allow]).toEqual([405, 'POST']);
    expect([unsent.status, unsent.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect((await at.get('/silent')).status).toBe(500);
  });
});
