import { describe, expect, it } from 'vitest';
import { initialStateOf, isFinal, statesOf } from '#app/domain/lifecycles/attempt.ts';
import { evaluation } from '#app/domain/lifecycles/evaluation/index.ts';
import { graduation } from '#app/domain/rubrics/graduation.ts';
import {
  announced,
  announcement,
  appealed,
  assessor,
  checked,
  declared,
  director,
  type EvaluationStory,
  inState,
  lead,
  manager,
  moderating,
  observedFor,
  onNotice,
  onsite,
  planned,
  scored,
  scoring,
  selfAssessing,
  selfAssessment,
  supervisor,
  visit,
} from './evaluation-story.ts';
import { monday, type Sending, sheetInput, someone, transitionsOf } from './machine-driver.ts';

const reason = { reason: '情况有变化。' };
const declaration = { declaration: 'none', confidential: true };
const replacement = { member: 'a3', replacement: 'a4', readsAccounts: false, ...reason };
const team = { by: manager, input: replacement, observed: observedFor([]) };
const challenge: Sending = { by: lead, input: { member: 'a3', ...reason } };
const revision = { team: ['a5', 'a6'], score: 90, 'mustHave.account': true, finding: '复核属实。' };

const returned = (): EvaluationStory =>
  checked().send('return_material', { by: manager, input: { list: '补充账目。' } });

/** `from event to`, how to get there, what is sent. Timers are rows without a sender. */
const rows: readonly (readonly [string, EvaluationStory, Sending?])[] = [
  [
    'planned announce announced',
    planned(),
    { by: manager, input: announcement(), observed: observedFor([graduation]) },
  ],
  ['planned cancel cancelled', planned(), { by: director, input: reason }],
  ['announced start_self_assessment self_assessing', declared(), { by: lead }],
  ['announced extend_self_assessment announced', declared(), { by: manager, input: reason }],
  ['announced declare announced', announced(), { by: assessor('a1'), input: declaration }],
  ['announced cancel cancelled', declared(), { by: director, input: reason }],
  ['announced selfAssessmentDays non_participation', declared()],
  [
    'self_assessing submit_self_assessment material_check',
    selfAssessing(),
    { by: lead, input: selfAssessment(graduation) },
  ],
  ['self_assessing extend_self_assessment self_assessing', selfAssessing(), { by: manager, input: reason }],
  ['self_assessing selfAssessmentDays non_participation', selfAssessing()],
  ['self_assessing materialDays material_check', returned()],
  [
    'material_check return_material self_assessing',
    checked(),
    { by: manager, input: { list: '补充账目。' } },
  ],
  ['material_check pass_material onsite', checked(), { by: manager }],
  [
    'material_check desk_only scoring',
    checked({ kind: 'midterm', deskOnly: true }),
    { by: manager, input: reason },
  ],
  ['onsite record_visit scoring', onsite(), { by: assessor('a1'), input: visit }],
  ['scoring save_sheet scoring', scoring(), { by: assessor('a1') }],
  ['scoring score scoring', scoring(), { by: assessor('a1'), input: sheetInput(graduation, 80) }],
  ['scoring close_scoring moderating', scored(), { by: manager }],
  [
    'moderating adjust moderating',
    moderating(),
    { by: assessor('a1'), input: { direction: 'up', points: 2, agreeing: ['a2'], ...reason } },
  ],
  ['moderating finalise result_notice', moderating(), { by: director }],
  [
    'result_notice appeal appealed',
    onNotice(),
    { by: lead, input: { items: ['staff'], reason: '专职人员计算有误，请复核。' } },
  ],
  ['result_notice resultNoticeDays confirmed', onNotice()],
  [
    'appealed revise_result result_notice',
    appealed(),
    { by: supervisor, input: revision, observed: observedFor([]) },
  ],
  ['appealed reject_appeal result_notice', appealed(), { by: supervisor, input: { finding: '计算无误。' } }],
  ['appealed appealReviewDays appealed', appealed()],
  ...['announced', 'self_assessing', 'material_check', 'onsite', 'scoring'].flatMap(
    (state) =>
      [
        [`${state} recuse ${state}`, inState[state]!(), { by: assessor('a3'), input: reason }],
        [`${state} request_recusal ${state}`, inState[state]!(), challenge],
        [
          `${state} answer_recusal ${state}`,
          inState[state]!().send('request_recusal', challenge),
          { by: director, input: { member: 'a3', answer: 'grant', ...reason } },
        ],
        [`${state} replace_assessor ${state}`, inState[state]!(), team],
        ...(state === 'announced'
          ? []
          : [
              [
                `${state} declare ${state}`,
                inState[state]!().send('replace_assessor', team),
                { by: assessor('a4'), input: declaration },
              ] as const,
            ]),
      ] as const,
  ),
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
    expect([...transitionsOf(evaluation)].sort()).toEqual([...new Set(rows.map(([row]) => row))].sort());
  });

  it.each(statesOf(evaluation).filter((s) => !isFinal(evaluation, s)))(
    'in %s the director reassigns the manager',
    (state) => {
      const story = inState[state]!().send('reassign', { by: director, input: { manager: 'm2' } });
      expect([story.state, story.context.responsibleId]).toEqual([state, 'm2']);
    },
  );

  it.each(statesOf(evaluation).filter((s) => !isFinal(evaluation, s)))(
    'in %s it is cancelled when the incubation ends, which hears nothing of it',
    (state) => {
      const story = inState[state]!().send('incubation_ended', { by: someone('system', '') });
      expect([story.state, story.actions]).toEqual(['cancelled', ['liftNotice']]);
    },
  );
});

