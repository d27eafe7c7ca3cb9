import { type Selectable, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/tables.ts';
import { storeAssignments, storeTimers, storeWaits } from '#db/writes/derived.server.ts';
import { putOffTimer } from '#db/writes/engine.server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const [monday, friday] = ['2026-03-16T00:00:00.000Z', '2026-03-20T00:00:00.000Z'];
const timer = (name: string, due: string) => ({ name, eventType: `after.${name}`, due });
const rowsOf = <T extends 'timer' | 'assignment' | 'wait'>(table: T, id: string) =>
  world.store.read
    .selectFrom(table as 'timer')
    .selectAll()
    .where('record_id', '=', id)
    .execute() as unknown as Promise<Selectable<Database[T]>[]>;

test('the timers of a record are those it needs, whatever was stored', async () => {
  const id = 'timed';
  const needs = [
    [],
    [timer('close', friday), timer('remind', monday)],
    [timer('remind', monday), timer('close', friday)],
    [timer('close', friday), timer('remind', friday)],
    [timer('close', friday)],
    [],
  ];
  for (const needed of needs) {
    await world.store.write((trx) => storeTimers(trx, 'application', id, needed));
    const stored = await rowsOf('timer', id);
    expect(stored.map(({ name, due_at, try_at }) => `${name} ${due_at} ${try_at}`).sort()).toEqual(
      needed.map(({ name, due }) => `${name} ${due} ${due}`).sort(),
    );
  }
});

test('a timer that was put off is tried again at its own time once its record has changed', async () => {
  const id = 'put off';
  const needed = [timer('close', monday)];
  await world.store.write(async (trx) => {
    await storeTimers(trx, 'application', id, needed);
    await putOffTimer(trx, 'application', id, 'close', friday);
    await storeTimers(trx, 'application', id, needed);
  });
  expect((await rowsOf('timer', id)).map(({ try_at }) => try_at)).toEqual([monday]);
});

test("another record's rows stay, also of the same id in another lifecycle", async () => {
  const id = 'shared';
  const people = [{ role: 'reviewer', person_id: world.idOf('manager') }];
  await world.store.write(async (trx) => {
    await storeAssignments(trx, 'application', id, people);
    await storeAssignments(trx, 'evaluation', id, people);
    await storeAssignments(trx, 'application', id, []);
  });
  expect((await rowsOf('assignment', id)).map(({ lifecycle }) => lifecycle)).toEqual(['evaluation']);
});

test('rows that are as they should be are not written again', async () => {
  const { id: organizationId } = await world.organization();
  const store = (recordId: string, people: readonly string[]) =>
    world.store.write((trx) =>
      storeWaits(
        trx,
        'application',
        recordId,
        people.map((personId) => waitFor(organizationId, recordId, personId)),
      ),
    );
  await store('waiting', ['a', 'b']);
  // a row that is written after them takes the next place, so that none of theirs can come again
  await store('later', ['a']);
  const before = await placesOf('waiting');
  await store('waiting', ['b', 'a']);
  expect(await placesOf('waiting')).toEqual(before);
  await store('waiting', ['b', 'c']);
  expect(await placesOf('waiting')).not.toEqual(before);
  expect((await rowsOf('wait', 'waiting')).map((row) => row.person_id).sort()).toEqual(['b', 'c']);
});

const waitFor = (organizationId: string, recordId: string, personId: string) => ({
  lifecycle: 'application',
  record_id: recordId,
  role: 'manager',
  person_id: personId,
  center_id: world.centerId,
  organization_id: organizationId,
  organization_name: '青禾',
  event: 'accept',
  state: 'submitted',
  since: monday,
  due_at: null,
});

/** Where the database keeps the desk rows of a record: another place for each that is written anew. */
async function placesOf(recordId: string): Promise<readonly string[]> {
  const place = world.store.dialect === 'sqlite' ? sql`rowid` : sql`ctid`;
  const { rows } = await sql<{ place: string }>`select cast(${place} as text) as place from wait
    where record_id = ${recordId} order by person_id`.execute(world.store.read);
  return rows.map((row) => row.place);
}
