import type { ServerBuild } from '@remix-run/node';

/** The same build, telling what each loader handed to its page. */
export function watchLoaders(
  build: ServerBuild,
  tell: (routeId: string, data: unknown) => void,
): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const loader = route?.module.loader;
    if (route === undefined || loader === undefined) return [id, route];
    const watched: typeof loader = async (args) => {
      const answer = await loader(args);
      if (answer instanceof Response) {
        if (answer.headers.get('content-type')?.includes('json')) tell(id, await answer.clone().json());
      } else tell(id, answer);
      return answer;
    };
    return [id, { ...route, module: { ...route.module, loader: watched } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

/** What is a name that we chose, and no id, date, state or question that stands for itself. */
const isOurs = (name: string) => /^[a-z][A-Za-z]*$/.test(name);

/** Notes the names of all fields of some data, as `rows[].due`. What has no name of ours is `*`. */
export function fieldsOf(data: unknown, into: Map<string, Set<string>>, route: string): void {
  const found = into.get(route) ?? new Set<string>();
  into.set(route, found);
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, `${path}[]`);
    else if (value !== null && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) walk(inner, `${path}.${isOurs(name) ? name : '*'}`);
    else found.add(path.replace(/^\./, ''));
  };
  walk(data, '');
}

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A row with fewer columns than this is told by its names no longer. */
const fewestColumns = 6;

/** The tables of which some data holds a whole row: an object with every column, whatever else. */
export function wholeRowsIn(data: unknown, tables: readonly TableShape[]): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (value !== null && typeof value === 'object') {
      for (const { name, columns } of tables)
        if (columns.length >= fewestColumns && columns.every((column) => column in value)) found.add(name);
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  walk(data);
  return [...found];
}
