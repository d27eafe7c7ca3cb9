import { sql } from 'kysely';
import type { Store } from '#db/connection.server.ts';
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

/** From now on the database fails with `fault` where an incubation of this name is put into it. */
export const refuseIncubationOf = (store: Store, name: string): Promise<void> =>
  store.write(async (trx) => {
    const statements =
      store.dialect === 'sqlite'
        ? [
            `create trigger fault before insert on incubation when new.organization_name = '${name}' begin select raise(abort, 'fault'); end`,
          ]
        : [
            `create function fault() returns trigger language plpgsql as $$ begin raise exception 'fault'; end $$`,
            `create trigger fault before insert on incubation for each row when (new.organization_name = '${name}') execute function fault()`,
          ];
    for (const statement of statements) await sql.raw(statement).execute(trx);
  });
