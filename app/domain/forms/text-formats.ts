import { done, type Refusal, type Result, refusal, refused } from '../refusal.ts';
import { checkUscc } from '../uscc.ts';
import type { TextFormat } from './field.ts';
import { plainFigures } from './plain-text.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/;
const EMAIL =
  /^[^\s@<>()[\]",;:\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;
const LONGEST_EMAIL = 254;
/** Names of organizations: Chinese characters, letters of minority scripts and Latin, figures, `·`, brackets (data dictionary). */
const ORGANIZATION_NAME = /^[\p{L}\p{M}\p{N}·・（）()\-—“”《》、&. ]+$/u;
/** Names of people, those with a middle dot and with spaces too; no figures. */
const PERSON_NAME = /^[\p{L}\p{M}·・•.' ’-]+$/u;

/** Checks a cleaned text against a format and answers it in its normal form. Refusals: `form.<format>`, `uscc.*`. */
export function readFormat(format: TextFormat, text: string): Result<string> {
  switch (format) {
    case 'phone':
      return readPhone(text);
    case 'email':
      return readEmail(text);
    case 'uscc': {
      const checked = checkUscc(text);
      return checked.ok ? done(checked.value.code) : checked;
    }
    case 'organizationName':
      return matching(text, ORGANIZATION_NAME, refusal('form.organizationName'));
    case 'personName':
      return matching(text, PERSON_NAME, refusal('form.personName'));
  }
}

/** A mobile or landline number of the mainland, without spaces and country code. */
export function readPhone(text: string): Result<string> {
  const plain = plainFigures(text)
    .replace(/[\s()]/g, '')
    .replace(/^(\+|00)86-?/, '')
    .replace(/[—–]/g, '-');
  const mobile = plain.replaceAll('-', '');
  if (MOBILE.test(mobile)) return done(mobile);
  return matching(plain, LANDLINE, refusal('form.phone'));
}

/** An e-mail address in lower case, as accounts are found by it. */
export function readEmail(text: string): Result<string> {
  const plain = plainFigures(text).toLowerCase();
  if (plain.length > LONGEST_EMAIL) return refused(refusal('form.email'));
  return matching(plain, EMAIL, refusal('form.email'));
}

const matching = (text: string, pattern: RegExp, otherwise: Refusal): Result<string> =>
  pattern.test(text) ? done(text) : refused(otherwise);
