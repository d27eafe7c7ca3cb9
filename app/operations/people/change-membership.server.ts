import { mayGive } from '#app/domain/people/invitations.ts';
import type { Actor, GivenRole, Membership } from '#app/domain/policy/actor.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { countHolders, liveMembership, membersOf } from '#db/reads/accounts.server.ts';
import { endMembership, setDelegate } from '#db/writes/people.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { placeOf } from './places.server.ts';
import { note } from './security-log.server.ts';

interface Asked {
  readonly actor: Actor;
  readonly membershipId: string;
  readonly address: string;
}

/**
 * Ends a membership: by those who may give it, or by whoever holds it. Refusals: `unseen`, `notYours`,
 * `people.lastAdministrator`, `people.lastLead` (a lead who leaves would leave the organization to nobody).
 */
export function takeMembership(house: House, asked: Asked): Promise<Result<true>> {
  const at = house.clock.now();
  return writeOrUndo(house.store, async (trx) => {
    const found = await seenMembership(trx, asked);
    if (!found.ok) return found;
    const { membership, mayChange } = found.value;
    if (!mayChange && membership.person_id !== asked.actor.personId) return refused(refusal('notYours'));
    if (membership.role === 'admin' && (await countHolders(trx, 'admin')) <= 1)
      return refused(refusal('people.lastAdministrator'));
    if (membership.role === 'lead' && !mayChange && (await leadsOf(trx, membership.scope_id)) <= 1)
      return refused(refusal('people.lastLead'));
    await endMembership(trx, membership.id, at);
    const detail = JSON.stringify({
      role: membership.role,
      scope: membership.scope,
      scopeId: membership.scope_id,
      by: asked.actor.personId,
    });
    await note(trx, {
      kind: 'membership_ended',
      at,
      personId: membership.person_id,
      address: asked.address,
      detail,
    });
    return done(true as const);
  });
}

/** Lets a staff member submit for the organization, or no longer. Refusals: `unseen`, `notYours`. */
export function markDelegate(
  house: House,
  asked: Asked & { readonly delegate: boolean },
): Promise<Result<true>> {
  const at = house.clock.now();
  return writeOrUndo(house.store, async (trx) => {
    const found = await seenMembership(trx, asked);
    if (!found.ok) return found;
    const { membership, mayChange } = found.value;
    if (!mayChange || membership.role !== 'staff') return refused(refusal('notYours'));
    await setDelegate(trx, membership.id, asked.delegate);
    const detail = JSON.stringify({
      scopeId: membership.scope_id,
      delegate: asked.delegate,
      by: asked.actor.personId,
    });
    await note(trx, {
      kind: 'delegate_set',
      at,
      personId: membership.person_id,
      address: asked.address,
      detail,
    });
    return done(true as const);
  });
}

const leadsOf = async (trx: OpenTransaction, organizationId: string): Promise<number> =>
  (await membersOf(trx, 'organization', organizationId)).filter((member) => member.role === 'lead').length;

async function seenMembership(trx: OpenTransaction, { actor, membershipId }: Asked) {
  const membership = await liveMembership(trx, membershipId);
  if (membership === undefined) return refused(refusal('unseen'));
  const known = await placeOf(trx, membership.scope as Membership['scope'], membership.scope_id);
  const mayChange = known !== undefined && mayGive(actor, membership.role as GivenRole, known.place);
  const own = membership.person_id === actor.personId;
  return mayChange || own ? done({ membership, mayChange }) : refused(refusal('unseen'));
}
