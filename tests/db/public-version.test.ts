import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWorkingDay } from '#app/domain/calendar.ts';
import type { Connection, OpenTransaction } from '#db/connection.server.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
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

test('a calendar that is remembered is read again once its director changed a day', async () => {
  const day = '2026-03-18';
  const isWorked = async () => isWorkingDay(await calendarOfCenter(world.store.read, world.centerId), day);
  expect(await isWorked()).toBe(true);
  await world.store.write((trx) =>
    trx
      .insertInto('calendar_day')
      .values({ center_id: world.centerId, date: day, is_working_day: 0, note: '' })
      .onConflict((oc) => oc.columns(['center_id', 'date']).doUpdateSet({ is_working_day: 0 }))
      .execute(),
  );
  expect(await isWorked()).toBe(false);
  expect(await calendarOfCenter(world.store.read, world.centerId)).toBe(
    await calendarOfCenter(world.store.read, world.centerId),
  );
});

test('a transaction remembers no calendar that was undone', async () => {
  const day = '2026-03-19';
  const rest = (trx: OpenTransaction) =>
    trx
      .insertInto('calendar_day')
      .values({ center_id: world.centerId, date: day, is_working_day: 0, note: '' })
      .onConflict((oc) => oc.columns(['center_id', 'date']).doUpdateSet({ is_working_day: 0 }))
      .execute();
  const isWorked = async (db: Connection) => isWorkingDay(await calendarOfCenter(db, world.centerId), day);
  const undone = world.store.write(async (trx) => {
    await rest(trx);
    expect(await isWorked(trx)).toBe(false);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await world.store.write(isWorked)).toBe(true);
  await world.store.write(rest);
  expect(await isWorked(world.store.read)).toBe(false);
  await world.store.write((trx) =>
    trx.deleteFrom('calendar_day').where('center_id', '=', world.centerId).where('date', '=', day).execute(),
  );
  expect(await world.store.write(isWorked)).toBe(true);
});
