import { expect, it } from 'vitest';
import { graduation } from '#app/domain/rubrics/graduation.ts';
import { catalogues } from '#app/i18n/catalogue.ts';
import {
  announced,
  announcement,
  appealed,
  assessor,
  checked,
  declared,
  director,
  type EvaluationStory,
  lead,
  manager,
  moderating,
  observedFor,
  onNotice,
  onsite,
  planned,
  rubricOf,
  scored,
  scoring,
  selfAssessing,
  selfAssessment,
  supervisor,
  visit,
} from './evaluation-story.ts';
import { file, type Sending, sheetInput } from './machine-driver.ts';

const reason = { reason: '情况有变化。' };
const observed = observedFor([graduation]);
const announcing = (change: Parameters<typeof announcement>[0], rubrics = [graduation]): Sending => ({
  by: manager,
  input: announcement(change),
  observed: observedFor(rubrics),
});
const replacing = (change: object): Sending => ({
  by: manager,
  input: { member: 'a3', replacement: 'a4', readsAccounts: false, ...reason, ...change },
  observed,
});
const adjusting = (change: object, by = assessor('a1')): Sending => ({
  by,
  input: { direction: 'up', points: 2, agreeing: ['a2'], ...reason, ...change },
});
const revising = (change: object): Sending => ({
  by: supervisor,
  input: { team: ['a5', 'a6'], score: 90, finding: '复核属实。', ...change },
  observed,
});
const locked = (): EvaluationStory =>
  scoring().send('score', { by: assessor('a3'), input: sheetInput(graduation, 80) });
const shortOfOne = (): EvaluationStory => {
  const story = scoring().send('recuse', { by: assessor('a3'), input: reason });
  for (const id of ['a1', 'a2']) story.send('score', { by: assessor(id), input: sheetInput(graduation, 80) });
  return story;
};
const returned = (): EvaluationStory =>
  checked().send('return_material', { by: manager, input: { list: '账目。' } });
const noEvidence = { ...selfAssessment(graduation), 'evidence.team': [] };
const withoutItem = () => {
  const { 'items.staff.points': _left, ...rest } = selfAssessment(graduation);
  return rest;
};

