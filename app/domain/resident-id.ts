import { isRealDate } from './calendar.ts';
import { done, type Result, refusal, refused } from './refusal.ts';

/** The resident identity number (公民身份号码, GB 11643): division, birth date, sequence, check character. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** A number that may be kept. All of it is sensitive, the birth date too. */
export interface ResidentId {
  /** 17 digits and a digit or `X`. */
  readonly number: string;
  /** 'YYYY-MM-DD'. */
  readonly birthDate: string;
}

/** Full-width to half-width, no space around, upper case. */
export const normaliseResidentId = (text: string): string => text.normalize('NFKC').trim().toUpperCase();

/** The 18th character that the first 17 digits call for; undefined when they are not digits. */
export function residentIdCheck(number: string): string | undefined {
  if (!/^\d{17}/.test(number)) return undefined;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0);
  return CHECKS.charAt(sum % 11);
}

/**
 * Reads a number. `today` is the date at the center: nobody is born after it. The right check character is
 * not named in the refusal: a form that completes identity numbers would be a tool to make them up.
 */
export function checkResidentId(text: string, today: string): Result<ResidentId> {
  const number = normaliseResidentId(text);
  if (number === '') return refused(refusal('residentId.empty'));
  if (!/^\d{17}[\dX]$/.test(number)) return refused(refusal('residentId.format'));
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDate(birthDate)) return refused(refusal('residentId.birthDate'));
  if (birthDate > today) return refused(refusal('residentId.future'));
  if (residentIdCheck(number) !== number.charAt(17)) return refused(refusal('residentId.check'));
  return done({ number, birthDate });
}

/** Whole years between the birth date and `today`; both 'YYYY-MM-DD'. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
