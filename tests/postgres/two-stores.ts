import type { House } from '#app/operations/house.ts';
import { openPlace } from '#tests/database.ts';
import { openWorld, type World } from '#tests/world.ts';

/** A world, and a second house on its database as another process would have it. */
export async function openTwoHouses(): Promise<{
  readonly world: World;
  readonly other: House;
  readonly close: () => Promise<void>;
}> {
  const world = await openWorld();
  const store = await openPlace(world.place);
  return {
    world,
    other: { store, clock: world.clock },
    close: async () => {
      await store.close();
      await world.close();
    },
  };
}
