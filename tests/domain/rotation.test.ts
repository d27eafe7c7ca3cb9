import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupName, instantOfName, keptBackups, keptOf } from '#app/domain/keeping/rotation.ts';

const hour = 3_600_000;
const begin = Date.parse('2026-01-01T00:30:00.000Z');
const at = (hours: number) => new Date(begin + hours * hour).toISOString();
const instants = fc
  .array(fc.integer({ min: 0, max: 24 * 800 * 60 }), { maxLength: 300 })
  .map((minutes) => minutes.map((m) => new Date(begin + m * 60_000).toISOString()));

describe('the backups that are kept', () => {
  it('are some of those that there are, the newest always among them, and never more than 24, 14 and 12', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const kept = keptBackups(all);
        expect(kept.every((one) => all.includes(one))).toBe(true);
        if (all.length > 0) expect(kept.at(-1)).toBe([...all].sort().at(-1));
        expect(kept.length).toBeLessThanOrEqual(keptOf.hours + keptOf.days + keptOf.months);
      }),
    );
  });

  it('are kept again when asked again, whatever the order', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const kept = keptBackups(all);
        expect(keptBackups(kept)).toEqual(kept);
        expect(keptBackups([...all].reverse())).toEqual(kept);
      }),
    );
  });

  it('let nothing go that an hour, a day or a month still stands on', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const kept = new Set(keptBackups(all));
        const newest = [...new Set(all)].sort().reverse();
        const months = [...new Set(newest.map((one) => localMonth(one)))].slice(0, keptOf.months);
        for (const month of months)
          expect(newest.find((one) => localMonth(one) === month && kept.has(one))).toBeDefined();
      }),
    );
  });

  it('are the same when pruned every hour as when pruned once at the end', () => {
    const all = Array.from({ length: 24 * 100 }, (_, i) => at(i));
    let kept: readonly string[] = [];
    for (const one of all) kept = keptBackups([...kept, one]);
    expect(kept).toEqual(keptBackups(all));
    // 24 hours, 14 days of which two lie within the hours, 4 months of which two lie within the days
    expect(kept.length).toBeGreaterThanOrEqual(24 + 12 + 2);
  });

  it('go by the days of the center: 23:30 and 0:30 in Xiangcheng are two days', () => {
    const late = ['2026-03-01T15:30:00.000Z', '2026-03-01T16:30:00.000Z'];
    const many = Array.from({ length: 24 }, (_, i) =>
      new Date(Date.parse('2026-03-05T00:00:00.000Z') + i * hour).toISOString(),
    );
    expect(keptBackups([...late, ...many])).toEqual(expect.arrayContaining(late));
  });
});

describe('the name of a backup', () => {
  it('says its instant, sorts by it, and is a name that every disk takes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true }), (date) => {
        const name = backupName(date.toISOString());
        expect(name).toMatch(/^[0-9TZ.-]+$/);
        expect(instantOfName(name)).toBe(date.toISOString());
      }),
    );
  });
  it('is no other name', () => {
    for (const name of [
      '',
      'lost+found',
      '2026-11-24',
      '2026-13-24T01-00-00.000Z',
      '../2026-11-24T01-00-00.000Z',
    ])
      expect(instantOfName(name)).toBeNull();
  });
});

const localMonth = (instant: string) => new Date(Date.parse(instant) + 8 * hour).toISOString().slice(0, 7);
