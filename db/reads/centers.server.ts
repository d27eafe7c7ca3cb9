import type { Connection } from '../connection.server.ts';

/** The name of the center when there is one; several centers share the product's name. */
export async function onlyCenterName(db: Connection): Promise<string | null> {
  const rows = await db.selectFrom('center').select('name').limit(2).execute();
  return rows.length === 1 ? (rows[0]?.name ?? null) : null;
}

export const centerById = (db: Connection, id: string) => db.selectFrom('center').selectAll().where('id', '=', id).executeTakeFirst();

/** Centers by name; few. */
export const allCenters = (db: Connection) => db.selectFrom('center').selectAll().orderBy('id').execute();
