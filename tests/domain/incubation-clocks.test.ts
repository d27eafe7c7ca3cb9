import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, dueDate, localDate } from '#app/domain/calendar.ts';
import { timersNeeded } from '#app/domain/lifecycles/attempt.ts';
import { importedIncubation } from '#app/domain/lifecycles/incubation/begin.ts';
import { termClocks } from '#app/domain/lifecycles/incubation/facts.ts';
import { incubation } from '#app/domain/lifecycles/incubation/index.ts';
import { settingsWith } from '#app/domain/settings.ts';
import {
  activating,
  active,
  appealed,
  asking,
  askingPause,
  director,
  evaluating,
  extending,
  extendingAfterFinal,
  failed,
  finding,
  granting,
  type IncubationStory,
  lead,
  leaving,
  manager,
  midtermDue,
  milestone,
  on,
  onboarding,
  ordered,
  outcome,
  paused,
  pausing,
} from './incubation-story.ts';
import { calendar, monday, Story } from './machine-driver.ts';

const reason = { reason: '情况有变化，请予办理。' };
const clocks = (story: IncubationStory) => termClocks.map((name) => story.due(name));

describe('the clocks of a term', () => {
  it('onboarding has thirty days', () => {
    expect(onboarding().due('onboardingDays')).toBe('2026-04-01');
  });

  it('a year from 2 March: half on 31 August, mid-term by itself 15 days later, final 60 days before the end', () => {
    const story = active();
    expect(story.context.term).toEqual({
      startsOn: '2026-03-02',
      endsOn: '2027-03-02',
      halfwayOn: '2026-08-31',
      months: 12,
    });
    expect(clocks(story)).toEqual(['2026-09-15', '2027-01-01', '2027-03-02']);
    expect(timersNeeded(incubation, 'active', story.context).map((t) => t.name)).toEqual([
      'midterm',
      'finalLead',
    ]);
  });

  it('the manager may open the mid-term from 15 days before the half on', () => {
    expect(on(active(), '2026-08-15').missing('start_midterm', evaluating)).toEqual([
      'incubation.midtermTooEarly',
    ]);
    expect(on(active(), '2026-08-16').missing('start_midterm', evaluating)).toEqual([]);
  });

  it('a mid-term that was held has no clock any more; one that was cancelled comes 15 days later', () => {
    expect(midtermDue().send('evaluation_passed', outcome(7000)).due('midterm')).toBeUndefined();
    const story = active().fire('midterm');
    story.send('evaluation_cancelled', outcome(0));
    expect([localDate(story.at, calendar), story.due('midterm')]).toEqual(['2026-09-16', '2026-10-01']);
    expect(on(midtermDue(), '2026-09-01').send('evaluation_cancelled', outcome(0)).due('midterm')).toBe(
      '2026-09-16',
    );
  });

  it('a rectification has thirty days, and no clock when it is over', () => {
    const story = ordered();
    expect(story.due('rectificationDays')).toBe('2026-04-01');
    expect(story.send('request_exit', leaving).due('rectificationDays')).toBeUndefined();
  });

  it('an extension is reviewed within ten working days, else it is late', () => {
    const story = extending();
    expect(story.due('extensionReviewDays')).toBe('2026-03-16');
    story.fire('extensionReviewDays');
    expect([story.context.late, story.actions]).toEqual([['extensionReviewDays'], ['tellDirectorLate']]);
    expect(story.send('deny_extension', { by: director, input: reason }).context.late).toEqual([]);
  });
});

