import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestRates } from '#app/domain/people/request-rates.ts';
import { guardOf } from '#app/http/guarding.server.ts';
import type { Visit } from '#app/http/visit.ts';
import { readNetworks } from '#app/outside/networks.server.ts';
import { type FailingStore, failingStore } from '#tests/faults/failing-store.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
let store: FailingStore;
beforeAll(async () => {
  world = await openWorld();
  store = failingStore(world.store);
});
afterAll(() => world.close());

const page = (id: string, uploads = false) => ({
  id,
  routeIds: [],
  handle: { uploads },
  answer: async () => new Response(),
});

const visit = (address: string): Visit => ({
  method: 'POST',
  url: new URL('http://localhost/'),
  address,
  cookie: '',
  locale: 'en',
  now: world.clock.now(),
  nonce: '',
  requestId: '',
});

describe('whoever was refused is refused while nothing can be written, too', () => {
  it('from a network that is not listed for the administration', async () => {
    const adminNetworks = readNetworks('192.168.1.0/24');
    const guard = guardOf({ ...world.house, store }, { publicUrl: null, rateLimits: false, adminNetworks });
    store.arm(1, 'full');
    expect(await guard.admit(visit('203.0.113.7'), page('routes/admin/admin'))).toMatchObject({
      status: 403,
      code: 'network',
    });
    expect(store.hasFailed()).toBe(true);
  });

  it('who came too often', async () => {
    const guard = guardOf(
      { ...world.house, store },
      { publicUrl: null, rateLimits: true, adminNetworks: null },
    );
    const come = () => guard.admit(visit('203.0.113.8'), page('routes/organizations/import', true));
    for (let n = 0; n < requestRates.upload.address; n += 1) expect(await come()).toBeUndefined();
    // the heap is told to the database now; the next one is counted in memory, and only noted
    expect(await come()).toMatchObject({ status: 429 });
    store.arm(1, 'full');
    expect(await come()).toMatchObject({ status: 429, code: 'tooMany' });
    expect(store.hasFailed()).toBe(true);
  });
});
