import type { GivenRole } from '../policy/actor.ts';
import type { SecuritySettings } from './security-settings.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** No cookie lives longer; the database says earlier when its session is over. */
export const LONGEST_SESSION_MS = 7 * 24 * HOUR_MS;
/** Its use is written down no more often than this. */
export const TOUCH_MS = MINUTE_MS;

/** How long a session may be unused, and how old it may get. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly ageMs: number;
}

const ofOrganizations: readonly GivenRole[] = ['lead', 'staff', 'finance'];

/** Whether somebody acts for a center, the state or the installation: sees what belongs to others. */
export const isOfficial = (roles: readonly GivenRole[]): boolean =>
  roles.some((role) => !ofOrganizations.includes(role));

/** The limits for somebody with these roles: officials' sessions end sooner. */
export function limitsFor(settings: SecuritySettings, roles: readonly GivenRole[]): SessionLimits {
  return isOfficial(roles)
    ? { idleMs: settings.officialIdleMinutes * MINUTE_MS, ageMs: settings.officialHours * HOUR_MS }
    : { idleMs: settings.memberIdleMinutes * MINUTE_MS, ageMs: settings.memberHours * HOUR_MS };
}

export interface SessionTimes {
  readonly beganAt: string;
  readonly seenAt: string;
}

/**
 * Why a session is over: not used for too long, older than it may get, left by signing out of it in its own browser, or
 * (`over`) ended by somebody from elsewhere.
 */
export type SessionEnd = 'idle' | 'age' | 'left' | 'over';

const ends: readonly SessionEnd[] = ['idle', 'age', 'left', 'over'];

/** Why a session ended, as it was written down. */
export const readEnd = (kept: string | null): SessionEnd => ends.find((end) => end === kept) ?? 'age';

const since = (from: string, now: string): number => Date.parse(now) - Date.parse(from);

/** Why a session no longer stands at an instant (ISO), or null while it does. */
export function endOf(
  { beganAt, seenAt }: SessionTimes,
  limits: SessionLimits,
  now: string,
): SessionEnd | null {
  if (since(beganAt, now) >= limits.ageMs) return 'age';
  return since(seenAt, now) >= limits.idleMs ? 'idle' : null;
}

/** Whether its use is due to be written down. */
export const isTouchDue = ({ seenAt }: Pick<SessionTimes, 'seenAt'>, now: string): boolean =>
  since(seenAt, now) >= TOUCH_MS;

/** When a session that begins now ends at the latest. */
export const expiryOf = (now: string, { ageMs }: SessionLimits): string =>
  new Date(Date.parse(now) + ageMs).toISOString();
