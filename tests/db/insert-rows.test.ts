import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRows } from '#db/writes/insert-rows.server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const moved = (n: number, name: string) => ({ name: `${name} ${n}`, last: n });
const stored = (name: string) =>
  world.store.read
    .selectFrom('sequence')
    .select(['name', 'last'])
    .where('name', 'like', `${name} %`)
    .orderBy('last')
    .execute();

// one, a kept statement again, the longest that is kept, one that is built each time, and more than one statement holds
for (const [turn, count] of [0, 1, 3, 3, 20, 21, 450].entries())
  test(`${count} rows are put in as they are, whatever was put in before (${turn})`, async () => {
    const name = `turn ${turn}`;
    const rows = Array.from({ length: count }, (_, n) => moved(n, name));
    await world.store.write((trx) => insertRows(trx, 'sequence', rows));
    expect(await stored(name)).toEqual(rows);
  });

test('columns may come in another order, but none may lack or be there besides', async () => {
  const name = 'order';
  await world.store.write((trx) =>
    insertRows(trx, 'sequence', [moved(1, name), { last: 2, name: `${name} 2` }]),
  );
  expect(await stored(name)).toEqual([moved(1, name), moved(2, name)]);
  const uneven = (row: object) =>
    world.store.write((trx) => insertRows(trx, 'sequence', [moved(3, name), row as never]));
  await expect(uneven({ name: `${name} 4` })).rejects.toThrow(/other columns/);
  await expect(uneven({ name: `${name} 4`, last: 4, next: 5 })).rejects.toThrow(/other columns/);
  await expect(uneven({ name: `${name} 4`, first: 4 })).rejects.toThrow(/without last/);
  expect(await stored(name)).toHaveLength(2);
});
