import { namesMatching } from '#db/dialects/search.server.ts';
import type { World } from '#tests/world.ts';

/** The organizations that the search by name finds. */
export async function organizationsNamed(world: World, query: string) {
  const found = namesMatching(world.store.read, [world.centerId], query);
  if (found === null) return [];
  return world.store.read
    .selectFrom('organization')
    .innerJoin(found.as('found'), 'found.organization_id', 'organization.id')
    .selectAll('organization')
    .execute();
}
