import { afterEach, beforeEach, expect, it } from 'vitest';
import { importedIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { beginMany } from '#app/operations/engine/begin-many.server.ts';
import { workAt } from '#app/operations/engine/begin-work.server.ts';
import { begin } from '#app/operations/engine/move.server.ts';
import type { Begun, Work } from '#app/operations/engine/work.ts';
import { firstBreak } from '#db/writes/history.server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** One whose term is running, and one whose term is over and waits for the manager. */
const terms = [
  ['2026-01-01', '2027-01-01'],
  ['2024-01-01', '2025-01-01'],
] as const;

/** Begins an incubation of each term in some way, and reads back every row that came of it, without ids. */
async function rowsAfter(how: (work: Work, begun: readonly Begun[]) => Promise<unknown>) {
  const organizations = [await world.organization(), await world.organization()];
  const ids = organizations.map(({ id }) => id);
  const actor = await world.as('manager');
  await world.store.write(async (trx) => {
    const work = workAt(trx, world.clock.now(), actor, 'test');
    const calendar = await work.calendarOf(world.centerId);
    const begun = terms.map(
      ([joinedOn, endsOn], i): Begun => ({
        lifecycle: 'incubation',
        centerId: world.centerId,
        organization: { id: ids[i] ?? '', name: `组织${i}` },
        parentId: null,
        state: 'active',
        as: 'import',
        by: { personId: actor.personId, name: actor.name, role: 'manager' },
        context: importedIncubation({
          ...{ calendar, at: work.at, settings: settingsWith(), joinedOn, endsOn },
          responsibleId: actor.personId,
        }),
      }),
    );
    await how(work, begun);
  });
  const db = world.store.read;
  const records = await db.selectFrom('incubation').selectAll().where('organization_id', 'in', ids).execute();
  const places = new Map(records.map((row) => [row.id, ids.indexOf(row.organization_id)]));
  const rowsIn = async (table: 'timer' | 'wait' | 'assignment' | 'history') => {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('record_id', 'in', [...places.keys()])
      .execute();
    return rows
      .map(({ record_id, ...row }) => {
        const { seq: _seq, hash: _hash, organization_id: _id, ...rest } = row as Record<string, unknown>;
        return { ...rest, of: places.get(record_id) };
      })
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  };
  for (const id of places.keys()) {
    const chain = await db.selectFrom('history').selectAll().where('record_id', '=', id).execute();
    expect(firstBreak(chain)).toBeNull();
  }
  return {
    records: records
      .map(({ id, organization_id: _id, ...row }) => ({ ...row, of: places.get(id) }))
      .sort((a, b) => (a.of ?? 0) - (b.of ?? 0)),
    timers: await rowsIn('timer'),
    waits: await rowsIn('wait'),
    assignments: await rowsIn('assignment'),
    history: await rowsIn('history'),
  };
}

it('many records begin as each does by itself', async () => {
  const each = await rowsAfter(async (work, begun) => {
    for (const one of begun) await begin(work, one);
  });
  const many = await rowsAfter((work, begun) => beginMany(work, 'incubation', begun));
  expect(many).toEqual(each);
  expect(many.timers.length).toBeGreaterThan(0);
  expect(many.waits).toHaveLength(1);
  const counter = await world.store.read
    .selectFrom('counter')
    .select('count')
    .where('lifecycle', '=', 'incubation')
    .where('state', '=', 'active')
    .executeTakeFirst();
  expect(counter?.count).toBe(4);
});

it('nothing begins where nothing is asked for', async () => {
  expect((await rowsAfter(async (work) => beginMany(work, 'incubation', []))).records).toEqual([]);
});
