import { expect, test } from 'vitest';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { graphOf } from '#app/domain/lifecycles/graph.ts';
import { type EvaluationCast, evaluationPlay } from './evaluation.play.ts';
import { along } from './long-walk.ts';
import { edgeName, type Walk, walk, walksOf } from './walk.ts';

const endsWith = (edge: string) => (path: Walk) => path.last === edge;
const desk = 'material_check --desk_only--> scoring';

const final = evaluationPlay({ kind: 'final' });
const midterm = evaluationPlay({ kind: 'midterm' });
const finalWalks = walksOf(final).filter((w) => !endsWith(desk)(w));
// What a mid-term does that a final does not: the check at the desk, and everything that comes after it.
const midtermWalks = walksOf(midterm).filter((w) => w.edges.some((e) => edgeName(e) === desk));

const upTo = [
  'planned --announce--> announced',
  'announced --start_self_assessment--> self_assessing',
  'self_assessing --submit_self_assessment--> material_check',
];
const toResult = [
  ...upTo,
  'material_check --pass_material--> onsite',
  'onsite --record_visit--> scoring',
  'scoring --close_scoring--> moderating',
  'moderating --finalise--> result_notice',
];
const kept = 'result_notice --resultNoticeDays--> confirmed';

test('the walks cover every transition of an evaluation', () => {
  const walked = new Set([...finalWalks, ...midtermWalks].map((w) => w.last));
  const all = graphOf(lifecycleNamed('evaluation')).edges.map(edgeName);
  expect(all.filter((edge) => !walked.has(edge))).toEqual([]);
  expect(walked.size).toBeGreaterThan(50);
});

test.each(finalWalks.map((w) => [w.last, w] as const))('final: %s', async (_name, path) => {
  expect(await walk(final, path)).toBe(path.edges.length);
});

test.each(midtermWalks.map((w) => [w.last, w] as const))('mid-term, at the desk: %s', async (_name, path) => {
  expect(await walk(midterm, path)).toBe(path.edges.length);
});

const outcomes: readonly (readonly [string, EvaluationCast])[] = [
  ['a final above the mark opens a graduation', { kind: 'final', points: 80, leadsTo: 'graduation_pending' }],
  [
    'a final without a must-have does not',
    { kind: 'final', points: 92, mustHaves: false, leadsTo: 'extension_review' },
  ],
  [
    'a final between the marks leads to an extension',
    { kind: 'final', points: 79, leadsTo: 'extension_review' },
  ],
  ['a final below both marks leads out', { kind: 'final', points: 50, leadsTo: 'exit_notice' }],
  ['a mid-term that passes goes on', { kind: 'midterm', points: 60, leadsTo: 'active' }],
  ['a mid-term that fails is rectified', { kind: 'midterm', points: 50, leadsTo: 'rectifying' }],
  ['a special one moves nothing', { kind: 'special', points: 30, leadsTo: 'active' }],
];

test.each(outcomes)('%s', async (_name, cast) => {
  const play = evaluationPlay(cast);
  expect(await walk(play, along(play, [...toResult, kept]))).toBe(8);
});

const back = 'appealed --reject_appeal--> result_notice';
const revised = 'appealed --revise_result--> result_notice';
const appeal = 'result_notice --appeal--> appealed';

const long: readonly (readonly [string, readonly string[]])[] = [
  [
    'two appeals, one after the other, each about something else',
    [...toResult, appeal, back, appeal, 'appealed --appealReviewDays--> appealed', revised, kept],
  ],
  [
    'the team changes at every turn',
    [
      'planned --reassign--> planned',
      'planned --announce--> announced',
      'announced --declare--> announced',
      'announced --recuse--> announced',
      'announced --extend_self_assessment--> announced',
      'announced --start_self_assessment--> self_assessing',
      'self_assessing --submit_self_assessment--> material_check',
      'material_check --return_material--> self_assessing',
      'self_assessing --replace_assessor--> self_assessing',
      'self_assessing --materialDays--> material_check',
      'material_check --pass_material--> onsite',
      'onsite --declare--> onsite',
      'onsite --replace_assessor--> onsite',
      'onsite --record_visit--> scoring',
      'scoring --score--> scoring',
      'scoring --replace_assessor--> scoring',
      'scoring --close_scoring--> moderating',
      'moderating --adjust--> moderating',
      'moderating --adjust--> moderating',
      'moderating --reassign--> moderating',
      'moderating --finalise--> result_notice',
      appeal,
      back,
      kept,
    ],
  ],
  [
    'material handed in again, the visit, and an incubation that ends under appeal',
    [
      ...upTo,
      'material_check --return_material--> self_assessing',
      'self_assessing --submit_self_assessment--> material_check',
      ...toResult.slice(3),
      appeal,
      'appealed --incubation_ended--> cancelled',
    ],
  ],
];

test.each(long)('%s', async (_name, names) => {
  expect(await walk(final, along(final, names))).toBe(names.length);
});
