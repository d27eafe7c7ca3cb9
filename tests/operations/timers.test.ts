import { expect, test } from 'vitest';
import { fireDueTimers } from '#app/operations/engine/fire-timers.server.ts';
import { openWorld } from '#tests/world.ts';

test('a record whose timer breaks down does not keep the timers of the others waiting', async () => {
  const world = await openWorld();
  const [broken, sound] = [await world.draft(), await world.draft()];
  await world.store.write((trx) =>
    trx.updateTable('timer').set({ name: 'unheardOf' }).where('record_id', '=', broken.id).execute(),
  );
  world.clock.advance(400 * 86_400_000);
  await expect(fireDueTimers(world.house)).rejects.toThrow('unheardOf');
  expect(await world.stateOf('application', sound.id)).toBe('lapsed');
  expect(await world.stateOf('application', broken.id)).toBe('draft');
  await world.close();
});
