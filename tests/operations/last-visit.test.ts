import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContentSection } from '#app/domain/lifecycles/content.ts';
import { look, VISIT_MS } from '#app/domain/seen.ts';
import { openDesk } from '#app/operations/view/desk-view.server.ts';
import { openEvent } from '#app/operations/view/event-view.server.ts';
import { changedSinceSeen, newsSinceLastVisit } from '#app/operations/view/last-visit.server.ts';
import { loader } from '#app/routes/lifecycle/record.tsx';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf, getting, posting } from '../routes/door.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function submitted() {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  return { id, lead };
}

async function visit(who: string, id: string, sections: readonly ContentSection[] = []) {
  const { row } = await world.record('application', id);
  const record = { lifecycle: 'application' as const, id, version: row.version };
  return newsSinceLastVisit(world.house, world.idOf(who), record, sections);
}
const marks = () => world.store.read.selectFrom('seen_mark').selectAll().execute();
const isMarked = async (who: string, id: string) => {
  const { row } = await world.record('application', id);
  return (await changedSinceSeen(world.house, world.idOf(who), 'application', [row])).has(id);
};

test('a first look finds nothing new; what others do afterwards is, until the next visit', async () => {
  const { id } = await submitted();
  expect((await visit('director', id)).events).toEqual([]);
  expect(await isMarked('director', id)).toBe(false);
  await world.must('manager', 'application', id, 'accept');
  expect(await isMarked('director', id)).toBe(true);
  expect(await isMarked('supervisor', id)).toBe(false);
  world.clock.advance(VISIT_MS);
  expect((await visit('director', id)).events).toHaveLength(1);
  expect(await isMarked('director', id)).toBe(false);
  world.clock.advance(VISIT_MS / 2);
  expect((await visit('director', id)).events).toHaveLength(1);
  world.clock.advance(VISIT_MS);
  expect((await visit('director', id)).events).toEqual([]);
});

test('one’s own doings are no news', async () => {
  const { id } = await submitted();
  await visit('manager', id);
  world.clock.advance(VISIT_MS);
  await world.must('manager', 'application', id, 'accept');
  expect((await visit('manager', id)).events).toEqual([]);
});

test('parts of the page that speak of the news are named', async () => {
  const { id } = await submitted();
  await visit('director', id);
  world.clock.advance(VISIT_MS);
  await world.must('manager', 'application', id, 'accept');
  const at = (await world.record('application', id)).row.updated_at;
  const line = (id: string, instant: string): ContentSection => ({
    id,
    kind: 'facts',
    title: { text: id },
    lines: [{ label: { text: 'when' }, value: { instant } }],
  });
  const news = await visit('director', id, [line('old', '2026-01-01T00:00:00.000Z'), line('new', at)]);
  expect(news.sections).toEqual(['new']);
});

test('looking writes only where the record changed, and only one’s own mark', async () => {
  const { id } = await submitted();
  await visit('director', id);
  const before = await marks();
  for (let i = 0; i < 5; i += 1) {
    world.clock.advance(VISIT_MS * i);
    await visit('director', id);
  }
  expect(await marks()).toEqual(before);
});

test('a form that is sent to a record’s page by mistake leaves no mark', async () => {
  const { id } = await submitted();
  const door = await doorOf(world, 'director');
  const params = { collection: 'applications', id };
  const path = `/applications/${id}`;
  const before = await marks();
  await loader(posting(door, path, {}, params));
  expect(await marks()).toEqual(before);
  await loader(getting(door, path, params));
  expect((await marks()).length).toBe(before.length + 1);
});

test('the desk marks what began to wait after the last look', async () => {
  const { id, lead } = await submitted();
  const manager = await world.as('manager');
  const fresh = async () =>
    (await openDesk(world.house, manager)).rows.find((row) => row.recordId === id)?.fresh;
  expect(await fresh()).toBe(false);
  await world.must('manager', 'application', id, 'accept');
  await visit('manager', id);
  expect(await fresh()).toBe(false);
  const asking = await openEvent(world.house, manager, 'application', id, 'supplement-request');
  const reason = asking.ok ? (asking.value.fields[0]?.name ?? '') : '';
  await world.must('manager', 'application', id, 'request_supplement', { [reason]: '请补交证明' });
  await visit('manager', id);
  world.clock.advance(60_000);
  const answer = reason.replace('reason.', 'answer.');
  await world.must(lead, 'application', id, 'resubmit', { [answer]: '已经补交' });
  expect(await fresh()).toBe(true);
  await visit('manager', id);
  expect(await fresh()).toBe(false);
});

test('the versions of a mark never go back', () => {
  const first = look(undefined, 3, '2026-03-02T01:00:00.000Z');
  expect(first).toEqual({ since: 3, mark: { seen: 3, since: 3, at: '2026-03-02T01:00:00.000Z' } });
  const second = look(first.mark ?? undefined, 5, '2026-03-02T01:10:00.000Z');
  expect(second).toEqual({ since: 3, mark: { seen: 5, since: 3, at: '2026-03-02T01:10:00.000Z' } });
  const third = look(second.mark ?? undefined, 6, '2026-03-03T01:10:00.000Z');
  expect(third.since).toBe(5);
});
