import type { KyselyPlugin } from 'kysely';
import type { OpenTransaction, Store } from '#db/connection.server.ts';
import { commitsSeen } from './digest.ts';

/** How a statement fails: refused before it ran, for want of space, or after it ran and before its answer came. */
export const failures = ['before', 'full', 'after'] as const;
export type Failure = (typeof failures)[number];

/** The fault that was put in: to be told from a true one. */
export class PlantedFailure extends Error {
  readonly code: string;
  constructor(failure: Failure) {
    super(`planted: ${failure}`);
    this.code = failure === 'full' ? 'SQLITE_FULL' : 'SQLITE_IOERR';
  }
}

export interface FailingStore extends Store {
  /** The k-th statement of the transactions from now on fails (1 is the first); null: none does. */
  readonly arm: (k: number | null, failure?: Failure) => void;
  /** Whether the armed failure has happened. */
  readonly hasFailed: () => boolean;
  /** Transactions that failed and left something all the same. */
  readonly leaks: () => number;
}

/** A store like the given one, in which a chosen statement of a transaction fails once; statements are counted across transactions. */
export function failingStore(store: Store): FailingStore {
  let left: number | null = null;
  let how: Failure = 'before';
  let failed = false;
  let leaks = 0;
  const fail = (): never => {
    failed = true;
    left = null;
    throw new PlantedFailure(how);
  };
  const begin = (): void => {
    if (left === null) return;
    left -= 1;
    if (left === 0 && how !== 'after') fail();
  };
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      begin();
      return node;
    },
    transformResult: async ({ result }) => (left === 0 ? fail() : result),
  };
  /** What was compiled before (`hotQuery`) passes no plugin on its way in: it is counted where it is handed over. */
  const within = (trx: OpenTransaction): OpenTransaction => {
    const plugged = trx.withPlugin(plugin) as unknown as OpenTransaction;
    const execute = plugged.executeQuery.bind(plugged) as OpenTransaction['executeQuery'];
    plugged.executeQuery = async (query) => {
      if (!('compile' in query)) begin();
      return execute(query);
    };
    return plugged;
  };
  return {
    ...store,
    write: async (work) => {
      const before = await commitsSeen(store.read);
      try {
        return await store.write((trx) => work(within(trx)));
      } catch (error) {
        if ((await commitsSeen(store.read)) !== before) leaks += 1;
        throw error;
      }
    },
    arm: (k, failure = 'before') => {
      left = k;
      how = failure;
      failed = false;
    },
    hasFailed: () => failed,
    leaks: () => leaks,
  };
}
