import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import {
  RECOVERY_CODES,
  RECOVERY_SIGNS,
  recoveryAlphabet,
  STEP_SECONDS,
  STEPS_ASIDE,
} from '#app/domain/people/second-factor.ts';

/** What every authenticator understands (RFC 6238 with its usual figures). */
const usual = { algorithm: 'SHA1', digits: 6, period: STEP_SECONDS } as const;
const SECRET_BYTES = 20;

/** A new secret of 160 random bits, in base 32 as people type it. */
export const newSecret = (): string =>
  new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer }).base32;

/** The address that an authenticator reads from the picture: for whom, and of which installation. */
export const addressOfSecret = (secret: string, issuer: string, account: string): string =>
  new TOTP({ ...usual, issuer, label: account, secret: Secret.fromBase32(secret) }).toString();

/** The step of half a minute whose code this is, one step aside at most; null when it is none. */
export function stepOfCode(secret: string, code: string, now: string): number | null {
  const timestamp = Date.parse(now);
  const aside = TOTP.validate({
    ...usual,
    secret: Secret.fromBase32(secret),
    token: code,
    timestamp,
    window: STEPS_ASIDE,
  });
  return aside === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + aside;
}

/** New recovery codes, each of 120 random bits. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    // 256 is a multiple of 32, so that every sign is as likely as any other
    Array.from(randomBytes(RECOVERY_SIGNS), (byte) => recoveryAlphabet[byte % recoveryAlphabet.length]).join(
      '',
    ),
  );
