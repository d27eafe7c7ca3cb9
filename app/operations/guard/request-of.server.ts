import type { OpenTransaction } from '#db/connection.server.ts';
import type { House } from '../house.ts';

/** Known by its name in every bundle: the server that hands the house out and the pages are built apart. */
const REQUEST = Symbol.for('hatchery.request');

type OfRequest = OpenTransaction & { [REQUEST]?: string };

/**
 * The house as one request is handed it: its transactions carry the request's id, which stands on the page and in the log,
 * so that what is noted in them says which request did it. Costs a wrapped function and no more.
 */
export function houseOfRequest(house: House, requestId: string): House {
  const { store } = house;
  return {
    ...house,
    store: {
      ...store,
      write: (work) =>
        store.write((trx: OfRequest) => {
          trx[REQUEST] = requestId;
          return work(trx);
        }),
    },
  };
}

/** The id of the request that a transaction belongs to; undefined for what the clock, a command or a test does. */
export const requestOf = (trx: OpenTransaction): string | undefined => (trx as OfRequest)[REQUEST];
