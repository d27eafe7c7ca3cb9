import { afterEach, beforeEach, expect, test } from 'vitest';
import { publicVersion } from '#db/reads/public-version.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { openPlace } from '../database.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const rename = (store: World['store'], name: string) =>
  store.write((trx) => trx.updateTable('center').set({ name }).execute());

test('the version is another one after a write to what is public, by whomever, and only once it is committed', async () => {
  const before = await publicVersion(world.store.read);
  const undone = world.store.write(async (trx) => {
    await trx.updateTable('center').set({ name: 'undone' }).execute();
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await publicVersion(world.store.read)).toBe(before);
  await rename(world.store, 'here');
  const here = await publicVersion(world.store.read);
  expect(here).toBeGreaterThan(before);
  const other = await openPlace(world.place);
  await rename(other, 'there');
  await other.close();
  expect(await publicVersion(world.store.read)).toBeGreaterThan(here);
});

test("what is nobody else's leaves the version as it is", async () => {
  const before = await publicVersion(world.store.read);
  await world.store.write((trx) => trx.updateTable('person').set({ phone: null }).execute());
  expect(await publicVersion(world.store.read)).toBe(before);
});
