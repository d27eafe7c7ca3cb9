import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localDate, workingDaysBetween } from '#app/domain/calendar.ts';
import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { evaluation } from '#app/domain/lifecycles/evaluation/index.ts';
import { graduation } from '#app/domain/rubrics/graduation.ts';
import { itemsOf } from '#app/domain/rubrics.ts';
import {
  announcement,
  assessor,
  director,
  type EvaluationStory,
  lead,
  manager,
  moderating,
  observedFor,
  onNotice,
  scoring,
  selfAssessment,
  supervisor,
  visit,
} from './evaluation-story.ts';
import { calendar, type Sending, sheetInput, someone } from './machine-driver.ts';

const reason = { reason: '情况有变化，予以说明。' };
const observed = observedFor([graduation]);
const who = fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5', 'a6');
const items = itemsOf(graduation).map((i) => i.id);

/** An event as somebody might send it at any time, sensible or not. */
const anyEvent: fc.Arbitrary<readonly [string, Sending]> = fc.oneof(
  fc.constantFrom<readonly [string, Sending]>(
    ['announce', { by: manager, input: announcement(), observed }],
    ['start_self_assessment', { by: lead }],
    ['extend_self_assessment', { by: manager, input: reason }],
    ['submit_self_assessment', { by: lead, input: selfAssessment(graduation) }],
    ['return_material', { by: manager, input: { list: '账目。' } }],
    ['pass_material', { by: manager }],
    ['close_scoring', { by: manager }],
    ['finalise', { by: director, input: { discussion: '已逐项合议。' } }],
    ['reject_appeal', { by: supervisor, input: { finding: '维持。' } }],
    [
      'revise_result',
      { by: supervisor, input: { team: ['a5', 'a6'], score: 81, finding: '复核属实。' }, observed },
    ],
  ),
  fc
    .tuple(who, fc.constantFrom('none', 'none', 'none', 'recuse'))
    .map(
      ([id, declaration]) =>
        ['declare', { by: assessor(id), input: { declaration, confidential: true } }] as const,
    ),
  who.map((id) => ['record_visit', { by: assessor(id), input: visit }] as const),
  fc
    .tuple(who, fc.integer({ min: 40, max: 100 }), fc.boolean())
    .map(
      ([id, points, lock]) =>
        [lock ? 'score' : 'save_sheet', { by: assessor(id), input: sheetInput(graduation, points) }] as const,
    ),
  who.map((id) => ['recuse', { by: assessor(id), input: reason }] as const),
  fc
    .tuple(who, who)
    .map(
      ([member, replacement]) =>
        [
          'replace_assessor',
          { by: manager, input: { member, replacement, readsAccounts: true, ...reason }, observed },
        ] as const,
    ),
  fc.tuple(who, fc.integer({ min: 0, max: 600 })).map(
    ([id, n]) =>
      [
        'adjust',
        {
          by: assessor(id),
          input: { direction: 'up', points: n / 100, agreeing: ['a2', 'a3', 'a4'], ...reason },
        },
      ] as const,
  ),
  fc.constantFrom(...items).map((id) => ['appeal', { by: lead, input: { items: [id], ...reason } }] as const),
);

const walk = fc.array(anyEvent, { minLength: 40, maxLength: 160 });

/** Sends one thing after the other to an evaluation under way; what is refused leaves no trace. */
function wander(
  events: readonly (readonly [string, Sending])[],
  after: (
    story: EvaluationStory,
    before: EvaluationStory['context'],
    event: string,
    sending: Sending,
  ) => void,
): EvaluationStory {
  const story = scoring();
  for (const [event, sending] of events) {
    const before = story.context;
    if (story.tries(event, sending)) after(story, before, event, sending);
  }
  return story;
}

