import { isShut } from '#app/domain/people/account-state.ts';
import { mayGive } from '#app/domain/people/invitations.ts';
import type { LinkPayloads } from '#app/domain/people/links.ts';
import { type Refusal, refusal } from '#app/domain/refusal.ts';
import type { Connection } from '#db/connection.server.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { placeOf } from './places.server.ts';

/**
 * Why an invitation gives nothing any more although it was not used: whoever sent it has no account now, or may no longer
 * give this role there. An invitation is worth what its inviter is worth when it is accepted. Refusal: `people.inviterLeft`.
 */
export async function inviterRefusal(
  db: Connection,
  { inviterId, role, scope, scopeId }: LinkPayloads['invitation'],
  at: string,
): Promise<Refusal | undefined> {
  // links of the time before inviters were remembered; the last of them ends within a week
  if (inviterId === undefined) return undefined;
  const inviter = await personById(db, inviterId);
  if (inviter === undefined || isShut(inviter, at)) return refusal('people.inviterLeft');
  const known = await placeOf(db, scope, scopeId);
  const actor = {
    personId: inviter.id,
    name: inviter.name,
    memberships: await membershipsOf(db, inviter.id),
  };
  return known !== undefined && mayGive(actor, role, known.place) ? undefined : refusal('people.inviterLeft');
}
