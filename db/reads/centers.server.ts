import type { Connection } from '../connection.server.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';

/** The name of the center when there is one; several centers share the product's name. */
export async function onlyCenterName(db: Connection): Promise<string | null> {
  const rows = await twoNames(db, {});
  return rows.length === 1 ? (rows[0]?.name ?? null) : null;
}

const twoNames = hotQuery((db) => db.selectFrom('center').select('name').limit(2));

export const centerById = (db: Connection, id: string) => firstOf(oneCenter(db, { id }));

const oneCenter = hotQuery((db, { id }: { readonly id: string }) =>
  db.selectFrom('center').selectAll().where('id', '=', id),
);

/** Centers by name; few. */
export const allCenters = (db: Connection) => db.selectFrom('center').selectAll().orderBy('id').execute();

/** Ids of the centers in each region (division code prefix). */
export async function centersOfRegions(
  db: Connection,
  regions: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  if (regions.length === 0) return found;
  const centers = await db.selectFrom('center').select(['id', 'region_code']).execute();
  for (const region of regions)
    found.set(
      region,
      centers.filter((c) => c.region_code.startsWith(region)).map((c) => c.id),
    );
  return found;
}
