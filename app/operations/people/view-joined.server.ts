import type { Actor, GivenRole } from '#app/domain/policy/actor.ts';
import type { House } from '../house.ts';
import { placeOf } from './places.server.ts';

/** A role that somebody took on, and where; a place without a name is the whole installation. */
export interface Joined {
  readonly role: GivenRole;
  readonly place: string | null;
}

/** What an invitation gave, by the name that the address of the next page has for it; null unless the viewer holds it. */
export async function viewJoined(house: House, actor: Actor, named: string | null): Promise<Joined | null> {
  const held = actor.memberships.find(({ role, scopeId }) => named === `${role}.${scopeId}`);
  if (held === undefined) return null;
  return {
    role: held.role,
    place: (await placeOf(house.store.read, held.scope, held.scopeId))?.name ?? null,
  };
}
