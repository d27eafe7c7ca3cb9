import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import { collections } from '#app/paths.ts';

/** An address of the built product, as the route table has it. */
export interface Door {
  readonly id: string;
  /** With `:names` for what differs. */
  readonly pattern: string;
  readonly canRead: boolean;
  readonly canSend: boolean;
  /** A resource: answers bytes or JSON and draws no page. */
  readonly isResource: boolean;
  readonly takesFiles: boolean;
  /** What it costs beside a page, as its requests are counted. */
  readonly costly: string | null;
}

/** Every door of the build, whatever it may be tomorrow. */
export async function builtDoors(): Promise<readonly Door[]> {
  const file = join(process.cwd(), 'build', 'server', 'index.js');
  const build = (await import(pathToFileURL(file).href)) as ServerBuild;
  return Object.values(build.routes).flatMap((route) => {
    if (route === undefined || route.id === 'root' || route.path === '*') return [];
    const { module } = route;
    const handle = (module.handle ?? {}) as { readonly uploads?: boolean; readonly costly?: string };
    const isResource = module.default === undefined;
    return [
      {
        id: route.id,
        pattern: `/${route.path ?? ''}`,
        canRead: module.loader !== undefined || !isResource,
        canSend: module.action !== undefined,
        isResource,
        takesFiles: handle.uploads === true,
        costly: handle.costly ?? null,
      },
    ];
  });
}

/** The doors of the lifecycles, one for each collection and event; every other door as it is. */
export function spreadOut(doors: readonly Door[]): readonly Door[] {
  return doors.flatMap((door) => {
    if (!door.pattern.includes(':collection')) return [door];
    return Object.entries(collections).flatMap(([collection, lifecycle]) => {
      const pattern = door.pattern.replace(':collection', collection);
      if (!pattern.includes(':noun')) return [{ ...door, pattern }];
      const nouns = new Set(Object.values(lifecycles[lifecycle].events).map(({ noun }) => noun));
      return [...nouns].map((noun) => ({ ...door, pattern: pattern.replace(':noun', noun) }));
    });
  });
}
