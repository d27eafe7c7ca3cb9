import type { OpenTransaction } from '../connection.server.ts';

export async function markRead(trx: OpenTransaction, personId: string, at: string): Promise<void> {
  await trx
    .updateTable('notification')
    .set({ read_at: at })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .execute();
}
