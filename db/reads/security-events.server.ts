import type { Connection } from '../connection.server.ts';

/** How often a thing was noted since an instant, and when last: at an address, with a detail, or both. */
export async function countEvents(
  db: Connection,
  kind: string,
  since: string,
  where: { readonly address?: string; readonly detail?: string },
): Promise<{ count: number; lastAt: string | null }> {
  let query = db
    .selectFrom('security_event')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('at').as('lastAt')])
    .where('kind', '=', kind)
    .where('at', '>', since);
  if (where.address !== undefined) query = query.where('address', '=', where.address);
  if (where.detail !== undefined) query = query.where('detail', '=', where.detail);
  const row = await query.executeTakeFirstOrThrow();
  return { count: Number(row.count), lastAt: row.lastAt };
}
