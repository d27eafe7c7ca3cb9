/**
 * How long things are kept, and why: the table that purging goes by. What is not in it stays for the life of the
 * installation: decisions, histories, certificates, registers (field study, "Records and how long they are kept").
 */

const hour = 3_600_000;
const day = 24 * hour;

/** What purging removes. Each is found and removed by an operation of its own. */
export const purgeKinds = [
  'idempotency',
  'sessions',
  'links',
  'outbox',
  'drafts',
  'securityEvents',
  'refusedApplications',
] as const;

export type PurgeKind = (typeof purgeKinds)[number];

export interface Retention {
  /** How long it is kept after it ended, in milliseconds. */
  readonly keptMs: number;
  /** Where the period comes from. */
  readonly source: string;
}

export const retention: Readonly<Record<PurgeKind, Retention>> = {
  // a form that is sent twice is answered twice the same for at least a day (bad input B030)
  idempotency: { keptMs: 48 * hour, source: 'ours: twice the day in which a form may be sent again' },
  sessions: { keptMs: 30 * day, source: 'ours: the list of sessions shows a month' },
  links: { keptMs: 30 * day, source: 'ours: a month after a link ended, so that questions can be answered' },
  outbox: { keptMs: 90 * day, source: 'ours: shortest necessary time (PIPL 19)' },
  drafts: { keptMs: 90 * day, source: 'lifecycles, application: a discarded draft is purged after 90 days' },
  // network logs: six months at least (网络安全法 21(3)); kept for three years as the field study proposes
  securityEvents: { keptMs: 3 * 365 * day, source: '网络安全法 21: six months at least; three years' },
  refusedApplications: {
    keptMs: 2 * 365 * day,
    source: 'field study: rejected applications, two years, then personal data goes',
  },
};

/** The shortest that a security log may ever be kept, whatever is set. */
export const leastSecurityLogMs = 180 * day;

/** What is due is counted up to so many: more are not looked for. */
export const countedUpTo = 1000;

/** What ended before this instant is no longer kept. */
export const keptSince = (kind: PurgeKind, now: string): string =>
  new Date(Date.parse(now) - retention[kind].keptMs).toISOString();
