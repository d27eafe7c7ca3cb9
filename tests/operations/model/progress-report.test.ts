import { expect, test } from 'vitest';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { graphOf } from '#app/domain/lifecycles/graph.ts';
import { oversleep } from './clock-hand.ts';
import { along } from './long-walk.ts';
import { reportPlay } from './progress-report.play.ts';
import { edgeName, type Play, walk, walksOf } from './walk.ts';

const play = reportPlay();
const walks = walksOf(play);

test('the walks cover every transition of a progress report', () => {
  const walked = new Set(walks.map((w) => w.last));
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
