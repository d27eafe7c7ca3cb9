import { afterEach, beforeEach, expect, test } from 'vitest';
import { fireDueTimers } from '#app/operations/engine/fire-timers.server.ts';
import { verifyWholeHistory } from '#app/operations/engine/verify-history.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { signIn } from '#app/operations/people/sign-in.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { firstBreak } from '#db/writes/history.server.ts';
import { openWorld, type World } from '../world.ts';
import { goodPassword, here, withPassword } from './people/accounts.ts';

const hour = 3_600_000;
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const eventsOf = async (id: string) =>
  (await historyOf(world.store.read, 'application', id)).map(({ event }) => event);

test('B090 a clock that is set back an hour changes no order: events stand as they happened, and their times never fall', async () => {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  world.clock.advance(-hour);
  await world.must('manager', 'application', id, 'accept');
  await world.must('manager', 'application', id, 'request_supplement', { 'reason.charter': '缺修订页' });
  const other = await world.draft();
  await world.must(other.lead, 'application', other.id, 'submit', { consent: true, truth: true });
  world.clock.advance(2 * hour);
  await world.must(lead, 'application', id, 'resubmit', { 'answer.charter': '已补' });
  expect((await eventsOf(id)).slice(-4)).toEqual(['submit', 'accept', 'request_supplement', 'resubmit']);
  const chain = await historyOf(world.store.read, 'application', id);
  expect(chain.map(({ number }) => number)).toEqual(chain.map((_, i) => i + 1));
  const times = chain.map(({ at }) => at);
  expect(times).toEqual([...times].sort());
  const all = await world.store.read
    .selectFrom('history')
    .select(['seq', 'record_id', 'event'])
    .orderBy('seq')
    .execute();
  const submitted = all.filter(({ event }) => event === 'submit').map(({ record_id }) => record_id);
  expect(submitted).toEqual([id, other.id]);
  expect(firstBreak(chain)).toBeNull();
  expect((await verifyWholeHistory(world.store.read)).faults).toEqual([]);
});

test('B090 a clock that ran a day ahead and is set right ends no session twice and revives none; what it fired stays fired', async () => {
  const email = await withPassword(world, 'manager');
  const token = async () => {
    const result = await signIn(world.house, { ...here, email, password: goodPassword });
    if (!result.ok || !('token' in result.value)) throw new Error('not signed in');
    return result.value.token;
  };
  const personOf = async (of: string) =>
    (await resolveViewer(world.store, of, world.clock.now())).person?.email ?? null;
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  const right = world.clock.now();
  const before = await token();
  expect(await personOf(before)).toBe(email);
  // a week, so that a deadline passes too
  world.clock.advance(24 * hour);
  expect(await personOf(before)).toBeNull();
  world.clock.advance(6 * 24 * hour);
  await fireDueTimers(world.house);
  const ahead = await token();
  const late = await eventsOf(id);
  world.clock.set(right);
  expect(await personOf(before)).toBeNull();
  // one that began meanwhile is somebody's who came in, and ends in its time
  expect(await personOf(ahead)).toBe(email);
  expect(await fireDueTimers(world.house)).toBeDefined();
  expect(await eventsOf(id)).toEqual(late);
  world.clock.advance(8 * 24 * hour);
  await fireDueTimers(world.house);
  expect(await eventsOf(id)).toEqual(late);
  expect(await personOf(ahead)).toBeNull();
});
