import { expect, test } from 'vitest';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { graphOf } from '#app/domain/lifecycles/graph.ts';
import { graduationPlay } from './graduation.play.ts';
import { along } from './long-walk.ts';
import { edgeName, walk, walksOf } from './walk.ts';

const play = graduationPlay();
const walks = walksOf(play);

test('the walks cover every transition of a graduation', () => {
  const walked = new Set(walks.map((w) => w.last));
  expect(
    graphOf(lifecycleNamed('graduation'))
      .edges.map(edgeName)
      .filter((e) => !walked.has(e)),
  ).toEqual([]);
  expect(walked.size).toBeGreaterThan(40);
});

test.each(walks.map((w) => [w.last, w] as const))('%s', async (_name, path) => {
  expect(await walk(play, path)).toBe(path.edges.length);
});

const applied = ['candidate --apply--> applied', 'applied --verify--> verifying'];
const approved = [
  ...applied,
  'verifying --pass_verification--> approving',
  'approving --approve--> public_notice',
];
const handedOver = [
  'public_notice --noticeDays--> handover',
  'handover --complete_handover--> handover',
  'handover --complete_handover--> certified',
];
const certified = [...approved, ...handedOver];

const long: readonly (readonly [string, readonly string[]])[] = [
  [
    'returned by the manager, returned by the supervisor, objected to twice, certified and closed',
    [
      'candidate --state_fact--> candidate',
      ...applied,
      'verifying --fail_verification--> verifying',
      'verifying --return_application--> candidate',
      ...applied,
      'verifying --pass_verification--> approving',
      'approving --return_application--> candidate',
      ...approved,
      'public_notice --object--> objection_open',
      'objection_open --object--> objection_open',
      'objection_open --uphold_objection--> objection_open',
      'objection_open --objectionDays--> objection_open',
      'objection_open --dismiss_objection--> objection_open',
      'objection_open --dismiss_objection--> objection_open',
      'objection_open --dismiss_objection--> public_notice',
      'public_notice --object--> objection_open',
      'objection_open --dismiss_objection--> public_notice',
      ...handedOver,
      'certified --close--> closed',
    ],
  ],
  [
    'three visits, one after the other, and the end of the follow-up',
    [
      ...certified,
      'certified --visit3--> certified',
      'certified --record_visit--> certified',
      'certified --reassign--> certified',
      'certified --record_visit--> certified',
      'certified --close--> closed',
    ],
  ],
  [
    'visits that nobody makes until the year is over, and a revocation after all',
    [
      ...certified,
      'certified --visit3--> certified',
      'certified --visit6--> certified',
      'certified --visit12--> certified',
      'certified --record_visit--> certified',
      'certified --revoke--> certified',
      'certified --revoke--> revoked',
    ],
  ],
];

test.each(long)('%s', async (_name, names) => {
  expect(await walk(play, along(play, names))).toBe(names.length);
});

test('an organization that is no more is visited no more, and its follow-up may be closed', async () => {
  const gone = graduationPlay({ dissolved: true });
  const names = [...certified, 'certified --record_visit--> certified', 'certified --close--> closed'];
  expect(await walk(gone, along(gone, names))).toBe(names.length);
});
