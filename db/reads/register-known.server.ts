import { type Known, sameKey } from '#app/domain/register/index.ts';
import type { Connection } from '../connection.server.ts';

/** So many are read at a time, in a few milliseconds. */
const AT_ONCE = 1_000;

/**
 * Every code, name and record number that a center's register holds, read once for all rows of a file. `letOthers` is
 * waited for now and then: a center may have tens of thousands.
 */
export async function knownInCenter(
  db: Connection,
  centerId: string,
  letOthers: () => Promise<void> = async () => {},
): Promise<Known> {
  const names = new Set<string>();
  const codes = new Set<string>();
  const recordNos = new Set<string>();
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('organization')
      .select(['id', 'name', 'uscc', 'record_no'])
      .where('center_id', '=', centerId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const { name, uscc, record_no } of rows) {
      names.add(sameKey(name));
      if (uscc !== null) codes.add(uscc);
      if (record_no !== null) recordNos.add(sameKey(record_no));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return { names, codes, recordNos };
    after = last.id;
    await letOthers();
  }
}
