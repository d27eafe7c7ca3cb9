import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '#app/domain/calendar.ts';
import type { Figures } from '#app/domain/lifecycles/progress-report/figures.ts';
import { type Period, periodOf, periodsWithin } from '#app/domain/lifecycles/progress-report/periods.ts';
import {
  earlierReportsOpen,
  type Sibling,
  standsFor,
  sumOfYear,
  sumsBefore,
} from '#app/domain/lifecycles/progress-report/siblings.ts';
import { calendar, file } from './machine-driver.ts';
import { director, handingIn, lead, manager, reason, report, scheduled, system } from './report-story.ts';

const sibling = (key: string, state: string, change: Partial<Sibling['context']> = {}): Sibling => ({
  id: key,
  state,
  context: {
    period: quarter(key),
    draft: { activities: 2, expenses: 150 },
    waivedFor: null,
    ...change,
  },
});
const quarter = (key: string): Period =>
  periodOf('quarterly', `2026-${String(Number(key) * 3).padStart(2, '0')}-01`);

describe('the reports beside it', () => {
  const year = periodOf('yearly', '2026-03-02');

  it('sums go on from the accepted one that ended last before', () => {
    const beside = [
      sibling('1', 'accepted', { draft: { activities: 2 } }),
      sibling('2', 'accepted', { draft: { activities: 3 } }),
      sibling('4', 'accepted', { draft: { activities: 99 } }),
    ];
    expect(sumsBefore(quarter('3'), beside)?.activities).toBe(5);
    expect(sumsBefore(quarter('1'), beside)).toBeNull();
  });

  it('earlier ones must be settled first; a year waits for all of its parts', () => {
    const beside = [sibling('1', 'waived'), sibling('2', 'submitted'), sibling('4', 'scheduled')];
    expect(earlierReportsOpen(quarter('3'), beside)).toBe(1);
    expect(earlierReportsOpen(year, beside)).toBe(2);
  });

  it('a year is the sum of its accepted parts, once all are settled', () => {
    const settled = [sibling('1', 'waived'), sibling('2', 'accepted'), sibling('3', 'accepted')];
    expect(sumOfYear(year, settled)).toMatchObject({ activities: 4, expenses: 300 });
    expect(sumOfYear(year, [...settled, sibling('4', 'open')])).toBeNull();
    expect(sumOfYear(quarter('4'), settled)).toBeNull();
  });

  it('one that was waived with the end of the incubation stands for nothing', () => {
    expect(standsFor(sibling('1', 'waived', { waivedFor: 'ended' }))).toBe(false);
    expect(standsFor(sibling('1', 'waived', { waivedFor: 'paused' }))).toBe(true);
  });
});

describe('over any history', () => {
  const quarters = periodsWithin('quarterly', '2026-01-01', '2027-12-31');
  const contents = fc.record({
    activities: fc.nat(5),
    personTimes: fc.nat(50),
    persons: fc.nat(40),
    cumulativePersons: fc.nat(90),
    volunteers: fc.nat(9),
    cumulativeVolunteers: fc.nat(20),
    volunteerHours: fc.nat(500).map((n) => n / 10),
    expenses: fc.nat(10_000),
  });

  it('cumulative figures never fall from one accepted report to the next', () => {
    const turn = fc.tuple(fc.nat(quarters.length - 1), contents, fc.boolean());
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
        const stories = quarters.map((period) => scheduled(period));
        for (const [i, content, accepted] of turns) {
          const story = stories[i]!;
          const beside = stories
            .filter((s) => s !== story)
            .map((s): Sibling => ({ id: s.context.period.key, state: s.state, context: s.context }));
          const observed = {
            previous: sumsBefore(story.context.period, beside),
            earlierOpen: earlierReportsOpen(story.context.period, beside),
            yearSum: null,
            draftHash: 'hash',
          };
          if (story.state === 'scheduled') story.fire('periodEnd');
          const input = report({ ...content, ledgerExpenses: content.expenses, evidence: [file('photo')] });
          story.tries('edit', { by: lead, input });
          story.tries('submit', { ...handingIn, observed });
          if (accepted) story.tries('accept', { by: manager, observed });
          else story.tries('waive', { by: director, input: reason });
        }
        const accepted = stories.flatMap((s) => s.context.cumulative ?? []);
        for (const [n, sums] of accepted.entries())
          for (const name of Object.keys(sums) as (keyof Figures)[])
            if (n > 0) expect(sums[name]).toBeGreaterThanOrEqual(accepted[n - 1]![name]);
      }),
      { numRuns: 150 },
    );
  });

  it('a waived period lies wholly in a pause, or the incubation ended before it was due', () => {
    const days = fc.integer({ min: 0, max: 120 });
    const news = fc.constantFrom('incubation_paused', 'incubation_resumed', 'waive_ended', 'waive', 'edit');
    fc.assert(
      fc.property(fc.array(fc.tuple(news, days), { maxLength: 8 }), (steps) => {
        const story = scheduled(quarters[1]!);
        for (const [event, wait] of steps) {
          if (story.state === 'waived') break;
          story.at = new Date(Date.parse(story.at) + wait * 86_400_000).toISOString();
          const by = event === 'waive' ? manager : event === 'edit' ? lead : system;
          story.tries(event, { by, input: event === 'edit' ? report() : reason });
        }
        if (story.state !== 'waived') return;
        const { waivedFor, pauses, period, dueOn } = story.context;
        if (waivedFor === 'ended') expect(dueOn >= localDate(story.at, calendar)).toBe(true);
        else expect(pauses.some((p) => p.from <= period.from && p.endedOn > period.to)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
