import { expect, test } from 'vitest';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { openWorld } from '#tests/world.ts';
import { admitted } from './life-world.ts';

test('who waits for a place hears when another does not sign in time, and nobody else does', async () => {
  const world = await openWorld();
  const signed = await admitted(world);
  const context = (await world.record('application', signed.application)).context as ApplicationContext;
  const unsigned = await world.organization();
  const waiting = await world.organization();
  const elsewhere = await world.organization();
  const due = new Date(Date.parse(world.clock.now()) + 86_400_000).toISOString();
  const unnumbered = { ...context, number: null };
  const ending = {
    ...unnumbered,
    deadlines: { signingDays: { ...context.deadlines.noticeDays, due, length: 1, unit: 'd' } },
  };
  await world.recordIn('application', 'agreement_pending', ending as never, unsigned.id, world.callId);
  const inCall = await world.recordIn('application', 'waitlisted', unnumbered, waiting.id, world.callId);
  await world.recordIn('application', 'waitlisted', unnumbered, elsewhere.id);
  await world.pass({ days: 2 });
  const told = await world.store.read
    .selectFrom('notification')
    .innerJoin('person', 'person.id', 'notification.person_id')
    .select(['person.name', 'notification.record_id'])
    .where('notification.event', '=', 'place_freed')
    .orderBy('person.name')
    .execute();
  expect(told).toEqual(['director', waiting.lead].sort().map((name) => ({ name, record_id: inCall })));
  const letters = await world.store.read.selectFrom('outbox').select('payload').execute();
  expect(letters.filter(({ payload }) => payload.includes('notificationId')).length).toBeGreaterThan(1);
  await world.close();
});
