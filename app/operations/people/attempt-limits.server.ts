import { type AttemptKind, type Failures, pauseUntil, WINDOW_MS } from '#app/domain/people/attempts.ts';
import { type Refusal, refusal } from '#app/domain/refusal.ts';
import { countEvents } from '#db/reads/security-events.server.ts';
import type { House } from '../house.ts';
import { accountDetail, note } from './security-log.server.ts';

const HOUR_MS = 3_600_000;
const TURNED_AWAY_MS = 60_000;
/** Letters that one address (of a computer) may ask for in an hour: an office shares one. */
const LETTERS_PER_ADDRESS = 20;
/** Letters that one mailbox gets in an hour. */
const LETTERS_PER_MAILBOX = 3;

const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

/** What to say to somebody who has to wait until an instant. */
export function tooManyAttempts(until: string, now: string): Refusal {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
  return refusal('people.tooManyAttempts', { minutes: Math.ceil(seconds / 60), seconds });
}

/** Whether a password may be tried now for this account from this address; refusal `people.tooManyAttempts`. */
export async function attemptRefusal(
  house: House,
  email: string,
  address: string,
): Promise<Refusal | undefined> {
  const db = house.store.read;
  const now = house.clock.now();
  const since = before(now, WINDOW_MS);
  const detail = accountDetail(email);
  // whoever got in has shown who they are: only what failed since then counts against them here
  const success = await countEvents(db, 'sign_in', since, { address, detail });
  const failed = (from: string, where: Parameters<typeof countEvents>[3]) =>
    countEvents(db, 'sign_in_failed', from, where);
  const failures: Readonly<Record<AttemptKind, Failures>> = {
    accountAndAddress: await failed(success.lastAt ?? since, { address, detail }),
    address: await failed(since, { address }),
    account: success.lastAt === null ? await failed(since, { detail }) : { count: 0, lastAt: null },
  };
  const until = (Object.keys(failures) as AttemptKind[])
    .flatMap((kind) => pauseUntil(kind, failures[kind], now) ?? [])
    .sort()
    .at(-1);
  if (until === undefined) return undefined;
  await noteTurnedAway(house, address, now);
  return tooManyAttempts(until, now);
}

/** Noted once a minute for an address, so that a flood does not fill the log. */
async function noteTurnedAway(house: House, address: string, now: string): Promise<void> {
  const recent = await countEvents(house.store.read, 'sign_in_turned_away', before(now, TURNED_AWAY_MS), {
    address,
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
  const detail = accountDetail(email);
  const fromHere = await countEvents(house.store.read, 'link_asked', since, { address });
  if (fromHere.count >= LETTERS_PER_ADDRESS) return 'tooMany';
  const toMailbox = await countEvents(house.store.read, 'link_asked', since, { detail });
  await house.store.write((trx) =>
    note(trx, { kind: 'link_asked', at: now, personId: null, address, detail }),
  );
  return toMailbox.count >= LETTERS_PER_MAILBOX ? 'silent' : 'send';
}

/** What an address is told that asks for too many letters. */
export const tooManyLetters = (): Refusal =>
  refusal('people.tooManyAttempts', { minutes: 60, seconds: 3600 });
