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
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (left !== null) {
        left -= 1;
        if (left === 0 && how !== 'after') fail();
      }
      return node;
    },
    transformResult: async ({ result }) => (left === 0 ? fail() : result),
  };
  return {
    ...store,
    write: async (work) => {
      const before = await commitsSeen(store.read);
      try {
        return await store.write((trx) => work(trx.withPlugin(plugin) as unknown as OpenTransaction));
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
