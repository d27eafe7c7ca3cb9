import type { PasswordPolicy } from './security-settings.ts';

const MINUTE_MS = 60_000;
const SHORTEST_PAUSE_MS = 30_000;
/** An address from which somebody signed in within so long is known to be theirs. */
export const KNOWN_ADDRESS_MS = 30 * 24 * 60 * MINUTE_MS;

/** Recent failures: how many, and the last one's instant. */
export interface Failures {
  readonly count: number;
  readonly lastAt: string | null;
}

export type AttemptKind = 'accountAndAddress' | 'address' | 'account';

export interface AttemptRule {
  /** Failures older than this are forgotten; no pause is longer. */
  readonly windowMs: number;
  /**
   * How many failures are free before each one calls for a pause. One account from one address is guessing; one
   * address at many accounts is spraying (an office shares one, so it gets more); one account from everywhere is a
   * campaign. Against its owner at an address known as theirs, only their own failures there count.
   */
  readonly free: Readonly<Record<AttemptKind, number>>;
  /** Doubles with each failure beyond the free ones, from half a minute; or the whole window at once. */
  readonly pause: 'doubling' | 'whole';
}

/** What is tried: a password under one of the policies, or the second factor of somebody who knows the password. */
export type Tried = PasswordPolicy | 'code';

/** `mlps`: five failures, half an hour (field practice of 等保二级). Six figures are soon guessed from many addresses. */
export const attemptRules: Readonly<Record<Tried, AttemptRule>> = {
  asvs: {
    windowMs: 15 * MINUTE_MS,
    free: { accountAndAddress: 5, address: 30, account: 100 },
    pause: 'doubling',
  },
  mlps: { windowMs: 30 * MINUTE_MS, free: { accountAndAddress: 5, address: 30, account: 5 }, pause: 'whole' },
  code: {
    windowMs: 15 * MINUTE_MS,
    free: { accountAndAddress: 5, address: 30, account: 10 },
    pause: 'doubling',
  },
};

/** Until when (ISO) another attempt has to wait, null when it may be made now. */
export function pauseUntil(
  tried: Tried,
  kind: AttemptKind,
  { count, lastAt }: Failures,
  now: string,
): string | null {
  const { free, windowMs, pause } = attemptRules[tried];
  const beyond = count - free[kind];
  if (beyond < 0 || lastAt === null) return null;
  const length =
    pause === 'whole' ? windowMs : Math.min(SHORTEST_PAUSE_MS * 2 ** Math.min(beyond, 10), windowMs);
  const until = new Date(Date.parse(lastAt) + length).toISOString();
  return until > now ? until : null;
}
