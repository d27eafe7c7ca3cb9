import { expect, test } from 'vitest';
import { refusal, refused } from '#app/domain/refusal.ts';
import { writeOrUndo } from '#app/operations/engine/undo.ts';
import { openWorld } from '#tests/world.ts';
import { digestOf } from './digest.ts';

test('a refusal undoes what was written before it', async () => {
  const world = await openWorld();
  const before = await digestOf(world.store.read);
  const answer = await writeOrUndo(world.store, async (trx) => {
    await trx.updateTable('call').set({ quota: 3 }).execute();
    return refused(refusal('unseen'));
  });
  expect(answer).toEqual(refused(refusal('unseen')));
  expect(await digestOf(world.store.read)).toBe(before);
  await world.close();
});
