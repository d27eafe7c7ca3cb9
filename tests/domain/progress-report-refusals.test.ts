import { describe, expect, it } from 'vitest';
import type { Values } from '#app/domain/forms/field.ts';
import { strays } from '#app/domain/lifecycles/progress-report/content-requirements.ts';
import { type Figures, noFigures } from '#app/domain/lifecycles/progress-report/figures.ts';
import { periodOf } from '#app/domain/lifecycles/progress-report/periods.ts';
import { reportRequirements } from '#app/domain/lifecycles/progress-report/requirements.ts';
import type { Sending } from './machine-driver.ts';
import {
  accepting,
  amended,
  amending,
  director,
  draft,
  editing,
  handingIn,
  handingInLate,
  lead,
  manager,
  on,
  open,
  overdue,
  type ReportStory,
  reason,
  report,
  resubmitting,
  returned,
  returning,
  submitted,
  system,
} from './report-story.ts';

const without = (name: string): ReportStory => {
  const { [name]: _left, ...rest } = report();
  return open().send('edit', { by: lead, input: rest });
};
const seeing = (sending: Sending, observed: object): Sending => ({
  ...sending,
  observed: { ...sending.observed, ...observed },
});
const figures = (change: Partial<Figures>): Figures => ({ ...noFigures, ...change });
const thrice = (): ReportStory => {
  const story = returned();
  for (const _round of [2, 3]) story.send('resubmit', resubmitting).send('return', returning);
  return story.send('resubmit', resubmitting);
};
const yearly = (change: Values = {}): ReportStory =>
  open({ ...periodOf('yearly', '2026-03-02'), from: '2026-03-02' }).send('edit', editing(change));
const indicator = (plan: number, actual: number) => [{ indicator: '志愿者人数', plan, actual }];

type Row = readonly [
  question: keyof typeof reportRequirements,
  code: string,
  story: ReportStory,
  event: string,
  sending: Sending,
];

/** Each question that a guard asks, with a story in which it finds something missing, and the code it says. */
const refusals: readonly Row[] = [
  ...[
    'summary',
    'activities',
    'personTimes',
    'persons',
    'volunteers',
    'volunteerHours',
    'registered',
    'attended',
    'expenses',
    'ledgerExpenses',
    'ledgerExtract',
    'cumulativePersons',
    'cumulativeVolunteers',
    'nextPlan',
  ].map(
    (name): Row => ['reportComplete', `progress_report.missing.${name}`, without(name), 'submit', handingIn],
  ),
  ['reportComplete', 'progress_report.missing.summary', draft({ summary: '短' }), 'submit', handingIn],
  ...[{ plan: null, actual: null }, { plan: 30 }, { actual: 0 }].map(
    (known): Row => [
      'reportComplete',
      'progress_report.missing.indicators',
      draft({ indicators: [{ indicator: '志愿者人数', plan: null, actual: null, ...known }] }),
      'submit',
      handingIn,
    ],
  ),
  ['totalsNotNegative', 'progress_report.negative', draft({ activities: -1 }), 'submit', handingIn],
  [
    'cumulativeNotFalling',
    'progress_report.cumulativeFalls.persons',
    draft(),
    'submit',
    seeing(handingIn, { previous: figures({ persons: 61 }) }),
  ],
  [
    'cumulativeNotFalling',
    'progress_report.cumulativeFalls.volunteers',
    submitted(),
    'accept',
    seeing(accepting, { previous: figures({ volunteers: 16 }) }),
  ],
  [
    'cumulativeNotFalling',
    'progress_report.cumulativeFalls.persons',
    draft({ cumulativePersons: 59 }),
    'submit',
    handingIn,
  ],
  [
    'attendanceExplained',
    'progress_report.attendanceUnexplained',
    draft({ attended: 51 }),
    'submit',
    handingIn,
  ],
  ['expensesTie', 'progress_report.ledgerDiffers', draft({ expenses: 123_458 }), 'submit', handingIn],
  ['activitiesEvidenced', 'progress_report.evidenceMissing', draft({ evidence: [] }), 'submit', handingIn],
  ...[
    [10, 4],
    [10, 16],
    [0, 1],
  ].map(
    ([plan, actual]): Row => [
      'indicatorsExplained',
      'progress_report.indicatorsUnexplained',
      draft({ indicators: indicator(plan!, actual!) }),
      'submit',
      handingIn,
    ],
  ),
  ...(['activities', 'personTimes', 'volunteerHours', 'expenses'] as const).map(
    (name): Row => [
      'yearTies',
      `progress_report.yearDiffers.${name}`,
      yearly(),
      'submit',
      seeing(handingIn, { yearSum: figures({ [name]: 1 }) }),
    ],
  ),
  [
    'lateReasonGiven',
    'progress_report.lateWithoutReason',
    overdue(),
    'submit_late',
    { ...handingInLate, input: {} },
  ],
  [
    'commentsAnswered',
    'progress_report.commentsUnanswered',
    returned(),
    'resubmit',
    { ...resubmitting, input: {} },
  ],
  [
    'commentsAnswered',
    'progress_report.commentsUnanswered',
    returned().fire('resubmitDays'),
    'submit_late',
    handingInLate,
  ],
  ['somethingCommented', 'progress_report.nothingCommented', submitted(), 'return', { by: manager }],
  ['roundsLeft', 'progress_report.roundsUsed', thrice(), 'return', returning],
  [
    'earlierSettled',
    'progress_report.earlierOpen',
    submitted(),
    'accept',
    seeing(accepting, { earlierOpen: 1 }),
  ],
  ['mayWaive', 'progress_report.periodNotPaused', open(), 'waive', { by: manager, input: reason }],
  ['reasonGiven', 'progress_report.reasonMissing', open(), 'waive', { by: director }],
  ['endedBeforeDue', 'progress_report.dueAlready', on(open(), '2026-04-11'), 'waive_ended', { by: system }],
  ...['2026-03-31', '2026-04-01'].map(
    (dueOn): Row => [
      'newDateFits',
      'progress_report.dateTooEarly',
      on(open(), '2026-04-01'),
      'move_due_date',
      { by: manager, input: { dueOn, ...reason } },
    ],
  ),
];

