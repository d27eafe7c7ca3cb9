import type { Insertable, Updateable } from 'kysely';
import type { OpenTransaction } from '../connection.server.ts';
import type { ProgramTable } from '../tables.ts';

export const insertProgram = async (
  trx: OpenTransaction,
  program: Insertable<ProgramTable>,
): Promise<void> => {
  await trx.insertInto('program').values(program).execute();
};

/** Changes a program if nobody changed it meanwhile; false when somebody did. Records keep what they began with. */
export async function updateProgram(
  trx: OpenTransaction,
  id: string,
  version: number,
  change: Updateable<ProgramTable>,
): Promise<boolean> {
  const result = await trx
    .updateTable('program')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
