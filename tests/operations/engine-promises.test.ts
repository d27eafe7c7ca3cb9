import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Values } from '#app/domain/forms/field.ts';
import { advance } from '#app/operations/advance.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { checkRecord } from './model/invariants.ts';

/** What the engine promises of every event, whatever the lifecycle: told with an application that is submitted and accepted. */
let world: World;
let id: string;
let lead: string;
beforeEach(async () => {
  world = await openWorld();
  ({ id, lead } = await world.draft());
});
afterEach(() => world.close());

const submission = { consent: true, truth: true };

interface How {
  readonly version?: number;
  readonly key?: string;
  readonly input?: Values;
}
async function send(who: string, event: string, { version, key, input = {} }: How = {}) {
  return advance(world.house, {
    lifecycle: 'application',
    id,
    event,
    input,
    actor: await world.as(who),
    requestId: 'r',
    ...(version === undefined ? {} : { version }),
    ...(key === undefined ? {} : { idempotency: { key, bodyHash: JSON.stringify(input) } }),
  });
}
const submit = () => world.must(lead, 'application', id, 'submit', submission);
const codes = (result: Awaited<ReturnType<typeof send>>) =>
  result.ok ? [] : result.refusals.map((r) => r.code);
const count = async (table: 'timer' | 'notification' | 'outbox' | 'history' | 'idempotency') => {
  const { n } = await world.store.read
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
};

describe('every event', () => {
  test('of somebody who saw an older version is refused, with who changed it', async () => {
    await submit();
    const { row } = await world.record('application', id);
    expect(codes(await send('manager', 'accept', { version: row.version - 1 }))).toEqual([
      'changedMeanwhile',
    ]);
    expect(await world.stateOf('application', id)).toBe('submitted');
    expect(codes(await send('manager', 'accept', { version: row.version }))).toEqual([]);
  });

  test('leaves one line of history, timers that the new state needs, counters that count', async () => {
    await submit();
    await world.must('manager', 'application', id, 'accept');
    const chain = await historyOf(world.store.read, 'application', id);
    expect(chain.map((h) => [h.event, h.to_state, h.actor_name])).toEqual([
      ['begin', 'draft', ''],
      ['submit', 'submitted', lead],
      ['accept', 'screening', 'manager'],
    ]);
    await checkRecord(world, 'application', id);
  });

  test('tells whom it concerns, once, and a letter waits to be sent for each', async () => {
    await submit();
    const before = await count('notification');
    await world.must('manager', 'application', id, 'accept');
    const told = await world.store.read
      .selectFrom('notification')
      .innerJoin('person', 'person.id', 'notification.person_id')
      .select(['person.name', 'notification.id'])
      .where('notification.event', '=', 'accept')
      .execute();
    expect(told.map((t) => t.name)).toContain(lead);
    expect(told.map((t) => t.name)).not.toContain('manager');
    expect(new Set(told.map((t) => t.name)).size).toBe(told.length);
    expect(await count('notification')).toBe(before + told.length);
    const letters = await world.store.read.selectFrom('outbox').select('id').execute();
    expect(letters.map((l) => l.id)).toEqual(expect.arrayContaining(told.map((t) => t.id)));
  });

  test('that is refused leaves nothing', async () => {
    const before = [await count('history'), await count('timer'), await count('outbox')];
    const { row } = await world.record('application', id);
    expect(
      (await send(lead, 'submit', { input: { consent: false, truth: true }, key: 'refused-key' })).ok,
    ).toBe(false);
    expect(codes(await send('reviewer1', 'submit'))).toEqual(['unseen']);
    expect(codes(await send('director', 'submit'))).not.toEqual([]);
    expect([await count('history'), await count('timer'), await count('outbox')]).toEqual(before);
    expect(await count('idempotency')).toBe(0);
    expect((await world.record('application', id)).row).toEqual(row);
  });

  test('sent twice with one key happens once, and the second hears what the first did', async () => {
    await submit();
    const first = await send('manager', 'accept', { key: 'one-key-00' });
    const again = await send('manager', 'accept', { key: 'one-key-00' });
    expect(again).toEqual(first);
    expect(await count('idempotency')).toBe(1);
    const chain = await historyOf(world.store.read, 'application', id);
    expect(chain.filter((h) => h.event === 'accept')).toHaveLength(1);
  });

  test('with a key that stood for something else is refused', async () => {
    await submit();
    await send('manager', 'accept', { key: 'one-key-00' });
    const other = await send('manager', 'pass', { key: 'one-key-00', input: { 'check.eligible': true } });
    expect(codes(other)).toEqual(['idempotency.otherContent']);
  });

  test('finds what was due before it already fired', async () => {
    world.clock.advance(400 * 86_400_000);
    expect(codes(await send(lead, 'submit', { input: submission }))).toEqual(['notInThisState']);
    expect(await world.stateOf('application', id)).toBe('lapsed');
  });

  test('is nothing that a recused official, or one with an office in the organization, may send', async () => {
    await submit();
    const { row } = await world.record('application', id);
    await world.person('manager', 'staff', 'organization', row.organization_id);
    expect(codes(await send('manager', 'accept'))).not.toEqual([]);
    expect(await world.stateOf('application', id)).toBe('submitted');
  });
});