const amendmentRefusals: readonly Row[] = [
  ['somethingAmended', 'progress_report.nothingAmended', amending(), 'submit', handingIn],
  ...(['persons', 'volunteers'] as const).map(
    (name): Row => [
      'nextStillAbove',
      `progress_report.cumulativeOvertakes.${name}`,
      amended(),
      'accept',
      seeing(accepting, { next: figures({ persons: 70, volunteers: 20, [name]: 3 }) }),
    ],
  ),
];

describe('refusals', () => {
  it.each(
    [...refusals, ...amendmentRefusals].map(([question, code, story, event, sending]) => ({
      question,
      code,
      story,
      event,
      sending,
    })),
  )('$question says $code to $event', ({ code, story, event, sending }) => {
    expect(story.missing(event, sending)).toContain(code);
    expect(story.tries(event, sending)).toBe(false);
  });

  it('every question refuses at least once', () => {
    const never = Object.keys(reportRequirements).filter(
      (name) => ![...refusals, ...amendmentRefusals].some(([question]) => question === name),
    );
    expect(never).toEqual([]);
  });

  it('words or documents open what a figure closed', () => {
    const opened: readonly Values[] = [
      { attended: 51, attendanceExplanation: '现场补登 3 人。' },
      { expenses: 123_457 },
      { activities: 0, evidence: [] },
      { indicators: [{ indicator: '志愿者人数', plan: 10, actual: 4, explanation: '寒假人手不足。' }] },
      { expenses: 0, ledgerExpenses: 0, ledgerExtract: [] },
    ];
    for (const change of opened) expect(draft(change).missing('submit', handingIn)).toEqual([]);
  });

  it('a report that was returned and edited is checked like a new one', () => {
    const story = returned().send('edit', editing({ evidence: [] }));
    expect(story.missing('resubmit', resubmitting)).toEqual(['progress_report.evidenceMissing']);
  });

  it('a report that fits no more since another was accepted goes back however often it went before', () => {
    const overrun = seeing(returning, { previous: figures({ persons: 61 }) });
    expect(thrice().missing('accept', seeing(accepting, overrun.observed ?? {}))).not.toEqual([]);
    expect(thrice().send('return', overrun).state).toBe('returned');
  });

  it('what is missing is told before the form is opened', () => {
    expect(without('summary').missing('submit', { by: lead, preview: true })).toEqual([
      'progress_report.missing.summary',
    ]);
  });

  it('a cumulative figure that is not filled in is not also told that it is too small', () => {
    const before = { previous: figures({ persons: 61 }) };
    expect(without('cumulativePersons').missing('submit', seeing(handingIn, before))).toEqual([
      'progress_report.missing.cumulativePersons',
    ]);
  });

  it('50 % and 150 % of the plan need no words', () => {
    expect([strays(10, 5), strays(10, 15), strays(0, 0), strays(10, 4.9), strays(10, 15.1)]).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});