describe('an extension', () => {
  it('counts from the old end, keeps the mid-term and adds to the planned months', () => {
    const story = extending().send('grant_extension', granting());
    expect([story.context.term?.endsOn, story.context.term?.months]).toEqual(['2027-09-02', 18]);
    expect(clocks(story)).toEqual(['2026-09-15', '2027-07-04', '2027-09-02']);
    expect(story.context.plans).toHaveLength(2);
  });

  it('counts from today when the old end is past, and has no mid-term after a final evaluation', () => {
    const story = on(extendingAfterFinal(), '2027-04-01').send('grant_extension', granting());
    expect(story.context.term?.endsOn).toBe('2027-10-01');
    expect(clocks(story)).toEqual([undefined, '2027-08-02', '2027-10-01']);
    expect(story.context.final).toBeNull();
  });

  it('of a month has its final evaluation at the end of the day it is granted on', () => {
    const story = on(extendingAfterFinal(), '2027-04-01').send(
      'grant_extension',
      granting(1, { milestones: [milestone(1)] }),
    );
    expect(story.due('finalLead')).toBe('2027-04-01');
  });
});

describe('a pause', () => {
  it('stops the clocks of the term; they go on with what was left', () => {
    const story = paused();
    expect(clocks(story)).toEqual([undefined, undefined, undefined]);
    expect(timersNeeded(incubation, story.state, story.context).map((t) => t.name)).toEqual(['pauseEnd']);
    on(story, '2026-04-01').send('resume', { by: lead });
    expect(clocks(story)).toEqual(['2026-10-15', '2027-01-31', '2027-04-01']);
    expect(story.context.term).toMatchObject({ endsOn: '2027-04-01', halfwayOn: '2026-09-30', months: 12 });
    expect(story.context.pauses).toEqual([
      { from: '2026-03-02', until: '2026-05-01', endedOn: '2026-04-01' },
    ]);
  });

  it('ends by itself at the end of its last day', () => {
    const story = paused();
    expect(story.due('pauseEnd')).toBe('2026-05-01');
    story.fire('pauseEnd');
    expect([story.state, story.actions]).toEqual(['active', ['resumeReports', 'layOutReports']]);
    expect(story.context.term?.endsOn).toBe('2027-05-02');
  });

  it('ends with an exit too, so that an upheld appeal finds the clocks as they were', () => {
    const story = on(paused(), '2026-04-01').send('request_exit', leaving);
    expect(story.actions).toEqual(['resumeReports', 'cancelOpenMatters']);
    expect(story.due('finalLead')).toBe('2027-01-31');
  });
});

describe('an exit', () => {
  it('has fifteen working days to hand over and five to appeal', () => {
    const story = failed();
    expect([story.due('handoverDays'), story.due('appealDays')]).toEqual(['2026-03-23', '2026-03-09']);
    expect(active().send('request_exit', leaving).due('appealDays')).toBeUndefined();
  });

  it('stands still while an appeal is heard, and goes on with the working days that were left', () => {
    const story = failed();
    on(story, '2026-03-04');
    appealed(story);
    expect([story.due('handoverDays'), story.due('appealReviewDays')]).toEqual([undefined, '2026-03-18']);
    on(story, '2026-04-01').send('dismiss_appeal', finding);
    expect([story.due('handoverDays'), story.due('appealReviewDays')]).toEqual(['2026-04-20', undefined]);
  });
});

describe('an incubation that came in by import', () => {
  const imported = (joinedOn: string, endsOn: string): IncubationStory =>
    new Story(
      incubation,
      importedIncubation({
        calendar,
        at: monday,
        settings: settingsWith(),
        joinedOn,
        endsOn,
        responsibleId: null,
      }),
      'active',
    );

  it('shows what is past as due, and fires none of it', () => {
    const story = imported('2025-01-10', '2026-01-10');
    expect(termClocks.map((n) => story.context.deadlines[n]?.held)).toEqual([true, true, true]);
    expect(timersNeeded(incubation, 'active', story.context)).toEqual([]);
    expect(incubation.waits('active', story.context)).toEqual([
      { role: 'manager', event: 'start_final', deadline: 'finalLead' },
    ]);
    expect(story.send('start_final', evaluating).state).toBe('final_due');
  });

  it('keeps running what is still to come', () => {
    const story = imported('2025-07-01', '2026-07-01');
    expect(timersNeeded(incubation, 'active', story.context).map((t) => t.name)).toEqual(['finalLead']);
    expect(incubation.waits('active', story.context)).toEqual([
      { role: 'manager', event: 'start_midterm', deadline: 'midterm' },
    ]);
    expect(story.context.term?.months).toBe(12);
  });

  it('stays held through a pause', () => {
    const story = imported('2025-07-01', '2026-07-01')
      .send('request_pause', askingPause)
      .send('pause', pausing)
      .send('resume', { by: lead });
    expect(story.context.deadlines.midterm?.held).toBe(true);
  });
});

