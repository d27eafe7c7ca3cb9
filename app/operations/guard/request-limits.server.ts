import { createHash } from 'node:crypto';
import { type CountedDoor, heapOf, RATE_WINDOW_MS, requestRates } from '#app/domain/people/request-rates.ts';
import { countedAddress } from '#app/outside/networks.server.ts';
import { addRequests, forgetRequestCounts } from '#db/writes/request-counts.server.ts';
import type { House } from '../house.ts';

/** Who comes through a door: the address always, the session where there is one. */
export interface Coming {
  readonly door: CountedDoor;
  readonly address: string;
  /** What stands for the session; null for who is not signed in. */
  readonly session: string | null;
}

/** Counts requests, and says who has to wait. */
export interface RequestLimits {
  /** Seconds to wait where it is too often; null where the request may pass. */
  wait(coming: Coming): Promise<number | null>;
  /** Removes counts that say nothing any more. */
  forget(): Promise<void>;
}

interface Count {
  since: number;
  known: number;
  untold: number;
}

/** More than these are not remembered here; the database still knows them. */
const MOST_REMEMBERED = 20_000;

/**
 * Limits whose counts lie in the database: a restart does not reset them and processes share them. Between heaps they
 * are counted in memory. Requests from this machine itself are counted by session only: behind a proxy that is not
 * declared (TRUST_PROXY) everybody has its address.
 */
export function createRequestLimits(house: House): RequestLimits {
  const counts = new Map<string, Count>();

  async function waitOf(door: CountedDoor, who: string, most: number): Promise<number | null> {
    const now = house.clock.now();
    const at = Date.parse(now);
    const key = `${door} ${who}`;
    let count = counts.get(key);
    if (count === undefined || count.since + RATE_WINDOW_MS <= at) {
      if (counts.size >= MOST_REMEMBERED) counts.clear();
      count = { since: at, known: 0, untold: 0 };
      counts.set(key, count);
      // the first of a window asks the database at once: it may know of others
      await tell(count, door, who, 1, now);
    } else {
      count.untold += 1;
      if (count.untold >= heapOf(most)) await tell(count, door, who, count.untold, now);
    }
    if (count.known + count.untold <= most) return null;
    return Math.max(1, Math.ceil((count.since + RATE_WINDOW_MS - at) / 1000));
  }

  async function tell(count: Count, door: CountedDoor, who: string, requests: number, now: string) {
    count.untold = requests;
    // nobody waits for whoever writes for long: until then it is counted here
    if (house.store.isTaken()) return;
    count.untold = 0;
    const windowStart = new Date(Date.parse(now) - RATE_WINDOW_MS).toISOString();
    const told = await house.store.write((trx) =>
      addRequests(trx, { door, who, requests }, now, windowStart),
    );
    count.known = told.count;
    count.since = Date.parse(told.since);
  }

  return {
    wait: async ({ door, address, session }) => {
      const rate = requestRates[door];
      const ofAddress = isThisMachine(address)
        ? null
        : await waitOf(door, nameOf('address', countedAddress(address)), rate.address);
      if (ofAddress !== null || session === null) return ofAddress;
      return waitOf(door, nameOf('session', session), rate.session);
    },
    forget: () => {
      const before = new Date(Date.parse(house.clock.now()) - 2 * RATE_WINDOW_MS).toISOString();
      return house.store.write((trx) => forgetRequestCounts(trx, before));
    },
  };
}

const isThisMachine = (address: string): boolean => address === '::1' || address.startsWith('127.');

/** Addresses and sessions are counted without being written down. */
const nameOf = (kind: 'address' | 'session', value: string): string =>
  `${kind} ${createHash('sha256').update(value).digest('base64url').slice(0, 22)}`;
