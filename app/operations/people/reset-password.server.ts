import { isShut } from '#app/domain/people/account-state.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import type { ComingFrom } from './begin-session.server.ts';
import { type CameIn, comeIn } from './come-in.server.ts';
import { followLink, openLink } from './links.server.ts';
import { hashOfNewPassword } from './new-account.server.ts';
import { setPassword } from './set-password.server.ts';

/**
 * Sets a new password by a mailed link, ends every session of the account and lets the person in here: past the second
 * factor, which a mailed link does not stand in for. Refusals: `people.linkOver`, `people.password.*`.
 */
export async function resetPassword(
  house: House,
  token: string,
  password: string,
  from: ComingFrom,
): Promise<Result<CameIn, Refusal | FieldRefusal>> {
  const link = await openLink(house, token);
  const owner = link?.personId ? await personById(house.store.read, link.personId) : undefined;
  if (link?.purpose !== 'reset' || owner === undefined || isShut(owner, house.clock.now()))
    return refused(refusal('people.linkOver'));
  const hashed = await hashOfNewPassword(house, password, owner);
  if (!hashed.ok) return hashed;
  const at = house.clock.now();
  return writeOrUndo<CameIn, Refusal | FieldRefusal>(house.store, async (trx) => {
    const followed = await followLink(trx, 'reset', token, at);
    if (!followed.ok) return followed;
    const how = {
      hash: hashed.value,
      kind: 'password_reset',
      address: from.address,
      verified: true,
    } as const;
    await setPassword(trx, owner, how, at);
    return done(await comeIn(trx, owner, from, at));
  });
}