/** What is refused, why: the code, the story, the event. */
const rows: readonly (readonly [
  code: string,
  story: () => EvaluationStory,
  event: string,
  sending: Sending,
])[] = [
  ['evaluation.noRubric', planned, 'announce', announcing({}, [])],
  ['evaluation.noRubric', () => planned({ kind: 'special' }), 'announce', announcing({ rubric: 'entry' })],
  ['evaluation.rubricScale', planned, 'announce', announcing({}, [{ ...graduation, max: 1000 }])],
  [
    'evaluation.rubricUnsound',
    planned,
    'announce',
    announcing({}, [{ ...graduation, dimensions: graduation.dimensions.slice(1) }]),
  ],
  ['evaluation.tooFewAssessors', planned, 'announce', announcing({ assessors: ['a1', 'a2'] })],
  ['evaluation.notACandidate', planned, 'announce', announcing({ assessors: ['a1', 'a2', 'stranger'] })],
  ['evaluation.assessorInConflict', planned, 'announce', announcing({ assessors: ['a1', 'a2', 'cousin'] })],
  ['evaluation.assessorManages', planned, 'announce', announcing({ assessors: ['a1', 'a2', 'manager'] })],
  ['evaluation.nobodyReadsAccounts', planned, 'announce', announcing({ readsAccounts: ['a6'] })],
  ['evaluation.leadNotOnTeam', planned, 'announce', announcing({ leadAssessor: 'a6' })],
  ['evaluation.visitTooSoon', planned, 'announce', announcing({ visitOn: '2026-03-13' })],
  ['evaluation.alreadyDeclared', declared, 'declare', { by: assessor('a1'), input: { declaration: 'none' } }],
  [
    'evaluation.alreadyDeclared',
    announced,
    'declare',
    { by: assessor('a6'), input: { declaration: 'none' } },
  ],
  ['evaluation.sheetLocked', locked, 'score', { by: assessor('a3'), input: sheetInput(graduation, 90) }],
  ['evaluation.sheetLocked', locked, 'recuse', { by: assessor('a3'), input: reason }],
  ['evaluation.sheetLocked', locked, 'recuse', { by: manager, input: { member: 'a3', ...reason } }],
  ['evaluation.noSeatToFill', locked, 'replace_assessor', replacing({})],
  ['evaluation.notACandidate', declared, 'replace_assessor', replacing({ replacement: 'a2' })],
  ['evaluation.assessorInConflict', declared, 'replace_assessor', replacing({ replacement: 'cousin' })],
  ['evaluation.assessorManages', declared, 'replace_assessor', replacing({ replacement: 'manager' })],
  ['evaluation.nobodyReadsAccounts', declared, 'replace_assessor', replacing({ member: 'a2' })],
  [
    'evaluation.extendedOnce',
    () => declared().send('extend_self_assessment', { by: manager, input: reason }),
    'extend_self_assessment',
    { by: manager, input: reason },
  ],
  ['evaluation.returnedDateStands', returned, 'extend_self_assessment', { by: manager, input: reason }],
  ['evaluation.evidenceMissing', selfAssessing, 'submit_self_assessment', { by: lead, input: noEvidence }],
  ['scoring.missing', selfAssessing, 'submit_self_assessment', { by: lead, input: withoutItem() }],
  [
    'evaluation.returnedOnce',
    () => returned().fire('materialDays'),
    'return_material',
    { by: manager, input: { list: '账目。' } },
  ],
  [
    'evaluation.dateNotAhead',
    checked,
    'return_material',
    { by: manager, input: { list: '账目。', dueOn: '2026-03-02' } },
  ],
  ['evaluation.visitNeeded', () => checked({ deskOnly: true }), 'desk_only', { by: manager, input: reason }],
  ['evaluation.visitNeeded', () => checked({ kind: 'midterm' }), 'desk_only', { by: manager, input: reason }],
  [
    'evaluation.visitAhead',
    onsite,
    'record_visit',
    { by: assessor('a1'), input: { ...visit, on: '2026-03-03' } },
  ],
  ['evaluation.declareFirst', onsite, 'record_visit', { by: assessor('a6'), input: visit }],
  [
    'evaluation.declareFirst',
    () => scoring().send('replace_assessor', replacing({})),
    'score',
    { by: assessor('a4'), input: sheetInput(graduation, 80) },
  ],
  [
    'scoring.comment',
    scoring,
    'score',
    { by: assessor('a1'), input: { ...sheetInput(graduation, 50), 'items.linkage.comment': '' } },
  ],
  ['evaluation.sheetsOpen', scoring, 'close_scoring', { by: manager }],
  ['evaluation.tooFewAssessors', shortOfOne, 'close_scoring', { by: manager }],
  ['evaluation.youAreAnAssessor', scored, 'close_scoring', { by: { id: 'a1', role: 'manager' } }],
  ['evaluation.youAreAnAssessor', moderating, 'finalise', { by: { id: 'a1', role: 'director' } }],
  [
    'evaluation.youAreAnAssessor',
    appealed,
    'reject_appeal',
    { by: { id: 'a1', role: 'supervisor' }, input: { finding: '维持。' } },
  ],
  ['evaluation.leadAssessorOnly', moderating, 'adjust', adjusting({}, assessor('a2'))],
  ['evaluation.adjustedTooFar', moderating, 'adjust', adjusting({ points: 5.01 })],
  [
    'evaluation.adjustedTooFar',
    () => moderating().send('adjust', adjusting({ points: 4 })),
    'adjust',
    adjusting({ points: 2 }),
  ],
  [
    'evaluation.adjustedTooFar',
    () => moderating({ points: [100, 100, 100] }),
    'adjust',
    adjusting({ points: 1 }),
  ],
  ['evaluation.tooFine', moderating, 'adjust', adjusting({ points: 0.005 })],
  ['evaluation.nothingAdjusted', moderating, 'adjust', adjusting({ points: 0 })],
  ['evaluation.noMajority', moderating, 'adjust', adjusting({ agreeing: [] })],
  ['evaluation.spreadNotDiscussed', () => moderating({ points: [60, 80, 85] }), 'finalise', { by: director }],
  ['evaluation.nothingAppealed', onNotice, 'appeal', { by: lead, input: { items: ['nonsense'], ...reason } }],
  [
    'evaluation.appealedOnce',
    () => appealed().send('reject_appeal', { by: supervisor, input: { finding: '维持。' } }),
    'appeal',
    { by: lead, input: { items: ['staff', 'linkage'], ...reason } },
  ],
  ['evaluation.secondTeamTooSmall', appealed, 'revise_result', revising({ team: ['a5'] })],
  ['evaluation.ofTheFirstTeam', appealed, 'revise_result', revising({ team: ['a1', 'a5'] })],
  ['evaluation.assessorInConflict', appealed, 'revise_result', revising({ team: ['cousin', 'a5'] })],
  ['evaluation.assessorManages', appealed, 'revise_result', revising({ team: ['manager', 'a5'] })],
  ['evaluation.notACandidate', appealed, 'revise_result', revising({ team: ['stranger', 'a5'] })],
  ['evaluation.tooFine', appealed, 'revise_result', revising({ score: 101 })],
];

