import { expect } from 'vitest';
import type { Values } from '#app/domain/forms/field.ts';
import { type AnyStamped, attempt, isFinal, statesOf, timersNeeded } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import type { Role } from '#app/domain/policy/actor.ts';
import { roleToSend } from '#app/domain/policy/can.ts';
import { subjectOf } from '#app/operations/subject-for.server.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { firstBreak } from '#db/writes/history.server.ts';
import type { World } from '#tests/world.ts';

/** What must hold for a record after each step, whatever the step was. */
export async function checkRecord(world: World, name: LifecycleName, id: string): Promise<void> {
  const lifecycle = lifecycleNamed(name);
  const { row, context } = await world.record(name, id);
  const chain = await historyOf(world.store.read, name, id);
  expect(firstBreak(chain), 'the chain holds').toBeNull();
  expect(chain.length, 'one event for each move').toBe(row.version);
  expect(chain.at(-1)?.to_state).toBe(row.state);
  expect(statesOf(lifecycle)).toContain(row.state);
  const replayed = await replay(world, name, id);
  expect(replayed.state, 'the replay ends where the record stands').toBe(row.state);
  expect(replayed.context, 'the replay knows what the record knows').toEqual(context);
  const stored = await world.store.read
    .selectFrom('timer')
    .select(['name', 'due_at'])
    .where('lifecycle', '=', name)
    .where('record_id', '=', id)
    .orderBy('name')
    .execute();
  const needed = isFinal(lifecycle, row.state) ? [] : timersNeeded(lifecycle, row.state, context);
  expect(stored, 'the stored timers are those that the state needs').toEqual(
    needed.map((t) => ({ name: t.name, due_at: t.due })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  const counter = await world.store.read
    .selectFrom('counter')
    .selectAll()
    .where('lifecycle', '=', name)
    .execute();
  const counted = await world.store.read
    .selectFrom(name)
    .select((eb) => ['state', eb.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
  expect(
    Object.fromEntries(counter.filter((c) => c.count !== 0).map((c) => [c.state, c.count])),
    'the counters count',
  ).toEqual(Object.fromEntries(counted.map((c) => [c.state, Number(c.n)])));
  await checkDenials(world, name, id);
}

/** What the history tells of a record: how it began, and each event as the machine was told of it. */
export async function tellingOf(
  world: Pick<World, 'store'>,
  name: LifecycleName,
  id: string,
): Promise<{
  readonly state: string;
  readonly context: RecordContext;
  readonly at: string;
  readonly events: readonly (AnyStamped & { readonly from: string })[];
}> {
  const [first, ...rest] = await historyOf(world.store.read, name, id);
  if (first === undefined) throw new Error(`${name} ${id} has no beginning`);
  const calendar = await calendarOfCenter(world.store.read, first.center_id);
  const kept = await world.store.read
    .selectFrom('event_apart')
    .select(['history_seq', 'values'])
    .where(
      'history_seq',
      'in',
      [first, ...rest].map((event) => event.seq),
    )
    .execute();
  const apart = new Map(kept.map((one) => [one.history_seq, JSON.parse(one.values) as Values]));
  const events = rest.map((event) => ({
    from: event.from_state ?? '',
    type: event.event,
    input: { ...(JSON.parse(event.input) as Values), ...apart.get(event.seq) },
    observed: JSON.parse(event.observed) as Record<string, unknown>,
    by: { personId: event.actor_id, name: event.actor_name, role: event.role as Role },
    at: event.at,
    calendar,
  }));
  return { state: first.to_state, context: JSON.parse(first.input) as RecordContext, at: first.at, events };
}

/** The state and context that the history alone comes to. */
export async function replay(
  world: Pick<World, 'store'>,
  name: LifecycleName,
  id: string,
): Promise<{ state: string; context: RecordContext }> {
  const lifecycle = lifecycleNamed(name);
  const { events, ...begin } = await tellingOf(world, name, id);
  let { state, context } = begin;
  for (const { from: _, ...event } of events) {
    const step = attempt(lifecycle, state, context, event);
    if (!step.ok)
      throw new Error(`${event.type} cannot be replayed: ${step.refusals.map((r) => r.code).join(', ')}`);
    state = step.value.state;
    context = JSON.parse(JSON.stringify(step.value.context)) as RecordContext;
  }
  return { state, context };
}

/** Nobody whom the table does not name may send an event: asked of everyone in the cast. */
async function checkDenials(world: World, name: LifecycleName, id: string): Promise<void> {
  const lifecycle = lifecycleNamed(name);
  const record = await world.record(name, id);
  const subject = subjectOf(name, record);
  for (const person of [
    'manager',
    'director',
    'reviewer1',
    'assessor1',
    'mentor',
    'supervisor',
    'payer',
    'party',
    'community',
    'admin',
    'auditor',
  ]) {
    const actor = await world.as(person);
    for (const [event, declaration] of Object.entries(lifecycle.events)) {
      const role = roleToSend(actor, lifecycle, subject, event);
      if (role === null) continue;
      expect(
        declaration.by.includes(role) || (declaration.delegates === true && role === 'staff'),
        `${person} sends ${event} as ${role}`,
      ).toBe(true);
    }
  }
}
