import { isLive } from '#app/domain/people/sessions.ts';
import type { Membership } from '#app/domain/policy/actor.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { sessionsOf } from '#db/reads/sessions.server.ts';
import type { House } from '../house.ts';
import { placeOf } from './places.server.ts';

/** The own account as its owner sees it. */
export interface AccountView {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly passwordChangedAt: string | null;
  /** What the person is, and where; a place without a name is the whole installation. */
  readonly memberships: readonly (Pick<Membership, 'role' | 'scopeId'> & { readonly place: string | null })[];
}

/** The account of a person, or undefined. */
export async function viewAccount(house: House, personId: string): Promise<AccountView | undefined> {
  const db = house.store.read;
  const person = await personById(db, personId);
  if (person === undefined) return undefined;
  const held = await membershipsOf(db, personId);
  const memberships = await Promise.all(
    held.map(async ({ role, scope, scopeId }) => ({
      role,
      scopeId,
      place: (await placeOf(db, scope, scopeId))?.name ?? null,
    })),
  );
  const { name, email, phone, locale, password_changed_at: passwordChangedAt } = person;
  return { name, email, phone, locale, passwordChangedAt, memberships };
}

export interface SessionView {
  readonly id: string;
  readonly agent: string;
  readonly beganAt: string;
  readonly seenAt: string;
}

/** The sessions of a person that still stand, the one used last first. */
export async function viewSessions(house: House, personId: string): Promise<readonly SessionView[]> {
  const now = house.clock.now();
  const rows = await sessionsOf(house.store.read, personId);
  return rows
    .filter((row) => isLive({ seenAt: row.seen_at, expiresAt: row.expires_at }, now))
    .map((row) => ({ id: row.id, agent: row.agent, beganAt: row.created_at, seenAt: row.seen_at }));
}
