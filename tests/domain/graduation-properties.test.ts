import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysBetween, localDate, workingDaysBetween } from '#app/domain/calendar.ts';
import {
  allIsWell,
  approving,
  candidate,
  director,
  facts,
  handedOver,
  lead,
  manager,
  objection,
  onNotice,
  request,
  supervisor,
} from './graduation-story.ts';
import { calendar, type Sending } from './machine-driver.ts';

const hour = 3_600_000;
const reason = { lines: ['staff'], reason: '情况有变化，予以说明。' };

it.each([false, true])(
  'a notice lasts at least its days, net of objections (calendar days: %s)',
  (noticeInCalendarDays) => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 400 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 3, max: 10 }), (objections, noticeDays) => {
        const story = onNotice({ noticeDays, noticeInCalendarDays });
        const today = () => localDate(story.at, calendar);
        const count = (a: string, b: string) =>
          noticeInCalendarDays ? daysBetween(a, b) : workingDaysBetween(calendar, a, b);
        let from = today();
        let open = 0;
        for (const [i, [before, until]] of objections.entries()) {
          const at = new Date(Date.parse(story.at) + before * hour).toISOString();
          if (at >= (story.context.deadlines.noticeDays?.due ?? '')) break;
          story.at = at;
          open += count(from, today());
          story.send('object', objection(`YY-${i}`));
          story.at = new Date(Date.parse(story.at) + until * hour).toISOString();
          story.send('dismiss_objection', {
            by: director,
            input: { objection: `YY-${i}`, finding: '不成立。' },
          });
          from = today();
        }
        open += count(from, story.due('noticeDays') ?? from);
        expect(open).toBeGreaterThanOrEqual(noticeDays);
        expect(story.fire('noticeDays').state).toBe('handover');
      }),
      { numRuns: 80 },
    );
  },
);

const seen = fc
  .record({
    confirmed: fc.boolean(),
    score: fc.constantFrom(5999, 7999, 8000, 9500),
    mustHavesMet: fc.boolean(),
  })
  .map((evaluation) => ({ ...allIsWell, evaluation: { ...evaluation, assessors: [] } }));

const anyEvent: fc.Arbitrary<readonly [string, Sending]> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<readonly [string, Sending]>(
      ['apply', { by: lead, input: request, observed: allIsWell }],
      ['state_fact', { by: lead, input: facts }],
      ['verify', { by: manager }],
      ['complete_handover', { by: lead, input: handedOver, observed: allIsWell }],
      ['complete_handover', { by: manager, input: handedOver, observed: allIsWell }],
      ['return_application', { by: manager, input: reason }],
      ['return_application', { by: supervisor, input: reason }],
    ),
  },
  {
    weight: 2,
    arbitrary: seen.map(
      (observed) => ['pass_verification', { by: manager, input: { inspected: true }, observed }] as const,
    ),
  },
  { weight: 2, arbitrary: seen.map((observed) => ['approve', { by: supervisor, observed }] as const) },
  { weight: 1, arbitrary: fc.constant(['noticeDays', { by: { id: '', role: 'clock' } }] as const) },
);

it('who is certified rests on a confirmed final evaluation of 80 points with every must-have', () => {
  let certified = 0;
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 40, maxLength: 120 }), (events) => {
      const story = candidate();
      let approvedOn: (typeof allIsWell)['evaluation'] | undefined;
      for (const [event, sending] of events) {
        if (event === 'noticeDays') {
          if (story.state === 'public_notice') story.fire(event);
          continue;
        }
        if (story.tries(event, sending) && event === 'approve')
          approvedOn = sending.observed?.evaluation as (typeof allIsWell)['evaluation'];
      }
      if (story.state !== 'certified') return;
      certified += 1;
      expect(story.context.certificate).toBe('CK-2026-001');
      expect(approvedOn?.confirmed && approvedOn.mustHavesMet && approvedOn.score >= 8000).toBe(true);
    }),
    { numRuns: 300, seed: 20260302 },
  );
  expect(certified).toBeGreaterThan(0);
});

it('each side returns a request once at most', () => {
  const tries = fc.array(fc.constantFrom(manager, supervisor), { maxLength: 12 });
  fc.assert(
    fc.property(tries, (signers) => {
      const story = approving();
      for (const by of signers) {
        story.tries('return_application', { by, input: reason });
        story.tries('apply', { by: lead, input: request, observed: allIsWell });
        story.tries('verify', { by: manager });
        if (by === supervisor) story.tries('pass_verification', { by: manager, observed: allIsWell });
      }
      const sides = story.context.returns.map((r) => r.by);
      expect(new Set(sides).size).toBe(sides.length);
    }),
    { numRuns: 60 },
  );
});
