import { afterEach, beforeEach, expect, test } from 'vitest';
import { endOfDay } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { beginIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { openDesk } from '#app/operations/view/desk-view.server.ts';
import { up as sinceWhenOverdue } from '#db/migrations/0019-overdue-since.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { activation } from '../domain/incubation-story.ts';
import { report } from '../domain/report-story.ts';
import { checkRecord } from './model/invariants.ts';

let world: World;
let lead: string;
let incubationId: string;
beforeEach(async () => {
  world = await openWorld();
  const made = await world.organization();
  lead = made.lead;
  await world.person('helper', 'staff', 'organization', made.id);
  const context = beginIncubation({
    calendar: await calendarOfCenter(world.store.read, world.centerId),
    at: world.clock.now(),
    settings: settingsWith(),
    residency: 'virtual',
    responsibleId: world.idOf('manager'),
  });
  incubationId = await world.recordIn('incubation', 'onboarding', context, made.id);
  await world.must(
    'manager',
    'incubation',
    incubationId,
    'activate',
    activation({ mentor: world.idOf('mentor') }),
  );
});
afterEach(() => world.close());

const reason = { reason: '情况有变化，请予办理。' };

async function reportOf(key: string): Promise<string> {
  const found = (await reportsOfIncubation(world.store.read, incubationId)).find(
    (r) => r.context.period.key === key,
  );
  return found!.id;
}
const contextOf = async (id: string) =>
  (await world.record('progress_report', id)).context as ProgressReportContext;

async function handIn(key: string, change: Values = {}): Promise<string> {
  const id = await reportOf(key);
  await world.must('helper', 'progress_report', id, 'edit', report(change));
  await world.must(lead, 'progress_report', id, 'submit', { truth: true });
  return id;
}

const codes = async (who: string, id: string, event: string, input: Values = {}) => {
  const result = await world.send(who, 'progress_report', id, event, input);
  return result.ok ? [] : result.refusals.map((r) => r.code);
};

test('a report opens with its period’s end, is saved, handed in, returned, mended and accepted', async () => {
  await world.pass({ days: 30 });
  const id = await handIn('2026-Q1');
  await world.must('manager', 'progress_report', id, 'return', { 'comment.persons': '请核对。' });
  await world.must(lead, 'progress_report', id, 'edit', report({ persons: 58 }));
  await world.must(lead, 'progress_report', id, 'resubmit', { 'answer.persons': '已核对。', truth: true });
  await world.must('manager', 'progress_report', id, 'accept');
  const { versions, cumulative } = await contextOf(id);
  expect(versions.map((v) => v.hash)).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
  expect(versions[0]!.hash).not.toBe(versions[1]!.hash);
  expect(cumulative?.personTimes).toBe(120);
  await checkRecord(world, 'progress_report', id);
});

test('staff may hand in only when the lead allowed them to', async () => {
  await world.pass({ days: 30 });
  const id = await reportOf('2026-Q1');
  await world.must('helper', 'progress_report', id, 'edit', report());
  expect(await codes('helper', id, 'submit', { truth: true })).toEqual(['notYours']);
  await world.store.write((trx) =>
    trx.updateTable('membership').set({ delegate: 1 }).where('role', '=', 'staff').execute(),
  );
  expect(await codes('helper', id, 'submit', { truth: true })).toEqual([]);
});

test('a draft that saves itself tells nobody; what is overdue is told to the director', async () => {
  await world.pass({ days: 30 });
  const id = await reportOf('2026-Q1');
  const told = async () =>
    (await world.store.read.selectFrom('notification').select('id').where('record_id', '=', id).execute())
      .length;
  const before = await told();
  await world.must('helper', 'progress_report', id, 'edit', report());
  expect(await told()).toBe(before);
  await world.pass({ days: 11 });
  expect(await world.stateOf('progress_report', id)).toBe('overdue');
  const director = await world.store.read
    .selectFrom('notification')
    .select('event')
    .where('record_id', '=', id)
    .where('person_id', '=', world.idOf('director'))
    .execute();
  expect(director.map((n) => n.event)).toEqual(['xstate.after.due.progress_report.draft']);
});

test('what is overdue stands on the desk with the day that passed, before what is still to come', async () => {
  await world.pass({ days: 30 });
  const id = await reportOf('2026-Q1');
  await world.pass({ days: 20 });
  expect(await world.stateOf('progress_report', id)).toBe('overdue');
  const { dueOn } = await contextOf(id);
  const passed = endOfDay(dueOn, await calendarOfCenter(world.store.read, world.centerId));

  const seen = async () => {
    const desk = await openDesk(world.house, await world.as(lead));
    const { row } = await world.record('progress_report', id);
    return { first: desk.rows[0], overdue: desk.overdue, listed: row.due_at };
  };
  const asItIs = await seen();
  expect(asItIs).toMatchObject({
    first: { recordId: id, event: 'submit_late', due: passed, overdue: true },
    overdue: 1,
    listed: passed,
  });

  // What stood there before without its day gets it.
  await world.store.write(async (trx) => {
    await trx.updateTable('wait').set({ due_at: null }).where('record_id', '=', id).execute();
    await trx.updateTable('progress_report').set({ due_at: null }).where('id', '=', id).execute();
    await sinceWhenOverdue(trx as never);
  });
  expect(await seen()).toEqual(asItIs);
});

test('reminders come before and after the due date, and each only once', async () => {
  await world.pass({ days: 60 });
  const id = await reportOf('2026-Q1');
  const timers = await world.store.read
    .selectFrom('timer')
    .select('name')
    .where('record_id', '=', id)
    .execute();
  expect(timers).toEqual([]);
  const reminded = await world.store.read
    .selectFrom('history')
    .select('event')
    .where('record_id', '=', id)
    .orderBy('number')
    .execute();
  expect(reminded.map((h) => h.event.split('.')[2] ?? h.event)).toEqual([
    'begin',
    'periodEnd',
    'remindWeekBefore',
    'remindDayBefore',
    'due',
    'remindDayAfter',
    'remindFifthDay',
  ]);
  await checkRecord(world, 'progress_report', id);
});

test('reports are accepted in their order, and the sums go on', async () => {
  await world.pass({ days: 30 });
  const first = await handIn('2026-Q1');
  await world.pass({ days: 91 });
  const second = await handIn('2026-Q2', { persons: 30, cumulativePersons: 75, cumulativeVolunteers: 20 });
  expect(await codes('manager', second, 'accept')).toEqual(['progress_report.earlierOpen']);
  await world.must('manager', 'progress_report', first, 'accept');
  await world.must('manager', 'progress_report', second, 'accept');
  expect((await contextOf(second)).cumulative).toMatchObject({
    activities: 8,
    expenses: 246_912,
    persons: 75,
  });
  await checkRecord(world, 'progress_report', second);
});

test('a cumulative figure below the last accepted report is refused', async () => {
  await world.pass({ days: 30 });
  await world.must('manager', 'progress_report', await handIn('2026-Q1'), 'accept');
  await world.pass({ days: 91 });
  const id = await reportOf('2026-Q2');
  await world.must(lead, 'progress_report', id, 'edit', report({ persons: 5, cumulativePersons: 59 }));
  expect(await codes(lead, id, 'submit', { truth: true })).toEqual([
    'progress_report.cumulativeFalls.persons',
  ]);
});

test('the year is the sum of its quarters', async () => {
  await world.pass({ days: 30 });
  await world.must('manager', 'progress_report', await handIn('2026-Q1'), 'accept');
  for (const key of ['2026-Q2', '2026-Q3', '2026-Q4']) {
    await world.must('director', 'progress_report', await reportOf(key), 'waive', reason);
  }
  await world.pass({ days: 275 });
  const id = await reportOf('2026');
  await world.must(lead, 'progress_report', id, 'edit', report({ activities: 5 }));
  expect(await codes(lead, id, 'submit', { truth: true })).toEqual([
    'progress_report.yearDiffers.activities',
  ]);
  await world.must(lead, 'progress_report', id, 'edit', report());
  await world.must(lead, 'progress_report', id, 'submit', { truth: true });
  await world.must('manager', 'progress_report', id, 'accept');
  await checkRecord(world, 'progress_report', id);
});

test('the manager waives only what was paused; the director with a reason', async () => {
  await world.pass({ days: 30 });
  const id = await reportOf('2026-Q1');
  expect(await codes('manager', id, 'waive', reason)).toEqual(['progress_report.periodNotPaused']);
  await world.must('manager', 'progress_report', id, 'move_due_date', { dueOn: '2026-04-20', ...reason });
  await world.must('director', 'progress_report', id, 'waive', reason);
  expect(await world.stateOf('progress_report', id)).toBe('waived');
});
