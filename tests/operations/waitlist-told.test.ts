import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { openWorld, type World } from '#tests/world.ts';
import { admitted } from './life-world.ts';

let world: World;
let context: ApplicationContext;

beforeAll(async () => {
  world = await openWorld();
  const signed = await admitted(world);
  const record = await world.record('application', signed.application);
  context = { ...(record.context as ApplicationContext), number: null };
}, 60_000);
afterAll(() => world.close());

/** An application of the call in a state, its lead, and the clock that ends it. */
async function inCall(
  state: 'agreement_pending' | 'waitlisted' | 'public_notice' | 'objection_open',
  callId: string | null = world.callId,
) {
  const organization = await world.organization();
  const due = new Date(Date.parse(world.clock.now()) + 86_400_000).toISOString();
  const clock = { ...context.deadlines.noticeDays, due, length: 1, unit: 'd' };
  const ending = state === 'agreement_pending' ? { ...context, deadlines: { signingDays: clock } } : context;
  const id = await world.recordIn(
    'application',
    state,
    ending as never,
    organization.id,
    ...(callId === null ? [] : [callId]),
  );
  return { id, lead: organization.lead };
}

const told = () =>
  world.store.read
    .selectFrom('notification')
    .innerJoin('person', 'person.id', 'notification.person_id')
    .select(['person.name', 'notification.record_id'])
    .where('notification.event', '=', 'place_freed')
    .orderBy('notification.record_id')
    .orderBy('person.name')
    .execute();

test('who waits for a place hears when another leaves one or does not sign in time, and nobody else does', async () => {
  const waiting = await inCall('waitlisted');
  await inCall('waitlisted', null);
  const expected = ['director', waiting.lead].sort().map((name) => ({ name, record_id: waiting.id }));

  // one who waited too gives no place back
  const tired = await inCall('waitlisted');
  await world.must(tired.lead, 'application', tired.id, 'withdraw');
  expect(await told()).toEqual([]);

  const leaving = await inCall('agreement_pending');
  await world.must(leaving.lead, 'application', leaving.id, 'withdraw');
  expect(await told()).toEqual(expected);

  await inCall('agreement_pending');
  await world.pass({ days: 2 });
  expect(await told()).toEqual(expected.flatMap((one) => [one, one]));
  const letters = await world.store.read.selectFrom('outbox').select('payload').execute();
  expect(letters.filter(({ payload }) => payload.includes('notificationId')).length).toBeGreaterThan(1);
});

test.each(['public_notice', 'objection_open'] as const)(
  'who waits hears as well of one who leaves while the result is public (%s): a place was held from then on',
  async (state) => {
    const before = (await told()).length;
    const waiting = await world.store.read
      .selectFrom('application')
      .select('id')
      .where('state', '=', 'waitlisted')
      .where('parent_id', '=', world.callId)
      .execute();
    expect(waiting.length).toBeGreaterThan(0);
    const leaving = await inCall(state);
    await world.must(leaving.lead, 'application', leaving.id, 'withdraw');
    expect(await told()).toHaveLength(before + 2 * waiting.length);
  },
);