it('a locked sheet never changes and is never lost', () => {
  let kept = 0;
  fc.assert(
    fc.property(walk, (events) => {
      wander(events, (story, before) => {
        for (const [id, sheet] of Object.entries(before.sheets))
          if (sheet.locked) {
            kept += 1;
            expect(story.context.sheets[id]).toEqual(sheet);
          }
      });
    }),
    { numRuns: 60, seed: 20260302 },
  );
  expect(kept).toBeGreaterThan(0);
});

it('nobody who stepped back is heard again', () => {
  let away = 0;
  fc.assert(
    fc.property(walk, (events) => {
      wander(events, (_story, before, event, { by }) => {
        away += before.recused.length;
        expect(before.recused.includes(by.id), `${event} by ${by.id}`).toBe(false);
      });
    }),
    { numRuns: 60, seed: 20260302 },
  );
  expect(away).toBeGreaterThan(0);
});

it('adjustments move a score by five points at most, and add up from before to after', () => {
  const adjusting = fc.array(fc.tuple(fc.constantFrom('up', 'down'), fc.integer({ min: 0, max: 500 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(adjusting, (steps) => {
      const story = moderating();
      for (const [direction, n] of steps)
        story.tries('adjust', {
          by: assessor('a1'),
          input: { direction, points: n / 100, agreeing: ['a2'], ...reason },
        });
      const scores = [
        story.context.panelScore?.hundredths ?? 0,
        ...story.context.adjustments.map((a) => a.after),
      ];
      expect(story.context.adjustments.map((a) => a.before)).toEqual(scores.slice(0, -1));
      for (const score of scores) expect(Math.abs(score - (scores[0] ?? 0))).toBeLessThanOrEqual(500);
    }),
    { numRuns: 60, seed: 20260302 },
  );
});

it('a confirmed result never changes, whatever is sent', () => {
  fc.assert(
    fc.property(walk, (events) => {
      const story = onNotice().fire('resultNoticeDays');
      const confirmed = JSON.stringify(story.context);
      expect(isFinal(evaluation, story.state)).toBe(true);
      for (const [event, sending] of events) expect(story.tries(event, sending), event).toBe(false);
      expect(story.tries('incubation_ended', { by: someone('system', '') })).toBe(false);
      expect(JSON.stringify(story.context)).toBe(confirmed);
    }),
    { numRuns: 20 },
  );
});

it('what graduates has 80 points and every must-have', () => {
  const points = fc.array(fc.integer({ min: 40, max: 100 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(points, fc.boolean(), (given, has) => {
      const story = onNotice({ points: given, sheet: { 'mustHaves.account': has } }).fire('resultNoticeDays');
      const result = story.context.result;
      const reaches = (result?.score ?? 0) >= 8000 && has;
      expect(result?.verdict === 'graduates').toBe(reaches);
      expect(result?.verdict === 'exits').toBe((result?.score ?? 0) < 6000);
    }),
    { numRuns: 40 },
  );
});

it('the notice of a result lasts at least its days, net of appeals', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 400 })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 3, max: 10 }), (appeals, days) => {
      const story = onNotice({ settings: { resultNoticeDays: days } });
      const today = () => localDate(story.at, calendar);
      let from = today();
      let open = 0;
      for (const [i, [before, until]] of appeals.entries()) {
        const at = new Date(Date.parse(story.at) + before * 3_600_000).toISOString();
        if (at >= (story.context.deadlines.resultNoticeDays?.due ?? '')) break;
        story.at = at;
        open += workingDaysBetween(calendar, from, today());
        story.send('appeal', { by: lead, input: { items: [items[i] ?? ''], ...reason } });
        story.at = new Date(Date.parse(story.at) + until * 3_600_000).toISOString();
        story.send('reject_appeal', { by: supervisor, input: { finding: '维持。' } });
        from = today();
      }
      open += workingDaysBetween(calendar, from, story.due('resultNoticeDays') ?? from);
      expect(open).toBeGreaterThanOrEqual(days);
      expect(story.fire('resultNoticeDays').state).toBe('confirmed');
    }),
    { numRuns: 80 },
  );
});
