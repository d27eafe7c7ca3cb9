import { isShut } from '#app/domain/people/account-state.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { secondFactorOf } from '#db/reads/second-factors.server.ts';
import type { House } from '../house.ts';
import { beginSession, type ComingFrom, type SignedInNow } from './begin-session.server.ts';
import type { CameIn } from './come-in.server.ts';
import { waitingSignIn } from './go-on-signing-in.server.ts';
import { hashOfNewPassword } from './new-account.server.ts';
import { proveIdentity } from './prove-identity.server.ts';
import { setPassword } from './set-password.server.ts';

/**
 * Changes the password of somebody who knows the present one, ends all sessions and begins a new one here; the owner is
 * told by mail. Refusals: those of `proveIdentity`, `people.password.*`.
 */
export async function changePassword(
  house: House,
  asked: ComingFrom & { readonly personId: string; readonly current: string; readonly password: string },
): Promise<Result<SignedInNow, Refusal | FieldRefusal>> {
  const person = await personById(house.store.read, asked.personId);
  if (person === undefined) return refused(refusal('unseen'));
  const known = await proveIdentity(house, person, asked);
  if (!known.ok) return known;
  const hashed = await hashOfNewPassword(house, asked.password, person);
  if (!hashed.ok) return hashed;
  const at = house.clock.now();
  const { address } = asked;
  return house.store.write(async (trx) => {
    // proving and hashing take their time: of two who change it at once, one does, and the other no longer knows it
    const still = await personById(trx, person.id);
    if (still === undefined || isShut(still, at)) return refused(refusal('unseen'));
    if (still.password_hash !== person.password_hash)
      return refused({ field: 'current', ...refusal('people.wrongPassword') });
    await setPassword(trx, person, { hash: hashed.value, kind: 'password_changed', address }, at);
    // whoever has a second factor gave it when this session began
    const secondFactor = (await secondFactorOf(trx, person.id)) !== undefined;
    return done(await beginSession(trx, person, asked, at, { secondFactor }));
  });
}

/**
 * The new password of somebody who is signing in and whose present one is too old. They have just given the old one, and
 * the second factor where they have one. Refusals: `people.signInOver`, `people.password.*`.
 */
export async function renewPassword(
  house: House,
  asked: ComingFrom & { readonly token: string | undefined; readonly password: string },
): Promise<Result<CameIn, Refusal | FieldRefusal>> {
  const waiting = await waitingSignIn(house.store.read, asked.token, house.clock.now());
  if (waiting?.step !== 'password') return refused(refusal('people.signInOver'));
  const { person } = waiting;
  const hashed = await hashOfNewPassword(house, asked.password, person);
  if (!hashed.ok) return hashed;
  const at = house.clock.now();
  const { address } = asked;
  return house.store.write(async (trx) => {
    const still = await waitingSignIn(trx, asked.token, at);
    if (still?.step !== 'password') return refused(refusal('people.signInOver'));
    await setPassword(trx, person, { hash: hashed.value, kind: 'password_changed', address }, at);
    const secondFactor = still.gaveSecondFactor;
    return done({ ...(await beginSession(trx, person, asked, at, { secondFactor })), step: null });
  });
}
