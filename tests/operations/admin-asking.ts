import type { Actor } from '#app/domain/policy/actor.ts';
import type { Refusal, Result } from '#app/domain/refusal.ts';
import type { AdminAsked } from '#app/operations/admin/administer.server.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { temporaryStore } from '#tests/database.ts';
import { monday } from '#tests/world.ts';

/** What a form of the administration is sent with. */
export const asking = (actor: Actor, key?: string): AdminAsked => ({
  actor,
  requestId: 'test',
  address: '127.0.0.1',
  ...(key ? { idempotency: { key, bodyHash: 'the-same' } } : {}),
});

/** The codes of what was refused; none when it was done. */
export const codes = (result: Result<unknown, Refusal>): readonly string[] =>
  result.ok ? [] : result.refusals.map((r) => r.code);

/** An installation that was just started: migrated, with an administrator and nothing else. */
export async function emptyHouse() {
  const { store, remove } = await temporaryStore();
  await migrate(store, monday);
  const row = {
    phone: null,
    password_hash: null,
    locale: null,
    email_verified_at: monday,
    disabled_at: null,
    password_changed_at: null,
    created_at: monday,
    version: 1,
  };
  await store.write((trx) =>
    trx
      .insertInto('person')
      .values({ id: 'admin', email: 'admin@test.example', name: 'admin', ...row })
      .execute(),
  );
  const admin: Actor = {
    personId: 'admin',
    name: 'admin',
    memberships: [{ role: 'admin', scope: 'instance', scopeId: '*' }],
  };
  return {
    house: { store, clock: movableClock(monday) },
    admin,
    close: remove,
  };
}
