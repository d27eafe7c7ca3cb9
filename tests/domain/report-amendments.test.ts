import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amendedFields,
  openedFields,
  yearWithSums,
} from '#app/domain/lifecycles/progress-report/amendment.ts';
import { cumulativeAfter, type Figures } from '#app/domain/lifecycles/progress-report/figures.ts';
import { progressReport } from '#app/domain/lifecycles/progress-report/index.ts';
import { type Period, periodOf } from '#app/domain/lifecycles/progress-report/periods.ts';
import {
  earlierReportsOpen,
  type Sibling,
  standingReports,
  standsFor,
  sumOfYear,
  sumsBefore,
  sumsNext,
} from '#app/domain/lifecycles/progress-report/siblings.ts';
import {
  accepting,
  amended,
  amending,
  amendmentAsked,
  editing,
  firstQuarter,
  handingIn,
  on,
  report,
  returning,
  system,
} from './report-story.ts';

const quarter = (n: number): Period => periodOf('quarterly', `2026-${String(n * 3).padStart(2, '0')}-01`);

const accepted = (n: number, draft: Sibling['context']['draft'], of?: number, at = ''): Sibling => ({
  id: of === undefined ? `q${n}` : `q${n}-${at}`,
  state: 'accepted',
  context: {
    period: quarter(n),
    draft,
    waivedFor: null,
    acceptedAt: at,
    ...(of === undefined ? {} : { amendment: { reportId: `q${of}`, reason: '', fields: [], before: {} } }),
  },
});

describe('an amendment', () => {
  it('opens what was asked for, what hangs together with it, and evidence', () => {
    expect(openedFields(['expenses', 'persons'])).toEqual([
      'persons',
      'cumulativePersons',
      'expenses',
      'ledgerExpenses',
      'ledgerExtract',
      'evidence',
    ]);
  });

  it('begins filled in, and changes nothing but what it opens', () => {
    const story = amending().send('edit', editing({ activities: 6, summary: '另写一份' }));
    expect(story.context.draft).toEqual({ ...report(), activities: 6 });
    expect(amendedFields(story.context.amendment?.before ?? {}, story.context.draft)).toEqual(['activities']);
  });

  it('is asked for nothing but what it opens, and commented on nothing else', () => {
    const { events } = progressReport;
    const { context } = amending();
    const names = (event: 'edit' | 'return') =>
      events[event]?.form?.(context, {}, {} as never).map((f) => f.name.replace('comment.', ''));
    expect(names('edit')).toEqual(openedFields(['activities', 'expenses']));
    expect(names('return')).toEqual(names('edit'));
  });

  it('has as long as a returned report; a pause holds that clock', () => {
    const story = amending();
    const due = story.due('resubmitDays');
    on(story, '2026-04-02').send('incubation_paused', { by: system });
    expect(story.context.deadlines.resubmitDays).toBeUndefined();
    on(story, '2026-04-20').send('incubation_resumed', { by: system });
    expect(story.due('resubmitDays')).not.toBe(due);
    expect(story.context.dueOn).toBe('2026-04-10');
  });

  it('that is accepted lets the year follow; a first report does not', () => {
    expect(amended().send('accept', accepting).actions).toContain('amendYear');
    const { cumulative, acceptedAt } = amended().send('accept', accepting).context;
    expect([cumulative?.activities, acceptedAt !== undefined]).toEqual([5, true]);
  });

  it('is a kind of its own in lists, of the same period', () => {
    expect(progressReport.columns(amendmentAsked().context)).toMatchObject({
      kind: 'amendment',
      number: firstQuarter.key,
    });
  });

  it('that is returned is mended and handed in again', () => {
    const story = amended()
      .send('return', { ...returning, input: { 'comment.activities': '请附签到表。' } })
      .send('edit', editing({ activities: 7 }));
    expect(story.missing('resubmit', handingIn)).toEqual(['progress_report.commentsUnanswered']);
  });
});

describe('what counts', () => {
  const first = accepted(1, { activities: 2, expenses: 100, cumulativePersons: 10 });
  const second = accepted(2, { activities: 3, expenses: 50, cumulativePersons: 20 });

  it('is the amendment accepted last, and it stands for no period of its own', () => {
    const once = accepted(1, { activities: 4 }, 1, '2026-08-01');
    const twice = accepted(1, { activities: 7 }, 1, '2026-09-01');
    const all = [first, twice, once, second];
    expect(standingReports(all).map((s) => s.id)).toEqual([twice.id, 'q2']);
    expect(sumsBefore(quarter(3), all)?.activities).toBe(10);
    expect(all.filter(standsFor).map((s) => s.id)).toEqual(['q1', 'q2']);
  });

  it('an amendment under way holds nothing up, and counts for nothing', () => {
    const open: Sibling = { ...accepted(1, { activities: 99 }, 1), state: 'amending' };
    const dropped: Sibling = { ...open, id: 'x', state: 'not_amended' };
    const all = [first, second, open, dropped];
    expect(earlierReportsOpen(quarter(3), all)).toBe(0);
    expect(sumOfYear(periodOf('yearly', '2026-03-02'), all)?.activities).toBe(5);
  });

  it('the next accepted period bounds the heads from above', () => {
    expect(sumsNext(quarter(1), [second])?.persons).toBe(20);
    expect(sumsNext(quarter(2), [first])).toBeNull();
  });

  it('a year takes over the sums, and its ledger what is spent more or less', () => {
    const sums: Figures = { ...cumulativeAfter(null, {}), activities: 9, expenses: 180 };
    const year = yearWithSums({ activities: 5, expenses: 150, ledgerExpenses: 151, summary: '全年' }, sums);
    expect(year).toMatchObject({ activities: 9, expenses: 180, ledgerExpenses: 181, summary: '全年' });
  });

  it('never falls between neighbours, whichever periods are amended', () => {
    const heads = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 });
    const turns = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(120), fc.nat(9)), {
      maxLength: 12,
    });
    let amendedOnce = 0;
    fc.assert(
      fc.property(heads, turns, (steps, amendments) => {
        let persons = 0;
        const all: Sibling[] = steps.map((more, i) => {
          persons += more;
          return accepted(i + 1, {
            activities: 1,
            cumulativePersons: persons,
            persons: 0,
            cumulativeVolunteers: 15,
          });
        });
        for (const [i, [n, cumulativePersons, activities]] of amendments.entries()) {
          const at = `2027-01-${String(i + 1).padStart(2, '0')}`;
          const observed = {
            previous: sumsBefore(quarter(n), all),
            next: sumsNext(quarter(n), all),
            yearSum: null,
            earlierOpen: 0,
            draftHash: at,
          };
          const change = { cumulativePersons, activities, persons: 0, cumulativeVolunteers: 15 };
          const story = amendmentAsked(['activities', 'persons']).send('allow_amendment', accepting);
          story.tries('edit', editing(change));
          const granted =
            story.tries('submit', { ...handingIn, observed }) &&
            story.tries('accept', { ...accepting, observed });
          if (!granted) continue;
          amendedOnce += 1;
          all.push(accepted(n, { ...change }, n, at));
        }
        const sums = standingReports(all).map((s) =>
          sumsBefore({ ...s.context.period, from: `${s.context.period.to}~` }, all),
        );
        for (const [i, sum] of sums.entries())
          for (const name of ['persons', 'activities'] as const)
            expect(sum?.[name] ?? 0).toBeGreaterThanOrEqual(sums[i - 1]?.[name] ?? 0);
      }),
      { numRuns: 100 },
    );
    expect(amendedOnce).toBeGreaterThan(50);
  });
});
