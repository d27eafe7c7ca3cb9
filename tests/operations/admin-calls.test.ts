import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Values } from '#app/domain/forms/field.ts';
import { closeCall, createCall, editCall, publishCall } from '#app/operations/admin/calls.server.ts';
import { callById } from '#db/reads/calls.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { firstBreak } from '#db/writes/history.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { asking, codes } from './admin-asking.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const content = (change: Values = {}): Values => ({
  title: '2026年第二批招募',
  summary: '面向备案社区社会组织。',
  programId: world.programId,
  opensOn: '2026-03-10',
  closesOn: '2026-04-10',
  quota: 5,
  ...change,
});

const create = async (change: Values = {}) =>
  createCall(world.house, {
    ...asking(await world.as('director')),
    centerId: world.centerId,
    values: content(change),
  });

async function created(change: Values = {}): Promise<string> {
  const made = await create(change);
  if (!made.ok) throw new Error(codes(made).join());
  return made.value.id;
}

const edit = async (id: string, version: number, values: Values) =>
  editCall(world.house, { ...asking(await world.as('director')), id, version, values });

describe('a call', () => {
  test('opens at 0:00 of its first day and closes at 24:00 of its last, in the center’s time', async () => {
    const call = await callById(world.store.read, await created());
    expect(call?.opens_at).toBe('2026-03-09T16:00:00.000Z');
    expect(call?.closes_at).toBe('2026-04-10T16:00:00.000Z');
    expect(call?.published_at).toBeNull();
  });

  test('may take applications without an end', async () => {
    const { closesOn: _closesOn, ...rolling } = content();
    const director = await world.as('director');
    const made = await createCall(world.house, {
      ...asking(director),
      centerId: world.centerId,
      values: rolling,
    });
    if (!made.ok) throw new Error('refused');
    expect((await callById(world.store.read, made.value.id))?.closes_at).toBeNull();
  });

  test('cannot close before it opens', async () => {
    expect(codes(await create({ closesOn: '2026-03-09' }))).toEqual(['call.endsBeforeItBegins']);
    expect(codes(await create({ closesOn: '2026-03-10' }))).toEqual([]);
  });

  test('belongs to a program of its center', async () => {
    expect(codes(await create({ programId: 'of-another-center' }))).toEqual(['call.program']);
  });

  test('is a director’s to make, not a manager’s', async () => {
    const asked = { ...asking(await world.as('manager')), centerId: world.centerId, values: content() };
    expect(codes(await createCall(world.house, asked))).toEqual(['unseen']);
  });

  test('is published once, and not when its time is over', async () => {
    const id = await created();
    const director = await world.as('director');
    expect(codes(await publishCall(world.house, { ...asking(director), id, version: 1 }))).toEqual([]);
    expect(codes(await publishCall(world.house, { ...asking(director), id, version: 2 }))).toEqual([
      'call.published',
    ]);
    const past = await created({ opensOn: '2026-01-01', closesOn: '2026-02-01' });
    expect(codes(await publishCall(world.house, { ...asking(director), id: past, version: 1 }))).toEqual([
      'call.over',
    ]);
  });

  test('changes freely until somebody applies', async () => {
    const id = await created();
    expect(codes(await edit(id, 1, content({ title: '改过的标题', closesOn: '2026-03-20' })))).toEqual([]);
    expect(await callById(world.store.read, id)).toMatchObject({ title: '改过的标题', version: 2 });
    expect(codes(await edit(id, 1, content()))).toEqual(['admin.changedMeanwhile']);
  });
});

describe('a call that has been answered', () => {
  test('can only be extended', async () => {
    await world.draft();
    expect(codes(await edit(world.callId, 1, { closesOn: '2026-12-30' }))).toEqual(['call.onlyExtend']);
    expect(codes(await edit(world.callId, 1, {}))).toEqual(['call.onlyExtend']);
    expect(codes(await edit(world.callId, 1, { title: '别的', closesOn: '2027-01-31' }))).toEqual([]);
    expect(await callById(world.store.read, world.callId)).toMatchObject({
      title: '2026年第一批招募',
      closes_at: '2027-01-31T16:00:00.000Z',
    });
  });

  test('gives its drafts the new closing time, as an event of their own', async () => {
    const { id } = await world.draft();
    await edit(world.callId, 1, { closesOn: '2027-01-31' });
    const { row, context } = await world.record('application', id);
    expect(context.deadlines.callCloses?.due).toBe('2027-01-31T16:00:00.000Z');
    expect(row).toMatchObject({ state: 'draft', version: 2, due_at: '2027-01-31T16:00:00.000Z' });
    const chain = await historyOf(world.store.read, 'application', id);
    expect(chain.map((h) => h.event)).toEqual(['begin', 'deadlines_recomputed']);
    expect(chain.at(-1)).toMatchObject({ role: 'director', actor_name: 'director' });
    expect(firstBreak(chain)).toBeNull();
  });

  test('closed early lets its drafts lapse and takes no more', async () => {
    const { id, lead } = await world.draft();
    const asked = { ...asking(await world.as('director')), id: world.callId, version: 1 };
    expect(codes(await closeCall(world.house, asked))).toEqual([]);
    expect(
      codes(await world.send(lead, 'application', id, 'submit', { consent: true, truth: true })),
    ).not.toEqual([]);
    await world.pass({ hours: 1 });
    expect(await world.stateOf('application', id)).toBe('lapsed');
    expect(codes(await closeCall(world.house, { ...asked, version: 2 }))).toEqual(['call.notOpen']);
  });

  test('is not extended after it closed', async () => {
    await world.draft();
    await closeCall(world.house, { ...asking(await world.as('director')), id: world.callId, version: 1 });
    expect(codes(await edit(world.callId, 2, { closesOn: '2027-01-31' }))).toEqual(['call.closed']);
  });
});
