import type { OpenTransaction } from '../connection.server.ts';

/** The language in which a person is spoken and written to. */
export async function setLanguage(trx: OpenTransaction, personId: string, locale: string): Promise<void> {
  await trx.updateTable('person').set({ locale }).where('id', '=', personId).execute();
}
