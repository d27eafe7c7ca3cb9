import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  calendarOf,
  daysBetween,
  deadlineAfterDays,
  deadlineAfterMonths,
  deadlineAfterWorkingDays,
  dueDate,
  endOfDay,
  isRealDate,
  isWorkingDay,
  localDate,
  missingYears,
  startOfDay,
  workingDaysBetween,
} from '#app/domain/calendar.ts';
import { shippedCalendarDays, shippedYears } from '#app/domain/chinese-calendar-days.ts';

const calendar = calendarOf(shippedCalendarDays(), shippedYears());
const emptyTable = calendarOf([]);

const dateBetween = (first: string, last: string) =>
  fc.integer({ min: 0, max: daysBetween(first, last) }).map((days) => addDays(first, days));
const anyDate = dateBetween('2024-01-01', '2028-12-31');
const anyInstant = fc
  .date({
    min: new Date('2024-01-01T00:00:00.000Z'),
    max: new Date('2028-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

describe('the shipped holiday table', () => {
  test('holds 2004 to 2026 without a gap and says nothing of other years', () => {
    expect(shippedYears()).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    expect(shippedCalendarDays().every((day) => day.date >= '2004-01-01' && day.date <= '2026-12-31')).toBe(
      true,
    );
  });

  test('works the six make-up weekend days of 2026', () => {
    const worked = shippedCalendarDays().filter((day) => day.date.startsWith('2026') && day.isWorkingDay);
    expect(worked.map((day) => day.date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(worked[1]).toEqual({ date: '2026-02-14', isWorkingDay: true, note: '春节调休上班' });
  });

  test('rests for the nine days of the Spring Festival of 2026', () => {
    const days = Array.from({ length: 11 }, (_, index) => addDays('2026-02-14', index));
    expect(days.map((day) => isWorkingDay(calendar, day))).toEqual([
      true,
      ...Array.from({ length: 9 }, () => false),
      true,
    ]);
  });

  test('only names real weekend days as make-up working days', () => {
    const worked = shippedCalendarDays().filter((day) => day.isWorkingDay);
    expect(worked.length).toBeGreaterThan(100);
    expect(worked.filter((day) => isWorkingDay(emptyTable, day.date))).toEqual([]);
  });
});

describe('working days', () => {
  test('go by the weekday in a year that has no table', () => {
    expect(isWorkingDay(calendar, '2027-10-01')).toBe(true);
    expect(isWorkingDay(calendar, '2027-10-02')).toBe(false);
    expect(isWorkingDay(calendar, '2027-10-03')).toBe(false);
    expect(isWorkingDay(calendar, '2027-10-04')).toBe(true);
  });

  test('go by the weekday before 1970 as well', () => {
    expect(isWorkingDay(calendar, '1969-12-31')).toBe(true);
    expect(isWorkingDay(calendar, '1969-12-28')).toBe(false);
  });

  test('count the make-up Saturday and skip the Spring Festival', () => {
    expect(addWorkingDays(calendar, '2026-02-13', 1)).toBe('2026-02-14');
    expect(addWorkingDays(calendar, '2026-02-13', 2)).toBe('2026-02-24');
    expect(addWorkingDays(calendar, '2026-02-24', -2)).toBe('2026-02-13');
    expect(workingDaysBetween(calendar, '2026-02-13', '2026-02-28')).toBe(6);
  });

  test('do not count day 0, even when it is not a working day', () => {
    expect(addWorkingDays(calendar, '2026-10-03', 0)).toBe('2026-10-03');
    expect(addWorkingDays(calendar, '2026-10-03', 1)).toBe('2026-10-08');
  });

  test('end somewhere even when the table leaves a whole year without one', () => {
    const idle = Array.from({ length: 365 }, (_, index) => ({
      date: addDays('2026-01-01', index),
      isWorkingDay: false,
    }));
    expect(addWorkingDays(calendarOf(idle), '2025-12-31', 1)).toBe('2027-01-01');
  });

  test('counted after adding n of them are n', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, n) => {
        const to = addWorkingDays(calendar, date, n);
        // Going back from a day of rest, that day itself is not among those counted, nor is it worked.
        const startsWorking = isWorkingDay(calendar, date);
        const counted = workingDaysBetween(calendar, date, to);
        expect(counted).toBe(n < 0 && !startsWorking ? n + 1 : n);
        if (n !== 0) expect(isWorkingDay(calendar, to)).toBe(true);
      }),
    );
  });

  test('more of them never end earlier, nor does a later beginning', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(40), fc.nat(40), fc.nat(20), (date, n, more, later) => {
        const end = addWorkingDays(calendar, date, n);
        expect(addWorkingDays(calendar, date, n + more) >= end).toBe(true);
        expect(addWorkingDays(calendar, addDays(date, later), n) >= end).toBe(true);
      }),
    );
  });

  test('between three dates add up, in any order', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        const between = (from: string, to: string) => workingDaysBetween(calendar, from, to);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(Object.is(between(a, a), 0)).toBe(true);
      }),
    );
  });

  test('name the years whose table is missing', () => {
    expect(missingYears(calendar, '2026-12-30', '2028-01-04')).toEqual([2027, 2028]);
    expect(missingYears(calendar, '2028-01-04', '2026-12-30')).toEqual([2027, 2028]);
    expect(missingYears(calendar, '2026-01-01', '2026-12-31')).toEqual([]);
    expect(missingYears(emptyTable, '2026-01-01', '2026-12-31')).toEqual([2026]);
  });

  test('are known for the years that an imported table has rows of', () => {
    const imported = calendarOf([{ date: '2027-02-05', isWorkingDay: false }]);
    expect(missingYears(imported, '2026-06-01', '2028-06-01')).toEqual([2026, 2028]);
    expect(isWorkingDay(imported, '2027-02-05')).toBe(false);
  });
});