describe('clocks', () => {
  it('the self-assessment has one clock of ten working days from the announcement', () => {
    expect(announced().due('selfAssessmentDays')).toBe('2026-03-16');
    expect(selfAssessing().due('selfAssessmentDays')).toBe('2026-03-16');
  });

  it('is extended by five working days, wherever the self-assessment stands', () => {
    const before = announced().send('extend_self_assessment', { by: manager, input: reason });
    expect(before.due('selfAssessmentDays')).toBe('2026-03-23');
    expect(before.send('start_self_assessment', { by: lead }).due('selfAssessmentDays')).toBe('2026-03-23');
  });

  it('returned material has five working days, or the date that the manager names', () => {
    expect(returned().due('materialDays')).toBe('2026-03-09');
    const named = checked().send('return_material', {
      by: manager,
      input: { list: '账目', dueOn: '2026-03-20' },
    });
    expect(named.due('materialDays')).toBe('2026-03-20');
  });

  it('who returned nothing by the date is judged on what there is, and did take part', () => {
    const story = returned();
    expect(story.context.deadlines).not.toHaveProperty('selfAssessmentDays');
    story.fire('materialDays');
    expect([story.state, story.context.result]).toEqual(['material_check', null]);
    expect(story.context.selfAssessment).not.toBeNull();
  });

  it('the result is on notice for five working days, or calendar days where the program says so', () => {
    expect(onNotice().due('resultNoticeDays')).toBe('2026-03-09');
    expect(onNotice({ settings: { noticeInCalendarDays: true } }).due('resultNoticeDays')).toBe('2026-03-07');
  });

  it('an appeal stops the notice; then it has what was left, two working days at least', () => {
    const early = appealed();
    expect(early.due('resultNoticeDays')).toBeUndefined();
    expect(early.due('appealReviewDays')).toBe('2026-03-16');
    early.at = '2026-03-10T01:00:00.000Z';
    expect(
      early.send('reject_appeal', { by: supervisor, input: { finding: '维持。' } }).due('resultNoticeDays'),
    ).toBe('2026-03-17');
    const late = onNotice();
    late.at = '2026-03-09T07:00:00.000Z';
    late.send('appeal', { by: lead, input: { items: ['staff'], reason: '专职人员计算有误，请复核。' } });
    late.send('reject_appeal', { by: supervisor, input: { finding: '维持。' } });
    expect(late.due('resultNoticeDays')).toBe('2026-03-11');
  });

  it('a review of more than ten working days is late, and moves nothing', () => {
    const story = appealed().fire('appealReviewDays');
    expect([story.state, story.context.late]).toEqual(['appealed', ['appealReviewDays']]);
    expect(story.actions).toContain('tellDirectorLate');
  });
});

it('begins as planned, and waits for the manager', () => {
  expect(initialStateOf(evaluation)).toBe('planned');
  expect(evaluation.waits('planned', planned().context)).toEqual([{ role: 'manager', event: 'announce' }]);
  expect(planned().at).toBe(monday);
});
