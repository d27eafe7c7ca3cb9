import type { Pool, PoolClient } from 'pg';

/** What a pool is to the rest: sessions, one at a time, and an end. */
export interface Sessions {
  readonly connect: () => Promise<PoolClient>;
  readonly end: () => Promise<void>;
}

/**
 * A server that could not be reached, whatever the socket or the pool calls it: class 08 of PostgreSQL's own codes. What the
 * server itself answers, such as a wrong password, keeps its code.
 */
export class ServerAway extends Error {
  readonly code = '08001';
}

/** The sessions of a pool. Rejects with `ServerAway` where none can be had. */
export const sessionsOf = (pool: Pool): Sessions => ({
  connect: () =>
    pool.connect().catch((error: Error & { readonly severity?: string }) => {
      // only the server's own errors have a severity
      if (error.severity !== undefined) throw error;
      throw new ServerAway(`PostgreSQL could not be reached: ${error.message}`, { cause: error });
    }),
  end: () => pool.end(),
});
