import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applicationPlay } from './application.play.ts';
import { evaluationPlay } from './evaluation.play.ts';
import { graduationPlay } from './graduation.play.ts';
import { incubationPlay } from './incubation.play.ts';
import { amendmentPlay, reportPlay } from './progress-report.play.ts';
import { walkAtRandom } from './random-walk.ts';
import type { Play } from './walk.ts';

const walks = 30;
const longest = 12;

/** The plays that take turns, and how many transitions of each machine thirty walks come by at least. */
const plays: readonly (readonly [string, readonly Play[], number])[] = [
  ['an application', [applicationPlay], 35],
  ['an incubation', [incubationPlay], 40],
  ['an evaluation', [evaluationPlay({ kind: 'final' }), evaluationPlay({ kind: 'midterm' })], 40],
  ['a graduation', [graduationPlay()], 30],
  [
    'a progress report',
    [reportPlay('2026-Q1'), amendmentPlay(), reportPlay('2026-Q2'), reportPlay('2026')],
    35,
  ],
];

const choices = fc.sample(fc.array(fc.nat(9999), { minLength: longest, maxLength: longest }), {
  seed: 20_260_302,
  numRuns: walks,
});

test.each(plays)(
  'whatever comes after whatever, %s holds',
  { timeout: 120_000 },
  async (_name, cast, most) => {
    const walked = new Set<string>();
    for (const [i, way] of choices.entries()) {
      const play = cast[i % cast.length];
      if (play === undefined) throw new Error('Somebody must play');
      const { edges, stuck } = await walkAtRandom(play, way, { asleep: i % 5 === 4 });
      expect(stuck, `a way out after ${edges.join('; ')}`).toBe(false);
      for (const edge of edges) walked.add(edge);
    }
    expect(walked.size).toBeGreaterThanOrEqual(most);
  },
);
