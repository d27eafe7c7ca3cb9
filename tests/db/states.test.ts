import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginApplication } from '#app/domain/lifecycles/application/begin.ts';
import { statesOf } from '#app/domain/lifecycles/attempt.ts';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import { lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const context = () =>
  beginApplication({
    at: world.clock.now(),
    settings: settingsWith(),
    track: 'recorded',
    callId: world.callId,
    closesAt: null,
  });

test.each(lifecycleNames)(
  'the database takes every state of %s that the machine knows, and no other',
  async (name) => {
    const { id: organizationId } = await world.organization();
    const id = await world.recordIn('application', 'draft', context(), organizationId);
    const row = await world.store.read
      .selectFrom('application')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const put = (state: string, n: number) =>
      world.store.write((trx) =>
        trx
          .insertInto(name)
          .values({ ...row, id: `${name}-${n}`, number: null, state })
          .execute()
          .then(() => trx.deleteFrom(name).where('id', '=', `${name}-${n}`).execute()),
      );
    // The draft that lent its columns would be a second live record of the organization.
    await world.store.write((trx) => trx.deleteFrom('application').where('id', '=', id).execute());
    for (const [n, state] of statesOf(lifecycles[name]).entries()) await put(state, n);
    await expect(put('hacked', 99)).rejects.toThrow(/check/i);
  },
);
