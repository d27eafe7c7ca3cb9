import type { KeysetPlace } from '#db/reads/pages.server.ts';

const sizes = [25, 50, 100];
const longestText = 60;

/** Where in a list an address stands, what it is filtered by, and the addresses of the pages beside it. */
export interface Place {
  readonly address: string;
  readonly keyset: KeysetPlace;
  /** A filter of the address; empty where there is none. Longer texts are cut. */
  readonly filter: (name: string) => string;
  /** A filter that is one of these, else empty. */
  readonly oneOf: (name: string, values: readonly string[]) => string;
  readonly neighbours: (page: { readonly next: string | null; readonly previous: string | null }) => {
    readonly next: string | null;
    readonly previous: string | null;
  };
}

/** Reads the address of a list that goes by keyset (`after`, `before`, `size`, and its filters). */
export function placeIn(request: Request): Place {
  const url = new URL(request.url);
  const param = (name: string) => url.searchParams.get(name) ?? undefined;
  const filter = (name: string) => (param(name) ?? '').trim().slice(0, longestText);
  const beside = (name: 'after' | 'before', cursor: string | null) => {
    if (cursor === null) return null;
    const next = new URLSearchParams(url.searchParams);
    next.delete('after');
    next.delete('before');
    next.set(name, cursor);
    return `${url.pathname}?${next.toString()}`;
  };
  return {
    address: url.pathname,
    keyset: {
      after: param('after'),
      before: param('after') === undefined ? param('before') : undefined,
      size: sizes.find((size) => String(size) === param('size')) ?? 25,
    },
    filter,
    oneOf: (name, values) => values.find((value) => value === filter(name)) ?? '',
    neighbours: (page) => ({ next: beside('after', page.next), previous: beside('before', page.previous) }),
  };
}