describe('dates', () => {
  test('exist or do not', () => {
    for (const date of ['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '1899-12-31']) {
      expect(isRealDate(date), date).toBe(true);
    }
    const unreal = ['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', ''];
    for (const text of [...unreal, '2026-01-01T00:00:00Z', ' 2026-01-01', '0000-01-01', '２０２６-01-01']) {
      expect(isRealDate(text), text).toBe(false);
    }
  });

  test('that do not exist are a mistake of the caller', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
    expect(() => addDays('2023-02-28', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => localDate('yesterday', calendar)).toThrow(RangeError);
  });

  test('stay within the month when months are added', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-08-15', 24)).toBe('2028-08-15');
  });

  test('come back when as many days are taken off as were added', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -2000, max: 2000 }), (date, n) => {
        expect(addDays(addDays(date, n), -n)).toBe(date);
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });

  test('n months on lie in the nth month on', () => {
    const monthNumber = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -36, max: 36 }), (date, n) => {
        expect(monthNumber(addMonths(date, n))).toBe(monthNumber(date) + n);
        expect(addMonths(date, n).slice(8) <= date.slice(8)).toBe(true);
      }),
    );
  });
});

describe('deadlines', () => {
  test('follow the wall clock of the center, not that of the machine', () => {
    expect(localDate('2026-03-01T15:59:59.999Z', calendar)).toBe('2026-03-01');
    expect(localDate('2026-03-01T16:00:00.000Z', calendar)).toBe('2026-03-02');
    expect(startOfDay('2026-03-02', calendar)).toBe('2026-03-01T16:00:00.000Z');
    expect(endOfDay('2026-03-02', calendar)).toBe('2026-03-02T16:00:00.000Z');
  });

  test('know of the summer time that Shanghai once had', () => {
    expect(startOfDay('1988-07-01', calendar)).toBe('1988-06-30T15:00:00.000Z');
    expect(localDate('1988-06-30T15:00:00.000Z', calendar)).toBe('1988-07-01');
  });

  test('are 24:00 of the nth working day', () => {
    // Submitted on the evening before the Spring Festival's make-up Saturday: five working days are 14, 24–27 February.
    const deadline = deadlineAfterWorkingDays(calendar, '2026-02-13T14:30:00.000Z', 5);
    expect(deadline).toBe('2026-02-27T16:00:00.000Z');
    expect(dueDate(deadline, calendar)).toBe('2026-02-27');
  });

  test('count from the day that it is at the center', () => {
    expect(deadlineAfterWorkingDays(calendar, '2026-03-02T15:59:00.000Z', 1)).toBe(
      '2026-03-03T16:00:00.000Z',
    );
    expect(deadlineAfterWorkingDays(calendar, '2026-03-02T16:01:00.000Z', 1)).toBe(
      '2026-03-04T16:00:00.000Z',
    );
  });

  test('in calendar days and months end at 24:00 too', () => {
    expect(deadlineAfterDays(calendar, '2026-12-20T01:00:00.000Z', 7)).toBe('2026-12-27T16:00:00.000Z');
    expect(deadlineAfterMonths(calendar, '2026-08-31T01:00:00.000Z', 6)).toBe('2027-02-28T16:00:00.000Z');
  });

  test('every instant lies within its own local day', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const date = localDate(instant, calendar);
        expect(startOfDay(date, calendar) <= instant && instant < endOfDay(date, calendar)).toBe(true);
        expect(dueDate(endOfDay(date, calendar), calendar)).toBe(date);
      }),
    );
  });
});
