import { type Device, deviceOf } from '#app/domain/people/devices.ts';
import { endOf, limitsFor, type SessionLimits } from '#app/domain/people/sessions.ts';
import type { Membership } from '#app/domain/policy/actor.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';
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
  /** The browser's name of itself, read. */
  readonly device: Device;
  readonly address: string | null;
  readonly beganAt: string;
  readonly seenAt: string;
}

/** The sessions of a person that still stand, the one used last first, and how long one may last. */
export async function viewSessions(
  house: House,
  personId: string,
): Promise<{ readonly sessions: readonly SessionView[]; readonly limits: SessionLimits }> {
  const db = house.store.read;
  const now = house.clock.now();
  const roles = (await membershipsOf(db, personId)).map((m) => m.role);
  const limits = limitsFor(await securitySettings(db), roles);
  const rows = await sessionsOf(db, personId);
  const standing = rows.filter(
    (row) => endOf({ beganAt: row.created_at, seenAt: row.seen_at }, limits, now) === null,
  );
  const sessions = standing.map((row) => ({
    id: row.id,
    device: deviceOf(row.agent),
    address: row.address,
    beganAt: row.created_at,
    seenAt: row.seen_at,
  }));
  return { sessions, limits };
}
