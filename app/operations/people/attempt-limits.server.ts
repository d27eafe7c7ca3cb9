import {
  type AttemptKind,
  attemptRules,
  type Failures,
  KNOWN_ADDRESS_MS,
  pauseUntil,
  type Tried,
} from '#app/domain/people/attempts.ts';
import { type Refusal, refusal } from '#app/domain/refusal.ts';
import { countedAddress } from '#app/outside/networks.server.ts';
import type { Connection, OpenTransaction } from '#db/connection.server.ts';
import { countEvents } from '#db/reads/security-events.server.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';
import type { House } from '../house.ts';
import { accountDigest, note } from './security-log.server.ts';

const HOUR_MS = 3_600_000;
const TURNED_AWAY_MS = 60_000;
/** Letters that one address (of a computer) may ask for in an hour: an office shares one. */
const LETTERS_PER_ADDRESS = 20;
/** Letters that one mailbox gets in an hour. */
const LETTERS_PER_MAILBOX = 3;

const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();
const later = (one: string, other: string | null): string => (other !== null && other > one ? other : one);

/** What is tried for whose account, from where; of IPv6 the network is what counts, for its addresses are free to choose. */
export interface Attempt {
  readonly what: 'password' | 'code';
  /** The e-mail address of the account, whether there is one or not. */
  readonly email: string;
  readonly address: string;
}

/** What failed attempts are noted as. A password is guessed as well by who is asked for it again, at an open desk: all count. */
const failedKinds = {
  password: ['sign_in_failed', 'password_not_confirmed'],
  code: ['second_factor_failed'],
} as const;

/** What to say to somebody who has to wait until an instant. */
export function tooManyAttempts(until: string, now: string): Refusal {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
  return refusal('people.tooManyAttempts', { minutes: Math.ceil(seconds / 60), seconds });
}

/** Whether a password or a code may be tried now; refusal `people.tooManyAttempts`. */
export async function attemptRefusal(house: House, attempt: Attempt): Promise<Refusal | undefined> {
  const now = house.clock.now();
  const { tried, failures } = await failuresOf(house.store.read, attempt, now);
  const until = (Object.keys(failures) as AttemptKind[])
    .flatMap((kind) => pauseUntil(tried, kind, failures[kind], now) ?? [])
    .sort()
    .at(-1);
  if (until === undefined) return undefined;
  await noteTurnedAway(house, attempt.address, now);
  return tooManyAttempts(until, now);
}

/** Notes a failure, and with it that a lock began where this one was the last that was free. */
export async function noteFailure(
  trx: OpenTransaction,
  attempt: Attempt & {
    readonly personId: string | null;
    /** Somebody who is signed in was asked for the password again. */
    readonly again?: true;
  },
  at: string,
): Promise<void> {
  const { what, email, address, personId, again } = attempt;
  const noted = { at, personId, address, account: accountDigest(email) };
  const kind = what === 'code' ? 'second_factor_failed' : again ? 'password_not_confirmed' : 'sign_in_failed';
  await note(trx, { ...noted, kind });
  const { tried, failures } = await failuresOf(trx, attempt, at);
  const begun = (Object.keys(failures) as AttemptKind[]).filter(
    (kind) => failures[kind].count === attemptRules[tried].free[kind],
  );
  if (begun.length > 0)
    await note(trx, { ...noted, kind: 'sign_in_locked', detail: JSON.stringify({ for: begun, what }) });
}

async function failuresOf(
  db: Connection,
  { what, email, address }: Attempt,
  now: string,
): Promise<{ readonly tried: Tried; readonly failures: Readonly<Record<AttemptKind, Failures>> }> {
  const network = countedAddress(address);
  const tried: Tried = what === 'code' ? 'code' : (await securitySettings(db)).policy;
  const since = before(now, attemptRules[tried].windowMs);
  const account = accountDigest(email);
  // whoever got in has shown who they are: only what failed since then counts against them here
  const success = await countEvents(db, ['sign_in'], before(now, KNOWN_ADDRESS_MS), { network, account });
  const failed = (from: string, where: Parameters<typeof countEvents>[3]) =>
    countEvents(db, failedKinds[what], from, where);
  return {
    tried,
    failures: {
      accountAndAddress: await failed(later(since, success.lastAt), { network, account }),
      address: await failed(since, { network }),
      // a guesser elsewhere must not keep the owner out where they are known; a code is guessed by who knows the password
      account:
        success.lastAt === null || what === 'code'
          ? await failed(since, { account })
          : { count: 0, lastAt: null },
    },
  };
}

/** Noted once a minute for an address, so that a flood does not fill the log. */
async function noteTurnedAway(house: House, address: string, now: string): Promise<void> {
  const recent = await countEvents(house.store.read, ['sign_in_turned_away'], before(now, TURNED_AWAY_MS), {
    network: countedAddress(address),
  });
  if (recent.count > 0) return;
  await house.store.write((trx) =>
    note(trx, { kind: 'sign_in_turned_away', at: now, personId: null, address }),
  );
}

/**
 * Counts one asking for a letter with a link. `tooMany`: this address asks too often and is told so. `silent`: the
 * mailbox has had enough and gets nothing, which the asker is not told.
 */
export async function askForLetter(
  house: House,
  email: string,
  address: string,
): Promise<'send' | 'silent' | 'tooMany'> {
  const now = house.clock.now();
  const since = before(now, HOUR_MS);
  const account = accountDigest(email);
  const fromHere = await countEvents(house.store.read, ['link_asked'], since, {
    network: countedAddress(address),
  });
  if (fromHere.count >= LETTERS_PER_ADDRESS) return 'tooMany';
  const toMailbox = await countEvents(house.store.read, ['link_asked'], since, { account });
  await house.store.write((trx) =>
    note(trx, { kind: 'link_asked', at: now, personId: null, address, account }),
  );
  return toMailbox.count >= LETTERS_PER_MAILBOX ? 'silent' : 'send';
}

/** What an address is told that asks for too many letters. */
export const tooManyLetters = (): Refusal =>
  refusal('people.tooManyAttempts', { minutes: 60, seconds: 3600 });
