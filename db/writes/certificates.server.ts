import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { CertificateTable } from '../tables.ts';

/** Enters a certificate that was issued. Its number is checked in public. */
export async function insertCertificate(
  trx: OpenTransaction,
  certificate: Insertable<CertificateTable>,
): Promise<void> {
  await trx.insertInto('certificate').values(certificate).execute();
}

/** Marks a certificate as revoked, with the day and the grounds; the row stays, so that the check page can say so. */
export async function markCertificateRevoked(
  trx: OpenTransaction,
  number: string,
  revoked: { readonly on: string; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('certificate')
    .set({ revoked_on: revoked.on, revoked_for: revoked.reason })
    .where('number', '=', number)
    .execute();
}
