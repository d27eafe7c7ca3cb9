const HOUR_MS = 3_600_000;
/** Unused for so long, a session ends. */
export const IDLE_MS = 12 * HOUR_MS;
/** However much it is used, a session ends after this. */
export const ABSOLUTE_MS = 7 * 24 * HOUR_MS;
/** Its use is written down no more often than this. */
export const TOUCH_MS = 60_000;

export interface SessionTimes {
  readonly seenAt: string;
  readonly expiresAt: string;
}

const since = (from: string, now: string): number => Date.parse(now) - Date.parse(from);

/** Whether a session still stands at an instant (ISO): neither unused too long nor older than it may get. */
export const isLive = ({ seenAt, expiresAt }: SessionTimes, now: string): boolean =>
  now < expiresAt && since(seenAt, now) < IDLE_MS;

/** Whether its use is due to be written down. */
export const isTouchDue = ({ seenAt }: SessionTimes, now: string): boolean => since(seenAt, now) >= TOUCH_MS;

/** When a session that begins now ends at the latest. */
export const expiryOf = (now: string): string => new Date(Date.parse(now) + ABSOLUTE_MS).toISOString();
