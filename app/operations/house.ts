import type { Store } from '#db/connection.server.ts';

/** What operations are handed by the doors: where things are remembered, and what time it is. */
export interface House {
  readonly store: Store;
  readonly clock: { readonly now: () => string };
}
