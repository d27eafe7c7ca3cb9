import { afterAll, beforeAll, expect, test } from 'vitest';
import { hotQuery } from '#db/reads/hot-query.server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const built: string[] = [];
const inStates = hotQuery(
  (
    db,
    { states, most }: { readonly states: readonly string[]; readonly most: number },
    order: 'asc' | 'desc',
  ) => {
    built.push(`${states.length} ${order}`);
    return db
      .selectFrom('organization')
      .select(['id', 'name'])
      .where('standing', 'in', [...states])
      .where('center_id', '!=', 'nowhere')
      .orderBy('id', order)
      .limit(most);
  },
);

test('a hot query gives what the same query gives that is built each time, whatever its values', async () => {
  for (let n = 0; n < 3; n += 1) await world.organization();
  const db = world.store.read;
  const names = async (standings: readonly string[], most: number, order: 'asc' | 'desc') =>
    (await inStates(db, { states: standings, most }, order)).map(({ id }) => id);
  const cold = async (standings: readonly string[], most: number, order: 'asc' | 'desc') =>
    (
      await db
        .selectFrom('organization')
        .select('id')
        .where('standing', 'in', [...standings])
        .where('center_id', '!=', 'nowhere')
        .orderBy('id', order)
        .limit(most)
        .execute()
    ).map(({ id }) => id);
  const standings = [
    ...new Set((await db.selectFrom('organization').select('standing').execute()).map((o) => o.standing)),
  ];
  for (const order of ['asc', 'desc'] as const)
    for (const most of [1, 2, 50])
      for (const some of [standings, [...standings, 'graduated'], ['nobody']])
        expect(await names(some, most, order)).toEqual(await cold(some, most, order));
  expect((await names(standings, 50, 'asc')).length).toBeGreaterThan(2);
});

test('it is built once for each shape and length of its lists', async () => {
  built.length = 0;
  const db = world.store.read;
  const lists = [['x', 'y', 'z', 'u'], ['a', 'b', 'c', 'd'], ['a']];
  for (const states of lists)
    for (const order of ['asc', 'desc', 'asc'] as const) await inStates(db, { states, most: 2 }, order);
  expect(new Set(built).size).toBe(built.length);
  expect(built).toContain('4 asc');
  expect(built.filter((one) => one.startsWith('4'))).toHaveLength(2);
});

test('it runs in a transaction too, which sees its own writes', async () => {
  const { id } = await world.organization();
  await world.store.write(async (trx) => {
    await trx.updateTable('organization').set({ standing: 'exited' }).where('id', '=', id).execute();
    const inside = await inStates(trx, { states: ['exited'], most: 50 }, 'asc');
    expect(inside.map((o) => o.id)).toContain(id);
  });
});

test('a query that looks at a value while it is built is refused: its shape would depend on it', async () => {
  const looking = hotQuery((db, { most }: { readonly most: number }) =>
    db
      .selectFrom('organization')
      .select('id')
      .limit(most + 1),
  );
  await expect(looking(world.store.read, { most: 2 })).rejects.toThrow(/may not look at most/);
});
