import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { SecurityEventTable } from '../tables.ts';

/** Appends to the security log. `detail` is JSON and never holds a password, a token or personal data. */
export const insertSecurityEvent = async (
  trx: OpenTransaction,
  event: Insertable<SecurityEventTable>,
): Promise<void> => {
  await trx.insertInto('security_event').values(event).execute();
};
