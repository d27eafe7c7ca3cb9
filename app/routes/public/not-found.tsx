import { notFound } from '#app/http/guarded.server.ts';

/** Every address that is not another: the page that says so, with status 404. */
export const loader = (): never => {
  throw notFound();
};

export const action = loader;

export default function NotFoundRoute() {
  return null;
}
