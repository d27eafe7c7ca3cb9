import type { OpenTransaction } from '../connection.server.ts';

/** Where an organization stands with the center: applicant, incubated, graduated, exited, registered. */
export async function setOrganizationStanding(
  trx: OpenTransaction,
  id: string,
  standing: 'applicant' | 'incubated' | 'graduated' | 'exited' | 'registered',
  at: string,
): Promise<void> {
  await trx
    .updateTable('organization')
    .set((eb) => ({
      standing,
      updated_at: at,
      version: eb('version', '+', 1),
      ...(standing === 'incubated' ? { listed: 1, joined_on: eb.fn.coalesce('joined_on', eb.val(at.slice(0, 10))) } : {}),
    }))
    .where('id', '=', id)
    .execute();
}

/** From when on an organization that left may apply again (ISO date). */
export async function setBar(trx: OpenTransaction, id: string, until: string): Promise<void> {
  await trx.updateTable('organization').set({ barred_until: until }).where('id', '=', id).execute();
}
