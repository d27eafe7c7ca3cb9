import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRecord } from '#app/operations/view/record-view.server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

test('a state beside the road stands on it with its own beginning, and the station gets its own back', async () => {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  await world.must('manager', 'application', id, 'accept');
  const stands = async () => {
    const opened = await openRecord(world.house, await world.as('manager'), 'application', id);
    const station = opened?.view.road.find((s) => s.place === 'now');
    return { state: station?.state, at: station?.at, since: opened?.view.stateSince };
  };
  const accepted = await stands();
  expect(accepted).toMatchObject({ state: 'screening', at: accepted.since });

  world.clock.advance(86_400_000);
  await world.must('manager', 'application', id, 'request_supplement', { 'reason.charter': '缺第三页。' });
  const supplementing = await stands();
  expect(supplementing).toMatchObject({ state: 'screening', at: supplementing.since });
  expect(supplementing.at).not.toBe(accepted.at);

  world.clock.advance(86_400_000);
  await world.must(lead, 'application', id, 'resubmit', { 'answer.charter': '已补全。' });
  expect(await stands()).toMatchObject({ state: 'screening', at: accepted.at });
});
