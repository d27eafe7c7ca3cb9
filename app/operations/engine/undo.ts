import type { Result } from '#app/domain/refusal.ts';
import type { OpenTransaction, Store } from '#db/connection.server.ts';

class Undone extends Error {
  constructor(readonly answer: { readonly ok: false; readonly refusals: readonly never[] }) {
    super('undone');
  }
}

/** One transaction whose refusal is a value and leaves no trace: a refused result rolls everything back. */
export async function writeOrUndo<T, R>(
  store: Store,
  work: (trx: OpenTransaction) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  try {
    return await store.write(async (trx) => {
      const result = await work(trx);
      if (!result.ok) throw new Undone(result as never);
      return result;
    });
  } catch (error) {
    if (error instanceof Undone) return error.answer as Result<T, R>;
    throw error;
  }
}
