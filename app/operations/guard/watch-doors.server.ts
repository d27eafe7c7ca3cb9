import { countedAddress } from '#app/outside/networks.server.ts';
import { countEvents } from '#db/reads/security-events.server.ts';
import type { House } from '../house.ts';
import { note } from '../people/security-log.server.ts';

const HOUR_MS = 3_600_000;
/** Rows of one kind that one address, or one IPv6 network, can add to the security log in an hour: a flood must not fill it. */
const MOST_IN_AN_HOUR: Readonly<Record<Seen['kind'], number>> = {
  origin_refused: 10,
  unseen_asked: 60,
  too_many_requests: 6,
  network_refused: 10,
};

export interface Seen {
  readonly kind: 'origin_refused' | 'unseen_asked' | 'too_many_requests' | 'network_refused';
  readonly address: string;
  readonly personId: string | null;
  /** The route, and the id in the address where it looks like one of ours: no texts that somebody typed. */
  readonly detail: { readonly route?: string; readonly id?: string; readonly door?: string };
}

/**
 * Notes in the security log what looks like somebody trying doors: forms from foreign pages, records that do not exist
 * for whoever asked (whether they exist at all makes no difference, not even in time), and floods.
 */
export async function noteAtTheDoor(house: House, { kind, address, personId, detail }: Seen): Promise<void> {
  const at = house.clock.now();
  const since = new Date(Date.parse(at) - HOUR_MS).toISOString();
  const recent = await countEvents(house.store.read, [kind], since, {
    network: countedAddress(address),
  });
  if (recent.count >= MOST_IN_AN_HOUR[kind]) return;
  await house.store.write((trx) =>
    note(trx, { kind, at, personId, address, detail: JSON.stringify(detail) }),
  );
}
