import { type Division, divisionOf } from './divisions.ts';
import type { RegistrationType } from './forms/application-form.ts';
import { done, type Refusal, type Result, refusal } from './refusal.ts';

/**
 * The Unified Social Credit Code (统一社会信用代码, GB 32100-2015) of what civil affairs registers:
 * authority 5, kind, six digits of division, organization code of nine (GB 11714), check character.
 */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS_18 = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const WEIGHTS_17 = [3, 7, 9, 10, 5, 8, 4, 2];
const LENGTH = 18;
const FORM = /^5[1239]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const PILOT_BODY = 'M000';

/** What the second character says: 51, 52, 53 and 59. */
export type UsccKind = 'association' | 'service_org' | 'foundation' | 'other';

const KINDS: Readonly<Record<string, UsccKind>> = {
  '1': 'association',
  '2': 'service_org',
  '3': 'foundation',
  '9': 'other',
};

/** A code that may be kept, with what it says and what a person should know about it. */
export interface Uscc {
  /** In its normal form: 18 characters, half-width, upper case. */
  readonly code: string;
  readonly kind: UsccKind;
  /** The division of its registration, current or abolished; undefined when no list knows it. */
  readonly division: Division | undefined;
  /** A pilot code that fails its sums and was accepted because the certificate was inspected. */
  readonly inspected: boolean;
  /** Never a reason to refuse: a division that is not known. */
  readonly advice: readonly Refusal[];
}

/** Full-width to half-width, nothing invisible, no space around, upper case. Spaces inside stay: they are an error. */
export const normaliseUscc = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim()
    .toUpperCase()
    // capitals of a few letters come apart (ΐ), and what stood around something invisible comes together
    .normalize('NFKC');

/** The 18th character that the first 17 call for; undefined when one of them is none of the 31. */
export function check18(code: string): string | undefined {
  const sum = weigh(code, WEIGHTS_18, (character) => ALPHABET.indexOf(character));
  return sum === undefined ? undefined : ALPHABET[(31 - (sum % 31)) % 31];
}

/** The 17th character that the 9th to 16th call for (GB 11714, plain alphabet); undefined when they cannot be read. */
export function check17(code: string): string | undefined {
  const sum = weigh(code.slice(8), WEIGHTS_17, (character) =>
    /^[0-9A-Z]$/.test(character) ? Number.parseInt(character, 36) : -1,
  );
  if (sum === undefined) return undefined;
  const rest = 11 - (sum % 11);
  if (rest === 10) return 'X';
  return rest === 11 ? '0' : String(rest);
}

/** Whether a code is an early pilot code (body `M000…`): legal, although it fails the check characters. */
export const isPilotUscc = (code: string): boolean => code.slice(8, 12) === PILOT_BODY;

/**
 * Reads a code. Refusals name what is wrong, each with what would be right (`uscc.*`). A pilot code that
 * fails its sums is refused as `uscc.pilot` unless someone inspected the certificate.
 */
export function checkUscc(
  text: string,
  given: { readonly certificateInspected?: boolean } = {},
): Result<Uscc> {
  const code = normaliseUscc(text);
  const wrongForm = formRefusals(code);
  if (wrongForm.length > 0) return { ok: false, refusals: wrongForm };
  const wrongSums = sumRefusals(code);
  const pilot = wrongSums.length > 0 && isPilotUscc(code);
  if (pilot && given.certificateInspected !== true) {
    return { ok: false, refusals: [refusal('uscc.pilot', { expected: check18(code) ?? '' })] };
  }
  if (wrongSums.length > 0 && !pilot) return { ok: false, refusals: wrongSums };
  const divisionCode = code.slice(2, 8);
  const division = divisionOf(divisionCode);
  return done({
    code,
    kind: KINDS[code.charAt(1)] ?? 'other',
    division,
    inspected: pilot,
    advice: division ? [] : [refusal('uscc.divisionUnknown', { division: divisionCode })],
  });
}

/** Whether a code belongs to an organization registered so; recorded and unregistered ones have no code. */
export const usccFitsType = (code: string, type: RegistrationType): boolean =>
  KINDS[normaliseUscc(code).charAt(1)] === type;

/** What is wrong with the shape, the most telling thing first; empty when the shape is right. */
function formRefusals(code: string): Refusal[] {
  if (code === '') return [refusal('uscc.empty')];
  if (FORM.test(code)) return [];
  if (/\s/.test(code)) return [refusal('uscc.space')];
  const refusals: Refusal[] = [];
  const length = [...code].length;
  if (length !== LENGTH) refusals.push(refusal('uscc.length', { length }));
  const strange = [...code].findIndex((character) => !ALPHABET.includes(character));
  if (strange >= 0) {
    refusals.push(refusal('uscc.letter', { letter: [...code][strange] ?? '', position: strange + 1 }));
  }
  if (refusals.length > 0) return refusals;
  if (code.charAt(0) !== '5') return [refusal('uscc.authority', { found: code.charAt(0) })];
  if (KINDS[code.charAt(1)] === undefined) return [refusal('uscc.kind', { found: code.slice(0, 2) })];
  return [refusal('uscc.division', { division: code.slice(2, 8) })];
}

/** Which of the two check characters is wrong, and what it would be. */
function sumRefusals(code: string): Refusal[] {
  const refusals: Refusal[] = [];
  const expected18 = check18(code);
  const expected17 = check17(code);
  if (expected18 !== undefined && code.charAt(17) !== expected18) {
    refusals.push(refusal('uscc.check18', { found: code.charAt(17), expected: expected18 }));
  }
  if (expected17 !== undefined && code.charAt(16) !== expected17) {
    refusals.push(refusal('uscc.check17', { found: code.charAt(16), expected: expected17 }));
  }
  return refusals;
}

function weigh(
  text: string,
  weights: readonly number[],
  readCharacter: (character: string) => number,
): number | undefined {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const character = text.charAt(index);
    const value = character === '' ? -1 : readCharacter(character);
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return sum;
}
