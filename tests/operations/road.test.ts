import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRecord } from '#app/operations/view/record-view.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { evaluationOf, incubated, toResult } from './evaluation-world.ts';

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

const stationsOf = async (id: string) => {
  const opened = await openRecord(world.house, await world.as('manager'), 'incubation', id);
  return new Map(opened?.view.road.map((station) => [station.state, station]));
};

test('a mid-term that was held lies behind an incubation that goes on, although the road went back', async () => {
  const of = await incubated(world, 'midterm_due');
  await toResult(world, await evaluationOf(world, of, 'midterm'), of.lead, 75);
  await world.pass({ days: 8 });
  const stations = await stationsOf(of.incubation);
  expect(stations.get('active')?.place).toBe('now');
  expect(stations.get('midterm_due')?.place).toBe('done');
  expect(stations.get('midterm_due')?.at).not.toBeNull();
});

test('a station that only an answered request stood on is still to come, and has no date', async () => {
  const { incubation, lead } = await incubated(world);
  await world.must(lead, 'incubation', incubation, 'request_extension', {
    months: 3,
    reason: '项目跨年，尚未结项。',
  });
  expect((await stationsOf(incubation)).get('final_due')?.place).toBe('now');
  await world.must('director', 'incubation', incubation, 'deny_extension', {
    reason: '目标已经达到，不必延期。',
  });
  expect((await stationsOf(incubation)).get('final_due')).toMatchObject({
    place: 'next',
    at: null,
    who: null,
  });
});
