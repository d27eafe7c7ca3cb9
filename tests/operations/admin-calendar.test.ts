import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCalendarRows } from '#app/domain/calendar-rows.ts';
import {
  importCalendarYear,
  setCalendarDay,
  takeShippedYear,
} from '#app/operations/admin/calendar.server.ts';
import { recomputeDeadlines, recomputePending } from '#app/operations/recompute-deadlines.server.ts';
import { daysOfYear, knownYears } from '#db/reads/admin-overview.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { markRecomputationDue } from '#db/writes/admin-recomputation.server.ts';
import { firstBreak } from '#db/writes/history.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { asking, codes } from './admin-asking.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

async function submitted(): Promise<string> {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  return id;
}

const day = async (date: string, is: 'working' | 'off' | 'weekday', note = '') =>
  setCalendarDay(world.house, {
    ...asking(await world.as('director')),
    centerId: world.centerId,
    date,
    is,
    note,
  });

const dueOf = async (id: string, name: string) =>
  (await world.record('application', id)).context.deadlines[name]?.due;

describe('a day of the working calendar', () => {
  test('moves the deadlines that count over it, each as an event of its own', async () => {
    const id = await submitted();
    const before = await world.record('application', id);
    expect(before.context.deadlines.acceptDays?.due).toBe('2026-03-04T16:00:00.000Z');
    const changed = await day('2026-03-03', 'off', '停电');
    expect(changed).toEqual({ ok: true, value: { changed: 1 } });
    const after = await world.record('application', id);
    expect(after.context.deadlines.acceptDays?.due).toBe('2026-03-05T16:00:00.000Z');
    expect(after.row).toMatchObject({ state: before.row.state, version: before.row.version + 1 });
    const chain = await historyOf(world.store.read, 'application', id);
    expect(chain.at(-1)).toMatchObject({ event: 'deadlines_recomputed', role: 'director' });
    expect(JSON.parse(chain.at(-1)!.input).deadlines).toEqual(after.context.deadlines);
    expect(firstBreak(chain)).toBeNull();
  });

  test('moves the stored timers and the desk with it', async () => {
    const id = await submitted();
    await day('2026-03-03', 'off');
    const timer = await world.store.read
      .selectFrom('timer')
      .select('due_at')
      .where('record_id', '=', id)
      .where('name', '=', 'acceptDays')
      .executeTakeFirst();
    expect(timer?.due_at).toBe('2026-03-05T16:00:00.000Z');
    const waits = await world.store.read
      .selectFrom('wait')
      .select('due_at')
      .where('record_id', '=', id)
      .execute();
    expect(waits.map((w) => w.due_at)).toContain('2026-03-05T16:00:00.000Z');
  });

  test('goes by its weekday again and moves them back', async () => {
    const id = await submitted();
    await day('2026-03-03', 'off');
    await day('2026-03-03', 'weekday');
    expect(await dueOf(id, 'acceptDays')).toBe('2026-03-04T16:00:00.000Z');
  });

  test('leaves alone what does not count over it', async () => {
    const id = await submitted();
    const { row } = await world.record('application', id);
    expect(await day('2027-08-10', 'off')).toEqual({ ok: true, value: { changed: 0 } });
    expect((await world.record('application', id)).row.version).toBe(row.version);
  });

  test('leaves alone a deadline that was over and still is', async () => {
    const id = await submitted();
    await world.pass({ days: 14 });
    const { context } = await world.record('application', id);
    expect(context.late).toContain('acceptDays');
    await day('2026-03-03', 'off');
    expect(await dueOf(id, 'acceptDays')).toBe('2026-03-04T16:00:00.000Z');
  });

  test('takes the lateness off what is not late any more', async () => {
    const id = await submitted();
    await world.pass({ days: 3 });
    expect((await world.record('application', id)).context.late).toContain('acceptDays');
    for (const date of ['2026-03-03', '2026-03-04', '2026-03-05']) await day(date, 'off');
    const { context, row } = await world.record('application', id);
    expect(context.late).not.toContain('acceptDays');
    expect(row.late).toBe(0);
  });

  test('is the director’s to change', async () => {
    const asked = { centerId: world.centerId, date: '2026-03-03', is: 'off' as const, note: '' };
    for (const name of ['manager', 'admin', 'auditor'])
      expect(codes(await setCalendarDay(world.house, { ...asking(await world.as(name)), ...asked }))).toEqual(
        ['unseen'],
      );
  });

  test('that does not exist is refused', async () => {
    expect(codes(await day('2026-02-30', 'off'))).toEqual(['form.date']);
  });

  test('computes again what a crash interrupted', async () => {
    const id = await submitted();
    await world.store.write(async (trx) => {
      await trx
        .insertInto('calendar_day')
        .values({ center_id: world.centerId, date: '2026-03-03', is_working_day: 0, note: '' })
        .execute();
      await markRecomputationDue(trx, world.centerId, world.clock.now());
    });
    expect(await recomputePending(world.house)).toBe(1);
    expect(await recomputePending(world.house)).toBe(0);
    expect(await dueOf(id, 'acceptDays')).toBe('2026-03-05T16:00:00.000Z');
  });

  test('computing again without a change writes nothing', async () => {
    await submitted();
    const asked = { actor: await world.as('director'), requestId: 'test' };
    expect(await recomputeDeadlines(world.house, world.centerId, asked)).toBe(0);
  });
});

