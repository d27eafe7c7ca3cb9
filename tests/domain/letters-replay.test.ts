import { describe, expect, it } from 'vitest';
import type { HistoryLine } from '#app/domain/letters/case.ts';
import { letterId, letterNames, lettersFrom, parseLetterId } from '#app/domain/letters/kinds.ts';
import { momentOf } from '#app/domain/letters/replay.ts';
import { incubation } from '#app/domain/lifecycles/incubation/index.ts';
import { lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { recomputedEvent } from '#app/domain/lifecycles/recompute.ts';
import { roles } from '#app/domain/policy/actor.ts';
import { active, director, onboarding } from './incubation-story.ts';
import { calendar } from './machine-driver.ts';

const line = (number: number, event: string, change: Partial<HistoryLine> = {}): HistoryLine => ({
  number,
  event,
  from: 'active',
  to: 'active',
  at: '2026-03-09T01:00:00.000Z',
  by: { personId: director.id, name: '主任', role: 'director' },
  input: {},
  observed: {},
  ...change,
});

/** A history that begins with an active incubation. */
const begun = (): HistoryLine => line(1, 'begin', { from: null, input: { ...active().context } as never });

const asked = { until: '2026-05-01', reason: '情况有变化，请予办理。' };
const history = [
  begun(),
  line(2, 'request_pause', { by: { personId: 'lead', name: '负责人', role: 'lead' }, input: asked }),
  line(3, 'refuse_pause', { input: { reason: '孵化刚刚开始。' } }),
];

describe('what a letter knows', () => {
  it('is what the record knew around the event, whatever came later', () => {
    const present = onboarding().context;
    const { before, after } = momentOf(incubation, history, 3, calendar, present);
    expect(before).toMatchObject({ pauseAsked: { until: '2026-05-01' } });
    expect(after).toMatchObject({ pauseAsked: null });
  });

  it('follows deadlines that were computed anew', () => {
    const deadlines = { midterm: { due: '2027-01-01T16:00:00.000Z', from: '', length: 1, unit: 'd' } };
    const change = line(4, recomputedEvent, { input: { deadlines, late: [] } as never });
    const { after } = momentOf(incubation, [...history, change], 4, calendar, onboarding().context);
    expect(after.deadlines).toEqual(deadlines);
  });

  it('is what the record knows now, where today’s machine does not take what was granted then', () => {
    const present = active().context;
    const strange = line(4, 'grant_extension', { to: 'paused', input: { months: 99 } });
    expect(momentOf(incubation, [...history, strange], 4, calendar, present).after).toBe(present);
    const later = [...history, strange, line(5, 'refuse_pause')];
    expect(momentOf(incubation, later, 5, calendar, present)).toEqual({ before: present, after: present });
    expect(momentOf(incubation, [], 1, calendar, present).after).toBe(present);
  });
});

describe('the kinds of letters', () => {
  it('are named in addresses by kind and event, and by nothing else', () => {
    for (const name of letterNames) expect(parseLetterId(letterId(name, 12))).toEqual({ name, number: 12 });
    for (const nonsense of [
      '',
      'receipt',
      'receipt-0',
      'receipt-01',
      'receipt--1',
      'toString-1',
      'receipt-1e3',
    ])
      expect(parseLetterId(nonsense), nonsense).toBeUndefined();
  });

  it('follow from no event that nobody declared, and are read by nobody without a role', () => {
    for (const lifecycle of lifecycleNames) {
      expect(lettersFrom(lifecycle, { event: 'edit', from: 'draft', to: 'draft' }, roles)).toEqual([]);
      for (const name of letterNames)
        expect(
          lettersFrom(lifecycle, { event: 'submit', from: 'draft', to: 'submitted' }, ['public']),
        ).not.toContain(name);
    }
  });
});
