import type { OpenTransaction } from '../connection.server.ts';
import { indexName } from '../dialects/search.server.ts';

/** Keeps the search by name up to date: to be called wherever an organization is inserted or renamed. */
export async function indexOrganizationName(trx: OpenTransaction, id: string, name: string): Promise<void> {
  const { center_id: centerId } = await trx
    .selectFrom('organization')
    .select('center_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await indexName(trx, centerId, id, name);
}
