import type { GivenRole, Membership } from '#app/domain/policy/actor.ts';
import type { House } from '../house.ts';
import { giveMembership } from '../people/give-membership.server.ts';
import { insertAccount } from '../people/new-account.server.ts';

/** Somebody of a demo, with what they may be. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly {
    readonly role: GivenRole;
    readonly scope: Membership['scope'];
    readonly scopeId: string;
    readonly delegate?: boolean;
  }[];
}

/** Whence the accounts of a demo are made: no address of anybody. */
const nowhere = '';

/** Makes the accounts of a demo's people in one transaction, all with one password's hash; answers their ids in order. */
export async function enterPeople(
  house: House,
  passwordHash: string,
  people: readonly DemoPerson[],
): Promise<readonly string[]> {
  const begun = Date.parse(house.clock.now());
  return house.store.write(async (trx) => {
    const ids: string[] = [];
    for (const [i, { email, name, roles }] of people.entries()) {
      // A millisecond apart, so that ids keep their order: the sign-in page lists them by it.
      const at = new Date(begun + i).toISOString();
      const id = await insertAccount(trx, { email, name, passwordHash, locale: null }, at, nowhere);
      for (const role of roles) {
        const given = await giveMembership(trx, id, role, at, nowhere);
        if (!given.ok) throw new Error(`${email}: ${given.refusals.map((r) => r.code).join(', ')}`);
      }
      ids.push(id);
    }
    return ids;
  });
}
