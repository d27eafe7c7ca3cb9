import { describe, expect, it } from 'vitest';
import { isFinal, statesOf, timersNeeded } from '#app/domain/lifecycles/attempt.ts';
import { progressReport } from '#app/domain/lifecycles/progress-report/index.ts';
import {
  dueDateOf,
  kindOfKey,
  periodOf,
  periodsWithin,
  reportKinds,
} from '#app/domain/lifecycles/progress-report/periods.ts';
import { type Sending, transitionsOf } from './machine-driver.ts';
import {
  accepting,
  allowing,
  amended,
  amending,
  amendmentAsked,
  director,
  draft,
  editing,
  firstQuarter,
  handingIn,
  handingInLate,
  inState,
  lead,
  manager,
  on,
  open,
  overdue,
  type ReportStory,
  reason,
  resubmitting,
  returned,
  returning,
  scheduled,
  submitted,
  system,
} from './report-story.ts';

const waiving: Sending = { by: director, input: reason };
const moving: Sending = { by: manager, input: { dueOn: '2026-04-20', ...reason } };
const paused = (story: ReportStory): ReportStory => story.send('incubation_paused', { by: system });

const newPlan: Sending = { by: system, input: { indicators: ['活动场次'] } };

/** `from event to`, how to get there, what is sent. Timers are rows without a sender. */
const rows: readonly (readonly [string, ReportStory, Sending?])[] = [
  ['scheduled periodEnd open', scheduled()],
  ['open edit draft', open(), editing()],
  ['open due overdue', open()],
  ['open remindDayBefore open', open()],
  ['open remindWeekBefore open', open()],
  ['draft remindDayBefore draft', draft()],
  ['draft remindWeekBefore draft', draft()],
  ['draft due overdue', draft()],
  ['draft edit draft', draft(), editing()],
  ['draft submit submitted', draft(), handingIn],
  ['submitted return returned', submitted(), returning],
  ['submitted accept accepted', submitted(), accepting],
  ['submitted reportReadDays submitted', submitted()],
  ['returned edit returned', returned(), editing()],
  ['returned resubmit submitted', returned(), resubmitting],
  ['returned resubmitDays overdue', returned()],
  ['overdue edit overdue', overdue(), editing()],
  ['overdue submit_late submitted', overdue(), handingInLate],
  ['overdue remindDayAfter overdue', overdue()],
  ['overdue remindFifthDay overdue', overdue()],
  ['overdue waive waived', overdue(), waiving],
  ['amendment_asked allow_amendment amending', amendmentAsked(), allowing],
  ['amendment_asked refuse_amendment not_amended', amendmentAsked(), { by: manager, input: reason }],
  ['amendment_asked drop_amendment not_amended', amendmentAsked(), { by: lead, input: reason }],
  ['amendment_asked reportReadDays amendment_asked', amendmentAsked()],
  ['amending edit amending', amending(), editing({ activities: 5 })],
  ['amending submit submitted', amending().send('edit', editing({ activities: 5 })), handingIn],
  ['amending drop_amendment not_amended', amending(), { by: lead, input: reason }],
  ['amending resubmitDays not_amended', amending()],
  ['returned resubmitDays not_amended', amended().send('return', returning)],
  ['submitted accept accepted', amended(), accepting],
  ...['scheduled', 'open', 'draft'].flatMap(
    (state) =>
      [
        [`${state} waive waived`, inState[state]!(), waiving],
        [`${state} move_due_date ${state}`, inState[state]!(), moving],
        [`${state} waive_ended waived`, inState[state]!(), { by: system }],
        [`${state} plan_changed ${state}`, inState[state]!(), newPlan],
      ] as const,
  ),
  [
    'scheduled incubation_resumed waived',
    on(paused(on(scheduled(), '2026-03-02')), '2026-04-12'),
    { by: system },
  ],
];

describe('every row of the table', () => {
  it.each(rows.map(([row, story, sending]) => ({ row, story, sending })))(
    '$row',
    ({ row, story, sending }) => {
      const [from, event, to] = row.split(' ');
      expect(story.state).toBe(from);
      if (sending) story.send(event!, sending);
      else story.fire(event!);
      expect(story.state).toBe(to);
    },
  );

  it('there is no transition without a row', () => {
    expect([...new Set(transitionsOf(progressReport))].sort()).toEqual(
      [...new Set(rows.map(([row]) => row))].sort(),
    );
  });

  it.each(statesOf(progressReport).filter((s) => !isFinal(progressReport, s)))(
    'in %s the director reassigns the manager, and a pause in which it was due ends without moving it',
    (state) => {
      const story = paused(on(inState[state]!(), '2026-04-02')).send('reassign', {
        by: director,
        input: { manager: 'm2' },
      });
      on(story, '2026-04-12').send('incubation_resumed', { by: system });
      expect([story.state, story.context.responsibleId, story.context.pausedOn]).toEqual([state, 'm2', null]);
    },
  );

  it.each(['scheduled', 'open', 'draft'])('in %s a new plan changes what is measured', (state) => {
    expect(inState[state]!().send('plan_changed', newPlan).context.indicators).toEqual(['活动场次']);
  });
});

