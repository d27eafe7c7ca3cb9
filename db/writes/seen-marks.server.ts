import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { SeenMark } from '#app/domain/seen.ts';
import type { OpenTransaction } from '../connection.server.ts';

/** Writes down how far a person has read a record. */
export const putSeenMark = async (
  trx: OpenTransaction,
  personId: string,
  lifecycle: LifecycleName,
  recordId: string,
  mark: SeenMark,
): Promise<void> => {
  const row = { seen_version: mark.seen, since_version: mark.since, at: mark.at };
  await trx
    .insertInto('seen_mark')
    .values({ person_id: personId, lifecycle, record_id: recordId, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'lifecycle', 'record_id']).doUpdateSet(row))
    .execute();
};
