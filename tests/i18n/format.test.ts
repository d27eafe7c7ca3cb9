import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOfFen, dayOf, daysBetween } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/translate.ts';

const zh = translator('zh-CN').format;
const en = translator('en').format;
/** 24 November 2026, 09:00 in the center. */
const now = '2026-11-24T01:00:00.000Z';

describe('dates', () => {
  it('carry the weekday, and the year only when it is another', () => {
    expect(zh.weekday('2026-11-28', now)).toBe('11月28日 周六');
    expect(zh.weekday('2027-01-04', now)).toBe('2027年1月4日 周一');
    expect(en.weekday('2026-11-28', now)).toBe('Sat 28 Nov');
  });

  it('say how far away a deadline is', () => {
    expect(zh.dueText('2026-11-28', now)).toBe('11月28日 周六，还有 4 天');
    expect(zh.due('2026-11-24', now).away).toBe('今天');
    expect(zh.due('2026-11-25', now).away).toBe('明天');
    expect(zh.due('2026-11-22', now).away).toBe('逾期 2 天');
    expect(en.due('2026-11-23', now).away).toBe('1 day overdue');
  });

  it('give a deadline at midnight to the day that ends then', () => {
    const endOfToday = '2026-11-24T16:00:00.000Z';
    expect(zh.due(endOfToday, now)).toMatchObject({ day: '2026-11-24', days: 0, late: false });
    expect(zh.due(endOfToday, endOfToday)).toMatchObject({ late: true, away: '逾期 1 天' });
  });

  it('call a deadline of this morning passed', () => {
    expect(zh.due('2026-11-24T00:30:00.000Z', now)).toMatchObject({ late: true, away: '今天已到期' });
  });

  it('show instants in the time zone of the center', () => {
    expect(zh.instant('2026-11-19T16:40:00.000Z', now)).toBe('11月20日 00:40');
    expect(zh.instant('2025-11-20T08:40:00.000Z', now)).toBe('2025年11月20日 16:40');
    expect(dayOf('2026-12-31T16:00:00.000Z')).toBe('2027-01-01');
  });

  it('write ranges without repeating themselves', () => {
    expect(zh.range('2026-12-04', '2026-12-10', now)).toBe('12月4日–10日');
    expect(zh.range('2026-12-28', '2027-01-04', now)).toBe('12月28日–2027年1月4日');
    expect(zh.range('2026-12-04', '2026-12-04', now)).toBe('12月4日');
    expect(en.range('2026-12-04', '2026-12-10', now)).toBe('4–10 Dec');
  });

  it('count days the same way back and forth', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [a.toISOString().slice(0, 10), b.toISOString().slice(0, 10)];
        return daysBetween(from, to) === -daysBetween(to, from);
      }),
    );
  });
});

describe('figures', () => {
  it('write money in yuan with two decimals, grouped', () => {
    expect(zh.money(123450)).toBe('1,234.50 元');
    expect(en.money(5)).toBe('0.05 yuan');
    expect(zh.amount(-100000000)).toBe('-1,000,000.00');
  });

  it('lose no fen', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        (fen) => BigInt(amountOfFen(fen).replace(/[,.]/g, '')) === BigInt(fen),
      ),
    );
  });

  it('write sizes, shares and lists', () => {
    expect(zh.fileSize(96)).toBe('96 B');
    expect(zh.fileSize(880_000)).toBe('859 KB');
    expect(zh.fileSize(1_258_291)).toBe('1.2 MB');
    expect([77.3, 73.1, 12, 0].map(zh.score)).toEqual(['77.30', '73.10', '12.00', '0.00']);
    expect(zh.percent(0.625)).toBe('62.5%');
    expect(zh.list(['章程', '报表', '名册'])).toBe('章程、报表和名册');
    expect(en.list(['charter', 'accounts'])).toBe('charter and accounts');
  });
});