/** Anything that may happen to an active incubation, tried in any order. */
const deeds = fc.constantFrom<(story: IncubationStory) => boolean>(
  (s) => s.tries('request_pause', { by: lead, input: { until: later(s, 60), ...reason } }),
  (s) => s.tries('pause', { by: director, input: { until: later(s, 50), ...reason } }),
  (s) => s.tries('resume', { by: manager }),
  (s) => s.tries('request_extension', asking),
  (s) => s.tries('grant_extension', granting(3)),
  (s) => s.tries('start_midterm', evaluating),
  (s) => s.tries('evaluation_passed', outcome(7000)),
  (s) => s.tries('evaluation_cancelled', outcome(0)),
  (s) => s.tries('evaluation_conditional', outcome(7000)),
  (s) => s.tries('start_final', evaluating),
);

const later = (story: IncubationStory, days: number): string =>
  localDate(new Date(Date.parse(story.at) + days * 86_400_000).toISOString(), calendar);

/** Days until each clock of the term; of a stopped one, what was left of it. */
const left = (story: IncubationStory) =>
  Object.fromEntries(
    termClocks.flatMap((name) => {
      const stopped = story.context.stopped[name];
      if (stopped) return [[name, stopped.left]];
      const set = story.context.deadlines[name];
      return set ? [[name, daysBetween(localDate(story.at, calendar), dueDate(set.due, calendar))]] : [];
    }),
  );

function wait(story: IncubationStory, days: number): void {
  const until = new Date(Date.parse(story.at) + days * 86_400_000).toISOString();
  for (let round = 0; round < 20; round += 1) {
    const due = timersNeeded(incubation, story.state, story.context)
      .filter((t) => t.due <= until)
      .sort((a, b) => (a.due < b.due ? -1 : 1))[0];
    if (due === undefined) break;
    if (due.due > story.at) story.at = due.due;
    if (!story.tries(due.eventType, { by: { id: '', role: 'clock' }, observed: { openEvaluations: 0 } }))
      break;
  }
  if (until > story.at) story.at = until;
}

describe('over any history', () => {
  it('a paused clock does not advance, and the end moves by exactly what was paused', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(deeds, fc.integer({ min: 0, max: 90 })), { maxLength: 30 }), (steps) => {
        const story = onboarding().send('activate', activating());
        for (const [deed, days] of steps) {
          const before = left(story);
          const wasPaused = story.state === 'paused';
          const resumed = deed(story) && wasPaused;
          if (resumed || (wasPaused && story.state === 'paused')) expect(left(story)).toEqual(before);
          const standing = left(story);
          wait(story, days);
          if (story.state === 'paused') expect(left(story)).toEqual(standing);
          const { term, pauses } = story.context;
          const ended = pauses.filter((p) => p.endedOn !== null);
          const days_ = ended.reduce((sum, p) => sum + daysBetween(p.from, p.endedOn!), 0);
          expect(pauses.length).toBeLessThanOrEqual(1);
          if (story.context.extensions === 0) expect(daysBetween('2027-03-02', term!.endsOn)).toBe(days_);
          expect(term!.months).toBeLessThanOrEqual(story.context.settings.termCap);
        }
      }),
      { numRuns: 200 },
    );
  });
});
