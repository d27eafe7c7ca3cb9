const MINUTE_MS = 60_000;
/** Failures older than this are forgotten. */
export const WINDOW_MS = 15 * MINUTE_MS;
const SHORTEST_PAUSE_MS = 30_000;

/** Failures of the last quarter of an hour: how many, and the last one's instant. */
export interface Failures {
  readonly count: number;
  readonly lastAt: string | null;
}

/**
 * How many failures are free before each one calls for a pause. One account from one address is guessing; one address
 * at many accounts is spraying (an office shares one, so it gets more); one account from everywhere is a campaign, and
 * its owner must still get in, so it gets most.
 */
export const freeFailures = { accountAndAddress: 5, address: 30, account: 100 } as const;

export type AttemptKind = keyof typeof freeFailures;

/**
 * Until when (ISO) another attempt has to wait, null when it may be made now. The pause doubles with each failure
 * beyond the free ones, from half a minute to the whole window.
 */
export function pauseUntil(kind: AttemptKind, { count, lastAt }: Failures, now: string): string | null {
  const beyond = count - freeFailures[kind];
  if (beyond < 0 || lastAt === null) return null;
  const pause = Math.min(SHORTEST_PAUSE_MS * 2 ** Math.min(beyond, 10), WINDOW_MS);
  const until = new Date(Date.parse(lastAt) + pause).toISOString();
  return until > now ? until : null;
}
