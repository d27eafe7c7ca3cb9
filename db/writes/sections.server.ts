import type { Insertable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { ApplicationSectionTable } from '../tables.ts';

/** Puts a section of an application in the place of what was saved before. */
export async function putSection(
  trx: OpenTransaction,
  row: Insertable<ApplicationSectionTable>,
): Promise<void> {
  const { application_id, section, ...change } = row;
  await trx
    .insertInto('application_section')
    .values({ application_id, section, ...change })
    .onConflict((conflict) => conflict.columns(['application_id', 'section']).doUpdateSet(change))
    .execute();
}
