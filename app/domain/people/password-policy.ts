import { lengthOf } from '../forms/plain-text.ts';
import { type Refusal, refusal } from '../refusal.ts';

/** Length counts, not kinds of signs (OWASP ASVS 5.0, 6.2: twelve characters, no composition rules, a list of common ones). */
export const SHORTEST_PASSWORD = 12;
/** Far above any passphrase; keeps the work of hashing bounded. */
export const LONGEST_PASSWORD = 128;

const FEWEST_DIFFERENT = 5;

/** What people choose when they are asked for twelve characters; in small letters. */
const common = new Set([
  '123456789012',
  '1234567890123',
  '1234567891011',
  '123456789abc',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'abcdefghijkl',
  'abc123456789',
  'a123456789012',
  'administrator',
  'admin1234567',
  'changemeplease',
  'iloveyou1314',
  'iloveyou520520',
  'letmeinletmein',
  'passwordpassword',
  'password1234',
  'password12345',
  'password123456',
  'qazwsxedcrfv',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'qwer12345678',
  'welcome12345',
  'woaini1314520',
  'woaini5201314',
  'zaq12wsxcde3',
]);

/** As a password is compared and hashed: composed (NFC), otherwise exactly as typed. */
export const normalPassword = (typed: string): string => typed.normalize('NFC');

/** Whether hashing it may be worth the work at all: nothing longer was ever accepted. */
export const isPossiblePassword = (typed: string): boolean =>
  typed.length > 0 && typed.length <= LONGEST_PASSWORD * 2;

/**
 * Why a password may not be chosen: `people.password.tooShort`, `.tooLong`, `.common` (on the list, few different
 * signs, one piece repeated, counting up or down) or `.isAccount` (the e-mail address or the name is most of it).
 */
export function passwordRefusal(
  typed: string,
  owner: { readonly email: string; readonly name: string },
): Refusal | undefined {
  const password = normalPassword(typed);
  const length = lengthOf(password);
  if (length < SHORTEST_PASSWORD)
    return refusal('people.password.tooShort', { min: SHORTEST_PASSWORD, length });
  if (length > LONGEST_PASSWORD) return refusal('people.password.tooLong', { max: LONGEST_PASSWORD, length });
  const plain = password.toLowerCase();
  if (isCommon(plain)) return refusal('people.password.common');
  return namesOwner(plain, owner) ? refusal('people.password.isAccount') : undefined;
}

function isCommon(plain: string): boolean {
  return common.has(plain) || new Set(plain).size < FEWEST_DIFFERENT || isRepeated(plain) || isCounted(plain);
}

/** One piece of at most a third of the whole, again and again. */
function isRepeated(plain: string): boolean {
  for (let size = 1; size * 3 <= plain.length; size += 1) {
    const piece = plain.slice(0, size);
    if (piece.repeat(Math.ceil(plain.length / size)).slice(0, plain.length) === plain) return true;
  }
  return false;
}

/** Each sign follows the one before it, upward or downward all the way; figures go on from 9 with 0. */
function isCounted(plain: string): boolean {
  const round = /^\d+$/.test(plain) ? 10 : 0x10000;
  const signs = [...plain].map((sign) => sign.charCodeAt(0));
  const steps = signs.slice(1).map((sign, index) => (sign - (signs[index] ?? 0) + round) % round);
  return new Set(steps).size === 1;
}

function namesOwner(plain: string, owner: { readonly email: string; readonly name: string }): boolean {
  const email = owner.email.toLowerCase();
  const names = [email, email.split('@')[0] ?? '', owner.name.toLowerCase()].filter(
    (name) => name.length >= 3,
  );
  return names.some((name) => plain.includes(name) && plain.length - name.length < FEWEST_DIFFERENT);
}
