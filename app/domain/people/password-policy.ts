import { lengthOf } from '../forms/plain-text.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { commonPasswords } from './common-passwords.ts';
import type { PasswordPolicy } from './security-settings.ts';

/**
 * `asvs`: length counts, not kinds of signs (OWASP ASVS 5.0, 6.2). `mlps`: shorter ones do, of at least three kinds of
 * signs (usual practice for 等保二级, GB/T 22239-2019, 7.1.4.1 a).
 */
export const shortestPassword: Readonly<Record<PasswordPolicy, number>> = { asvs: 12, mlps: 8 };
const FEWEST_KINDS = 3;
/** Under `mlps`, a password is changed after so many days, and none of the last five is taken again. */
export const MLPS_PASSWORD_DAYS = 90;
export const PASSWORDS_REMEMBERED = 5;
/** Far above any passphrase; keeps the work of hashing bounded. */
export const LONGEST_PASSWORD = 128;

const FEWEST_DIFFERENT = 5;

/** As a password is compared and hashed: composed (NFC), otherwise exactly as typed. */
export const normalPassword = (typed: string): string => typed.normalize('NFC');

/** Whether hashing it may be worth the work at all: nothing longer was ever accepted. */
export const isPossiblePassword = (typed: string): boolean =>
  typed.length > 0 && typed.length <= LONGEST_PASSWORD * 2;

/** Words of this product and its field that are soon guessed here; the names of the centers are added to them. */
export const contextWords: readonly string[] = [
  'hatchery',
  'incubator',
  'incubation',
  'fuhuatai',
  'fuhuaqi',
  'fuhua',
  'shehuizuzhi',
  'shequ',
  'minzheng',
  'director',
  'manager',
  'supervisor',
  'reviewer',
  'auditor',
  'admin',
  '孵化台',
  '孵化中心',
  '孵化',
  '社会组织',
  '民政',
];

export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
  /** Further words that are soon guessed, such as the names of the centers. */
  readonly words?: readonly string[];
}

/**
 * Why a password may not be chosen: `people.password.tooShort`, `.tooLong`, `.kinds` (`mlps` only), `.common` (on the
 * list, few different signs, one piece repeated, counting up or down), `.isAccount` (the e-mail address or the name is
 * most of it) or `.context` (words of this product or center are most of it).
 */
export function passwordRefusal(
  typed: string,
  owner: PasswordOwner,
  policy: PasswordPolicy = 'asvs',
): Refusal | undefined {
  const password = normalPassword(typed);
  const length = lengthOf(password);
  const min = shortestPassword[policy];
  if (length < min) return refusal('people.password.tooShort', { min, length });
  if (length > LONGEST_PASSWORD) return refusal('people.password.tooLong', { max: LONGEST_PASSWORD, length });
  if (policy === 'mlps' && kindsIn(password) < FEWEST_KINDS)
    return refusal('people.password.kinds', { min: FEWEST_KINDS });
  const plain = password.toLowerCase();
  if (isCommon(plain)) return refusal('people.password.common');
  if (namesOwner(plain, owner)) return refusal('people.password.isAccount');
  return isContext(plain, owner.words ?? []) ? refusal('people.password.context') : undefined;
}

/** Whether a password has to be changed before anything else: only under `mlps`. */
export function passwordIsOld(policy: PasswordPolicy, changedAt: string | null, now: string): boolean {
  if (policy !== 'mlps') return false;
  return changedAt === null || Date.parse(now) - Date.parse(changedAt) >= MLPS_PASSWORD_DAYS * 24 * 3_600_000;
}

/** Of how many kinds its signs are: small letters, capitals, figures, everything else. */
const kindsIn = (password: string): number =>
  [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(password)).length;

/** Without the figures and signs that are put before and after a word to make it longer. */
const bare = (plain: string): string => plain.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** With the usual substitutes turned back: `p@ssw0rd` is a word. */
const asWord = (plain: string): string =>
  plain
    .replaceAll('@', 'a')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('3', 'e')
    .replaceAll('$', 's')
    .replaceAll('5', 's');

const isCommon = (plain: string): boolean =>
  [plain, asWord(plain), bare(plain), bare(asWord(plain)), asWord(bare(plain))].some((form) =>
    commonPasswords.has(form),
  ) ||
  new Set(plain).size < FEWEST_DIFFERENT ||
  isRepeated(plain) ||
  isCounted(plain);

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

function namesOwner(plain: string, owner: PasswordOwner): boolean {
  const email = owner.email.toLowerCase();
  const names = [email, email.split('@')[0] ?? '', owner.name.toLowerCase()].filter(
    (name) => name.length >= 3,
  );
  return names.some((name) => plain.includes(name) && plain.length - name.length < FEWEST_DIFFERENT);
}

/** Whether fewer than five letters and figures are left when the words of the place are taken out. */
function isContext(plain: string, words: readonly string[]): boolean {
  const known = [...contextWords, ...words.map((word) => word.toLowerCase())]
    .filter((word) => word.length >= 2)
    .sort((one, other) => other.length - one.length);
  const left = known.reduce((rest, word) => rest.replaceAll(word, ''), plain);
  return left !== plain && lengthOf(left.replaceAll(/[^\p{L}\p{N}]/gu, '')) < FEWEST_DIFFERENT;
}
