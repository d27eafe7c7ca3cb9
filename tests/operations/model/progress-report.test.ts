import { expect, test } from 'vitest';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { graphOf } from '#app/domain/lifecycles/graph.ts';
import { oversleep } from './clock-hand.ts';
import { walksOfAmendments, walksOfPeriods } from './every-walk.ts';
import { along } from './long-walk.ts';
import { amendmentPlay, reportPlay } from './progress-report.play.ts';
import { acceptedReport, askedToAmend, incubationOfReport, laidOut } from './progress-report-stage.ts';
import { edgeName, type Play, walk } from './walk.ts';

const play = reportPlay();
const amendment = amendmentPlay();

const ofAmendments = 'returned --resubmitDays--> not_amended';
const walks = walksOfPeriods();
const amendments = walksOfAmendments();

test('the walks cover every transition of a progress report', () => {
  const walked = new Set([...walks, ...amendments].map((w) => w.last));
  expect([...walked]).toContain(ofAmendments);
  expect(
    graphOf(lifecycleNamed('progress_report'))
      .edges.map(edgeName)
      .filter((edge) => !walked.has(edge)),
  ).toEqual([]);
  expect(walked.size).toBeGreaterThan(50);
});

test.each(walks.map((w) => [w.last, w] as const))('%s', async (_name, path) => {
  expect(await walk(play, path)).toBe(path.edges.length);
});

test.each(amendments.map((w) => [w.last, w] as const))('of an amendment: %s', async (_name, path) => {
  expect(await walk(amendment, path)).toBe(path.edges.length);
});

const opened = 'scheduled --periodEnd--> open';
const saved = 'open --edit--> draft';
const submitted = 'draft --submit--> submitted';
const accepted = 'submitted --accept--> accepted';
const handedIn = [opened, saved, submitted] as const;
const mended = ['returned --edit--> returned', 'returned --resubmit--> submitted'] as const;
const back = 'submitted --return--> returned';

const long: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'returned three times, once too long mended, read late and accepted',
    '2026-Q1',
    [
      ...handedIn,
      back,
      ...mended,
      back,
      'returned --resubmitDays--> overdue',
      'overdue --remindDayAfter--> overdue',
      'overdue --edit--> overdue',
      'overdue --submit_late--> submitted',
      'submitted --reportReadDays--> submitted',
      back,
      ...mended,
      'submitted --reassign--> submitted',
      accepted,
    ],
  ],
  [
    'a date moved twice, a pause while it is written, all reminders, overdue and handed in late',
    '2026-Q1',
    [
      'scheduled --move_due_date--> scheduled',
      'scheduled --plan_changed--> scheduled',
      opened,
      saved,
      'draft --incubation_paused--> draft',
      'draft --edit--> draft',
      'draft --incubation_resumed--> draft',
      'draft --move_due_date--> draft',
      'draft --remindWeekBefore--> draft',
      'draft --remindDayBefore--> draft',
      'draft --due--> overdue',
      'overdue --remindDayAfter--> overdue',
      'overdue --remindFifthDay--> overdue',
      'overdue --submit_late--> submitted',
      accepted,
    ],
  ],
  [
    'handed in, returned and mended while the incubation is paused',
    '2026-Q1',
    [
      opened,
      saved,
      'draft --incubation_paused--> draft',
      submitted,
      back,
      'returned --incubation_resumed--> returned',
      ...mended,
      accepted,
    ],
  ],
  [
    'a pause that began before the period was over',
    '2026-Q1',
    [
      'scheduled --incubation_paused--> scheduled',
      'scheduled --reassign--> scheduled',
      'scheduled --move_due_date--> scheduled',
      'scheduled --incubation_resumed--> scheduled',
      opened,
      'open --remindWeekBefore--> open',
      saved,
      submitted,
      accepted,
    ],
  ],
  ['a later quarter', '2026-Q2', [...handedIn, back, ...mended, accepted]],
  ['a later quarter that the pause swallows', '2026-Q2', ['scheduled --incubation_resumed--> waived']],
  [
    'a whole year',
    '2026',
    [...handedIn, back, 'returned --resubmitDays--> overdue', 'overdue --submit_late--> submitted', accepted],
  ],
];

test.each(long)('%s: %s', { timeout: 120_000 }, async (_name, key, names) => {
  const of = reportPlay(key);
  expect(await walk(of, along(of, names))).toBe(names.length);
});

test.each(long)(
  'while the clock is looked at only now and then: %s: %s',
  { timeout: 120_000 },
  async (_name, key, names) => {
    const of = reportPlay(key);
    const asleep: Play = {
      ...of,
      begin: (world) => {
        oversleep(world);
        return of.begin(world);
      },
    };
    expect(await walk(asleep, along(asleep, names))).toBe(names.length);
  },
);

const amendedRoad = [
  'amendment_asked --incubation_paused--> amendment_asked',
  'amendment_asked --allow_amendment--> amending',
  'amending --incubation_resumed--> amending',
  'amending --edit--> amending',
  'amending --submit--> submitted',
  back,
  ...mended,
  'submitted --reassign--> submitted',
  accepted,
  'accepted --mentor_changed--> accepted',
] as const;

test('an amendment asked for before a pause, returned, mended and accepted', {
  timeout: 120_000,
}, async () => {
  expect(await walk(amendment, along(amendment, amendedRoad))).toBe(amendedRoad.length);
});

test('an amended quarter takes the accepted year along, twice', { timeout: 120_000 }, async () => {
  const year = amendmentPlay(async (world) => {
    const first = await laidOut(world, '2026-Q1');
    const incubation = await incubationOfReport(world, first);
    for (const key of ['2026-Q1', '2026-Q2', '2026']) await acceptedReport(world, incubation, key);
    const once = await askedToAmend(world, first);
    for (const event of ['allow_amendment', 'submit', 'accept'])
      await year.deeds[event]?.(world, once, graphOf(lifecycleNamed('progress_report')).edges[0]!, {
        last: event,
        edges: [],
      });
    return askedToAmend(world, first);
  });
  const road = ['amendment_asked --allow_amendment--> amending', 'amending --submit--> submitted', accepted];
  expect(await walk(year, along(year, road))).toBe(road.length);
});
