import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import { indexName } from '../dialects/search.server.ts';
import { importDocuments } from '../reads/import-runs.server.ts';
import type { ImportRunTable, OrganizationTable } from '../tables.ts';
import { insertRows } from './insert-rows.server.ts';

/** Inserts organizations, and puts their names into the search. */
export async function insertOrganizations(
  trx: OpenTransaction,
  rows: readonly Insertable<OrganizationTable>[],
): Promise<void> {
  await insertRows(trx, 'organization', rows);
  for (const row of rows) await indexName(trx, row.center_id, row.id, row.name);
}

/** Remembers an import. */
export const insertImportRun = async (
  trx: OpenTransaction,
  row: Insertable<ImportRunTable>,
): Promise<void> => {
  await trx.insertInto('import_run').values(row).execute();
};

/**
 * Lets go of the registers that a person uploaded for a center: they hold names and telephones, and are needed only
 * until they are imported or another file takes their place.
 */
export async function removeUploadedRegisters(
  trx: OpenTransaction,
  centerId: string,
  personId: string,
  at: string,
): Promise<void> {
  await trx
    .updateTable('document')
    .set({ removed_at: at })
    .where('lifecycle', '=', importDocuments)
    .where('slot', '=', 'register')
    .where('center_id', '=', centerId)
    .where('uploaded_by', '=', personId)
    .where('removed_at', 'is', null)
    .execute();
}
