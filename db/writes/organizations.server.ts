import type { Updateable } from 'kysely';
import { lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import type { OpenTransaction } from '../connection.server.ts';
import type { OrganizationTable } from '../tables.ts';

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
      ...(standing === 'incubated'
        ? { listed: 1, joined_on: eb.fn.coalesce('joined_on', eb.val(at.slice(0, 10))) }
        : {}),
    }))
    .where('id', '=', id)
    .execute();
}

/** From when on an organization that left may apply again (ISO date). */
export async function setBar(trx: OpenTransaction, id: string, until: string): Promise<void> {
  await trx.updateTable('organization').set({ barred_until: until }).where('id', '=', id).execute();
}

/** Changes an organization's data if nobody changed it meanwhile; false when somebody did. */
export async function updateOrganization(
  trx: OpenTransaction,
  id: string,
  version: number,
  change: Updateable<OrganizationTable>,
): Promise<boolean> {
  const result = await trx
    .updateTable('organization')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Gives an organization's records and what waits in them its new name. What was said before keeps the old one. */
export async function renameOnRecords(trx: OpenTransaction, id: string, name: string): Promise<void> {
  for (const table of [...lifecycleNames, 'wait'] as const)
    await trx.updateTable(table).set({ organization_name: name }).where('organization_id', '=', id).execute();
}
