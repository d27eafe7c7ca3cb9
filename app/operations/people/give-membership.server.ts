import { separationRefusal } from '#app/domain/people/invitations.ts';
import type { GivenRole, Membership } from '#app/domain/policy/actor.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { newId } from '#app/outside/new-id.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { insertMembership } from '#db/writes/people.server.ts';
import { note } from './security-log.server.ts';

export interface Given {
  readonly role: GivenRole;
  readonly scope: Membership['scope'];
  readonly scopeId: string;
  readonly delegate?: boolean;
  /** Who invited; null where it came otherwise. */
  readonly by?: string | null;
}

/** Gives a role, in the transaction of why. Refusals: `people.rolesApart` {role, other}, `people.alreadyHolds` {role}. */
export async function giveMembership(
  trx: OpenTransaction,
  personId: string,
  given: Given,
  at: string,
  address: string,
): Promise<Result<true>> {
  const held = await membershipsOf(trx, personId);
  const apart = separationRefusal(
    held.map((m) => m.role),
    given.role,
  );
  if (apart) return refused(apart);
  if (held.some((m) => m.role === given.role && m.scope === given.scope && m.scopeId === given.scopeId))
    return refused(refusal('people.alreadyHolds', { role: given.role }));
  await insertMembership(trx, {
    id: newId(at),
    person_id: personId,
    role: given.role,
    scope: given.scope,
    scope_id: given.scopeId,
    delegate: given.delegate && given.role === 'staff' ? 1 : 0,
    created_at: at,
    ended_at: null,
  });
  const detail = JSON.stringify({
    role: given.role,
    scope: given.scope,
    scopeId: given.scopeId,
    ...(given.by ? { by: given.by } : {}),
  });
  await note(trx, { kind: 'membership_given', at, personId, address, detail });
  return done(true);
}
