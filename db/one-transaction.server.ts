import { CompiledQuery } from 'kysely';
import type { OpenTransaction, Store } from './connection.server.ts';

/**
 * Does a long piece of work, that is worth nothing before it is finished, in one transaction: the store that it is handed
 * makes each of its writes a savepoint, which is undone when it throws. Nothing of it is there when the work fails.
 */
export const inOneTransaction = <T>(store: Store, work: (inside: Store) => Promise<T>): Promise<T> =>
  store.write((trx) =>
    work({
      dialect: store.dialect,
      read: trx,
      write: (step) => inSavepoint(trx, step),
      alone: (_name, step) => step(),
      isTaken: () => false,
      writesEnded: store.writesEnded,
      close: async () => {},
    }),
  );

async function inSavepoint<T>(trx: OpenTransaction, step: (trx: OpenTransaction) => Promise<T>): Promise<T> {
  const say = (statement: string) => trx.executeQuery(CompiledQuery.raw(statement));
  await say('savepoint step');
  try {
    const result = await step(trx);
    await say('release savepoint step');
    return result;
  } catch (error) {
    await say('rollback to savepoint step');
    await say('release savepoint step');
    throw error;
  }
}
