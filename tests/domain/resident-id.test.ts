import { describe, expect, it } from 'vitest';
import { ageOn, checkResidentId, residentIdCheck } from '#app/domain/resident-id.ts';

const today = '2026-11-24';
const codeOf = (text: string, day = today) => {
  const result = checkResidentId(text, day);
  return result.ok ? result.value.birthDate : result.refusals[0]?.code;
};

describe('the resident identity number', () => {
  it.each([
    ['411025195201010000', '1952-01-01'],
    ['411025196803150005', '1968-03-15'],
    ['411025198512310004', '1985-12-31'],
    ['411025201206010008', '2012-06-01'],
  ])('reads %s with its birth date', (number, birthDate) => {
    expect(checkResidentId(number, today)).toEqual({ ok: true, value: { number, birthDate } });
  });

  it('refuses a day that never was, though the check digit is right', () => {
    expect(residentIdCheck('411025199002290001')).toBe('1');
    expect(codeOf('411025199002290001')).toBe('residentId.birthDate');
  });

  it('refuses a birth in the future, and takes it on the day itself', () => {
    expect(codeOf('411025201206010008', '2012-05-31')).toBe('residentId.future');
    expect(codeOf('411025201206010008', '2012-06-01')).toBe('2012-06-01');
  });

  it('refuses a wrong check character', () => {
    expect(codeOf('411025195201010001')).toBe('residentId.check');
  });

  it('reads full-width digits, spaces around and a small x', () => {
    const body = '41102519520101001';
    const check = residentIdCheck(body) ?? '';
    expect(codeOf(` ４１１０２５${body.slice(6)}${check.toLowerCase()} `)).toBe('1952-01-01');
  });

  it.each(['', '   '])('asks for a number where there is none', (text) => {
    expect(codeOf(text)).toBe('residentId.empty');
  });

  it.each(['41102519520101000', '4110251952010100000', '41102519520101000A', '411025 195201010000'])(
    'refuses the shape of "%s"',
    (text) => {
      expect(codeOf(text)).toBe('residentId.format');
    },
  );

  it('counts whole years, the birthday included', () => {
    expect(ageOn('2012-06-01', '2026-05-31')).toBe(13);
    expect(ageOn('2012-06-01', '2026-06-01')).toBe(14);
  });
});
