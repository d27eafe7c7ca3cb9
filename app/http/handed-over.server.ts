import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];
type Loader = NonNullable<Routes[string]['module']['loader']>;

/**
 * Routes whose loaders hand their data to Remix as it will read it, in the shape of a JSON answer but without one:
 * Remix would write each loader's data into a stream of bytes and read it back in the same process. What a page gets
 * stays what JSON leaves of it. Only for branches that answer no `?_data=`: those send the loader's answer itself.
 */
export const withDataHandedOver = (routes: Routes): Routes =>
  Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const { loader, default: page } = route.module;
      // a route without a page is a file or a redirect: its loader's answer is sent as it is
      if (loader === undefined || page === undefined) return [id, route];
      return [id, { ...route, module: { ...route.module, loader: handingOver(loader) } }];
    }),
  );

const handingOver =
  (loader: Loader): Loader =>
  async (args) => {
    const data = await loader(args);
    return isPlain(data) ? (new DataAnswer(data) as unknown as Response) : data;
  };

/** What a loader returns of itself; answers, deferred data and the rest go Remix's way. */
const isPlain = (data: unknown): data is object =>
  typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype;

/** As much of a JSON answer as Remix asks of one when it draws a page: it tells answers by these four properties. */
class DataAnswer implements Pick<Response, 'status' | 'statusText' | 'headers' | 'json'> {
  readonly status = 200;
  readonly statusText = '';
  readonly headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  /** There is one, and it is read through `json` alone. */
  readonly body = true;
  readonly #text: string;
  constructor(data: object) {
    this.#text = JSON.stringify(data);
  }
  async json(): Promise<unknown> {
    return JSON.parse(this.#text);
  }
}