it.each(rows.map(([code, story, event, sending]) => ({ code, story, event, sending })))(
  '$event is refused with $code',
  ({ code, story, event, sending }) => {
    expect(story().missing(event, sending)).toContain(code);
  },
);

/** Codes of recusals that the lead asks for: see their own tests. */
const ofRecusals = ['recusalWindowOver', 'noRecusalAsked', 'recusalUnanswered'].map((c) => `evaluation.${c}`);

/** Codes that no machine gives: the operation that opens a special evaluation does (see its tests). */
const ofTheOperation = ['reasonMissing', 'incubationEnded', 'specialOpen'].map((c) => `evaluation.${c}`);

/** The clock that this guard keeps back is struck already when material is returned; the guard stands behind it. */
const behindTheClock = 'evaluation.materialReturned';

it('every reason that the catalogue can say is given at least once', () => {
  const said = Object.keys(catalogues.en).flatMap(
    (key) => /^refusal\.(evaluation\..+)$/.exec(key)?.[1] ?? [],
  );
  const given = new Set([...rows.map(([code]) => code), ...ofTheOperation, ...ofRecusals, behindTheClock]);
  expect(said.filter((code) => !given.has(code))).toEqual([]);
});

it('does not count a return for material as absence, even if the clock were still there', () => {
  const story = returned();
  const due = { due: story.at, from: story.at, length: 10, unit: 'wd' as const };
  story.context = { ...story.context, deadlines: { ...story.context.deadlines, selfAssessmentDays: due } };
  expect(
    story.missing('xstate.after.selfAssessmentDays.evaluation.self_assessing', {
      by: { id: '', role: 'clock' },
    }),
  ).toEqual([behindTheClock]);
});

it('a page that only looks is told what stands in the way whatever the form says', () => {
  const preview = { by: manager, preview: true } as const;
  expect(planned().missing('announce', { ...preview, observed })).toEqual([]);
  expect(planned().missing('announce', preview)).toEqual(['evaluation.noRubric']);
  expect(scoring().missing('close_scoring', preview)).toEqual(['evaluation.sheetsOpen']);
  expect(locked().missing('recuse', preview)).toEqual([]);
});

it('evidence of an earlier submission counts', () => {
  const story = returned();
  const rubric = rubricOf('final');
  const second = { ...sheetInput(rubric, 95), 'evidence.team': [file('more')] };
  story.send('submit_self_assessment', { by: lead, input: second });
  expect(story.context.evidence.team?.map((f) => f.id)).toEqual(['team', 'more']);
});
