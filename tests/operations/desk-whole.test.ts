import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk } from '#app/operations/view/desk-view.server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

test('a desk with more than fits says so, and all of it can be asked for', async () => {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  const manager = await world.as('manager');
  const one = await world.store.read
    .selectFrom('wait')
    .selectAll()
    .where('role', '=', 'manager')
    .executeTakeFirstOrThrow();
  expect(await openDesk(world.house, manager)).toMatchObject({ more: false, whole: false });

  const others = Array.from({ length: 34 }, (_, i) => ({
    ...one,
    record_id: `other-${String(i).padStart(2, '0')}`,
  }));
  await world.store.write((trx) => trx.insertInto('wait').values(others).execute());
  const desk = await openDesk(world.house, manager);
  expect(desk.more).toBe(true);
  expect(desk.rows).toHaveLength(30);
  const whole = await openDesk(world.house, manager, { whole: true });
  expect(whole).toMatchObject({ more: false, whole: true });
  expect(whole.rows).toHaveLength(35);
});