describe('periods', () => {
  it('end within the term, and the first begins with it', () => {
    expect(periodsWithin('quarterly', '2026-03-02', '2027-03-02').map((p) => [p.key, p.from, p.to])).toEqual([
      ['2026-Q1', '2026-03-02', '2026-03-31'],
      ['2026-Q2', '2026-04-01', '2026-06-30'],
      ['2026-Q3', '2026-07-01', '2026-09-30'],
      ['2026-Q4', '2026-10-01', '2026-12-31'],
    ]);
    expect(periodsWithin('yearly', '2026-03-02', '2027-03-02').map((p) => p.key)).toEqual(['2026']);
    expect(periodsWithin('monthly', '2026-12-01', '2027-01-31').map((p) => p.key)).toEqual([
      '2026-12',
      '2027-01',
    ]);
    expect(periodsWithin('halfyearly', '2026-01-01', '2026-12-30').map((p) => p.key)).toEqual(['2026-H1']);
  });

  it('are reported by the 5th, the 10th, the 20th, 31 January', () => {
    const due = reportKinds.map((kind) => dueDateOf(periodOf(kind, '2026-12-15')));
    expect(due).toEqual(['2027-01-05', '2027-01-10', '2027-01-20', '2027-01-31']);
  });
});

describe('clocks', () => {
  it('opens at the end of the quarter and is due on the 10th', () => {
    const story = scheduled();
    expect([story.due('periodEnd'), story.due('due')]).toEqual(['2026-03-31', '2026-04-10']);
    expect(timersNeeded(progressReport, 'scheduled', story.context).map((t) => t.name)).toEqual([
      'periodEnd',
    ]);
  });

  it('reminds a week and a day before, in the morning, once each', () => {
    const story = open();
    expect(story.context.deadlines.remindWeekBefore?.due).toBe('2026-04-03T01:00:00.000Z');
    expect(story.context.deadlines.remindDayBefore?.due).toBe('2026-04-09T01:00:00.000Z');
    story.fire('remindWeekBefore');
    expect(timersNeeded(progressReport, 'open', story.context).map((t) => t.name)).toEqual([
      'remindDayBefore',
      'due',
    ]);
  });

  it('a monthly report is due before a week has gone: no reminder before it opens', () => {
    const story = open(periodOf('monthly', '2026-03-05'));
    expect(story.due('due')).toBe('2026-04-05');
    expect(story.context.deadlines).not.toHaveProperty('remindWeekBefore');
  });

  it('reminds on the first and the fifth day after, and tells the director at once', () => {
    const story = overdue();
    expect(story.actions).toContain('tellDirectorLate');
    expect(story.context.deadlines.remindDayAfter?.due).toBe('2026-04-11T01:00:00.000Z');
    expect(story.context.deadlines.remindFifthDay?.due).toBe('2026-04-15T01:00:00.000Z');
  });

  it('days late are counted from the last day in time', () => {
    const story = on(overdue(), '2026-04-17').send('submit_late', handingInLate);
    expect([story.context.daysLate, story.context.versions.length]).toEqual([7, 1]);
  });

  it('a returned report has three working days, and days late count from there', () => {
    const story = returned();
    expect(story.due('resubmitDays')).toBe('2026-04-06');
    story.fire('resubmitDays');
    on(story, '2026-04-08').send('submit_late', {
      ...handingInLate,
      input: { ...handingInLate.input, 'answer.persons': '已核对。' },
    });
    expect(story.context.daysLate).toBe(2);
  });

  it('unread for five working days it is late; the director hears of it', () => {
    const story = submitted();
    expect(story.due('reportReadDays')).toBe('2026-04-08');
    story.fire('reportReadDays');
    expect([story.state, story.context.late, story.actions]).toEqual([
      'submitted',
      ['reportReadDays'],
      ['tellDirectorLate'],
    ]);
  });

  it('a new due date moves the reminders with it', () => {
    const story = open().send('move_due_date', moving);
    expect([story.due('due'), story.context.deadlines.remindDayBefore?.due]).toEqual([
      '2026-04-20',
      '2026-04-19T01:00:00.000Z',
    ]);
  });
});

describe('what is kept', () => {
  it('each version that was handed in stays, with its hash', () => {
    const story = returned()
      .send('edit', editing({ persons: 58 }))
      .send('resubmit', { ...resubmitting, observed: { ...resubmitting.observed, draftHash: 'second' } });
    expect(story.context.versions.map((v) => [v.number, v.hash, v.values.persons])).toEqual([
      [1, 'hash', 60],
      [2, 'second', 58],
    ]);
    expect(story.context.comments).toEqual([
      { field: 'persons', text: '请核对服务人数。', answer: '已核对签到表。' },
    ]);
  });

  it('an accepted report knows the sums since the beginning', () => {
    const previous = {
      activities: 3,
      personTimes: 80,
      volunteerHours: 9.55,
      expenses: 100,
      persons: 55,
      volunteers: 9,
    };
    const story = submitted().send('accept', { ...accepting, observed: { ...accepting.observed, previous } });
    expect(story.context.cumulative).toEqual({
      activities: 7,
      personTimes: 200,
      volunteerHours: 100.05,
      expenses: 123_556,
      persons: 60,
      volunteers: 15,
    });
  });

  it('a draft begins with the indicators of the plan, and goes on with what was saved', () => {
    const initial = progressReport.events.edit!.initial!;
    expect(initial(open().context, null)).toEqual({ indicators: [{ indicator: '志愿者人数' }] });
    expect(initial(draft().context, null)).toEqual(draft().context.draft);
  });

  it('lists find it by its period', () => {
    expect(progressReport.columns(scheduled().context)).toEqual({
      number: firstQuarter.key,
      kind: 'quarterly',
      responsibleId: 'manager',
    });
  });

  it('nobody is told of a draft that saves itself', () => {
    expect(progressReport.quiet).toEqual(
      expect.arrayContaining(['edit', 'incubation_paused', 'waive_ended']),
    );
  });
});

it('a period is known by the shape of its key, and nothing else is one', () => {
  const date = '2026-08-15';
  for (const kind of reportKinds) expect(kindOfKey(periodOf(kind, date).key)).toBe(kind);
  for (const other of ['', '2026-', '2026-Q', 'RK-202608-0001', '2026-Q12', '26'])
    expect(kindOfKey(other)).toBeNull();
});
