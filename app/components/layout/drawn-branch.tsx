import type { EntryContext } from '@remix-run/node';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { UNSAFE_DataRouterStateContext as DataState, UNSAFE_RouteContext as RoutePlace } from 'react-router';

type Found = EntryContext['staticHandlerContext'];
type Modules = EntryContext['routeModules'];

/** What a boundary is handed. */
export interface BoundaryProps {
  /** What was thrown, or the answer that refused, as `isRouteErrorResponse` knows it. */
  readonly error: unknown;
}

/**
 * The pages of a branch, each within the one above, with what their hooks (`useLoaderData`, `Outlet`, …) read: the two
 * contexts that React Router's own provider would set, without the router around them. Where there is an error, the
 * boundary at the end of the branch is handed it.
 */
export function DrawnBranch({ modules, found }: { readonly modules: Modules; readonly found: Found }) {
  const { matches, errors } = found;
  let outlet: ReactElement | null = null;
  for (let at = matches.length - 1; at >= 0; at -= 1) {
    const id = matches[at]?.route.id ?? '';
    const module = modules[id];
    const Layout = (module?.Layout ?? Bare) as ComponentType<{ children: ReactNode }>;
    const Page = module?.default as ComponentType | undefined;
    const Boundary = module?.ErrorBoundary as ComponentType<BoundaryProps> | undefined;
    const isBroken = errors !== null && at === matches.length - 1;
    outlet = (
      <RoutePlace.Provider value={{ outlet, matches: matches.slice(0, at + 1) as never, isDataRoute: true }}>
        <Layout>{isBroken ? Boundary && <Boundary error={errors[id]} /> : Page ? <Page /> : outlet}</Layout>
      </RoutePlace.Provider>
    );
  }
  return <DataState.Provider value={found as never}>{outlet}</DataState.Provider>;
}

const Bare = ({ children }: { readonly children: ReactNode }) => children;
