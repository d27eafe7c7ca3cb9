import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { updatePerson } from '#db/writes/people.server.ts';
import { deleteSessionsOf } from '#db/writes/sessions.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { beginSession, type ComingFrom, type SignedInNow } from './begin-session.server.ts';
import { followLink, openLink } from './links.server.ts';
import { hashOfNewPassword } from './new-account.server.ts';
import { note } from './security-log.server.ts';

/**
 * Sets a new password by a mailed link, ends every session of the account and signs the person in here.
 * Refusals: `people.linkOver`, `people.password.*`.
 */
export async function resetPassword(
  house: House,
  token: string,
  password: string,
  from: ComingFrom,
): Promise<Result<SignedInNow, Refusal | FieldRefusal>> {
  const link = await openLink(house, token);
  const owner = link?.personId ? await personById(house.store.read, link.personId) : undefined;
  if (link?.purpose !== 'reset' || owner === undefined || owner.disabled_at !== null)
    return refused(refusal('people.linkOver'));
  const hashed = await hashOfNewPassword(password, owner);
  if (!hashed.ok) return hashed;
  const at = house.clock.now();
  return writeOrUndo<SignedInNow, Refusal | FieldRefusal>(house.store, async (trx) => {
    const followed = await followLink(trx, 'reset', token, at);
    if (!followed.ok) return followed;
    await updatePerson(trx, owner.id, {
      password_hash: hashed.value,
      password_changed_at: at,
      email_verified_at: owner.email_verified_at ?? at,
    });
    await deleteSessionsOf(trx, owner.id);
    await note(trx, { kind: 'password_reset', at, personId: owner.id, address: from.address });
    return done(await beginSession(trx, owner, from, at));
  });
}
