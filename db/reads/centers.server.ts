import type { Connection } from '../connection.server.ts';
import { firstOf, hotQuery } from './hot-query.server.ts';

/** The name of the center when there is one, in English where it has one and it is asked for; several centers share the product's name. */
export async function onlyCenterName(db: Connection, { english = false } = {}): Promise<string | null> {
  const [only, second] = await twoNames(db, {});
  if (only === undefined || second !== undefined) return null;
  return english && only.name_en !== '' ? only.name_en : only.name;
}

const twoNames = hotQuery((db) => db.selectFrom('center').select(['name', 'name_en']).limit(2));

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
