import type { GivenRole } from '../policy/actor.ts';
import type { SecuritySettings } from './security-settings.ts';

/** Who decides about others or keeps the system: a stolen password alone must not be enough. */
const mustHaveOne: readonly GivenRole[] = ['director', 'manager', 'supervisor', 'admin', 'auditor'];

/** Whether somebody with these roles has to have a second factor. */
export const needsSecondFactor = (settings: SecuritySettings, roles: readonly GivenRole[]): boolean =>
  settings.secondFactor && roles.some((role) => mustHaveOne.includes(role));

/** What comes between the right password and a session. */
export type SignInStep = 'code' | 'setUp' | 'password';

/**
 * The next step of somebody who knew the password, or null when nothing is left. The second factor comes first: who has
 * only stolen the password must not get to change it.
 */
export function nextStep(state: {
  readonly hasSecondFactor: boolean;
  readonly needsSecondFactor: boolean;
  readonly gaveSecondFactor: boolean;
  readonly passwordIsOld: boolean;
}): SignInStep | null {
  if (state.hasSecondFactor && !state.gaveSecondFactor) return 'code';
  if (state.needsSecondFactor && !state.hasSecondFactor) return 'setUp';
  return state.passwordIsOld ? 'password' : null;
}

/** A code is good for its own half minute and the one on either side, for clocks that go wrong a little. */
export const STEP_SECONDS = 30;
export const STEPS_ASIDE = 1;
/** After so many wrong codes the password is asked for again. */
export const CODES_PER_SIGN_IN = 5;
/** So long a sign-in may wait for its next step. */
export const PENDING_MINUTES = 10;
export const RECOVERY_CODES = 10;

/** Without signs that are taken for one another on paper (Crockford's base 32). */
export const recoveryAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 24 signs of 5 bits: more than the 112 bits from which a plain hash is enough (ASVS 6.5.2). */
export const RECOVERY_SIGNS = 24;

/** A recovery code as it is compared, from however it was typed; null when it can be none. */
export function plainRecoveryCode(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain.length === RECOVERY_SIGNS && [...plain].every((sign) => recoveryAlphabet.includes(sign))
    ? plain
    : null;
}

/** A recovery code as it is shown: in groups of four. */
export const shownRecoveryCode = (plain: string): string => plain.match(/.{1,4}/g)?.join('-') ?? plain;

/** A code of the telephone as it is compared; null when it can be none. */
export function plainOneTimeCode(typed: string): string | null {
  const plain = typed.replaceAll(/\s/g, '');
  return /^\d{6}$/.test(plain) ? plain : null;
}