describe('a year of the working calendar', () => {
  test('is brought in from pasted rows in place of what was known', async () => {
    const rows = '2028-01-01 休 元旦\n2028/1/3\t休\t元旦\n\n2028年10月8日 班 国庆节调休上班';
    const asked = { ...asking(await world.as('director')), centerId: world.centerId, year: 2028, rows };
    await day('2028-05-01', 'off', '旧的');
    expect(codes(await importCalendarYear(world.house, asked))).toEqual([]);
    expect(await daysOfYear(world.store.read, world.centerId, 2028)).toEqual([
      { date: '2028-01-01', is_working_day: 0, note: '元旦' },
      { date: '2028-01-03', is_working_day: 0, note: '元旦' },
      { date: '2028-10-08', is_working_day: 1, note: '国庆节调休上班' },
    ]);
    expect(await knownYears(world.store.read, world.centerId)).toContain(2028);
  });

  test('with a bad row changes nothing and names the line', async () => {
    const asked = { ...asking(await world.as('director')), centerId: world.centerId, year: 2026 };
    const before = await daysOfYear(world.store.read, world.centerId, 2026);
    const result = await importCalendarYear(world.house, { ...asked, rows: '2026-01-01 休\n2026-13-01 休' });
    expect(result).toMatchObject({
      refusals: [{ code: 'calendar.rowDate', field: 'rows', params: { line: 2 } }],
    });
    expect(await daysOfYear(world.store.read, world.centerId, 2026)).toEqual(before);
  });

  test('that comes with the system is taken, any other is not', async () => {
    const asked = { ...asking(await world.as('director')), centerId: world.centerId };
    const before = await daysOfYear(world.store.read, world.centerId, 2026);
    await day('2026-07-01', 'off', '旧的');
    expect(codes(await takeShippedYear(world.house, { ...asked, year: 2026 }))).toEqual([]);
    expect(await daysOfYear(world.store.read, world.centerId, 2026)).toEqual(before);
    expect(codes(await takeShippedYear(world.house, { ...asked, year: 2099 }))).toEqual([
      'calendar.notShipped',
    ]);
  });

  test.each([
    ['calendar.rowDate', '元旦 休'],
    ['calendar.rowYear', '2027-01-01 休'],
    ['calendar.rowIs', '2026-01-01 不知道'],
    ['calendar.rowTwice', '2026-01-01 休\n2026-1-1 班'],
    ['calendar.noRows', '\n \n'],
  ])('rows are refused: %s', (code, rows) => {
    expect(codes(readCalendarRows(rows, 2026))).toEqual([code]);
  });
});
