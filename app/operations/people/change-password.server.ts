import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { updatePerson } from '#db/writes/people.server.ts';
import { deleteSessionsOf } from '#db/writes/sessions.server.ts';
import type { House } from '../house.ts';
import { attemptRefusal, tooManyAttempts } from './attempt-limits.server.ts';
import { beginSession, type ComingFrom, type SignedInNow } from './begin-session.server.ts';
import { inTurn } from './in-turn.server.ts';
import { sendLetter } from './letters.server.ts';
import { hashOfNewPassword } from './new-account.server.ts';
import { isPassword } from './passwords.server.ts';
import { accountDetail, note } from './security-log.server.ts';

/**
 * Changes the password of somebody who knows the present one, ends all sessions and begins a new one here; the owner is
 * told by mail. Refusals: `people.wrongPassword` (of `current`), `people.tooManyAttempts`, `people.password.*`.
 */
export async function changePassword(
  house: House,
  asked: ComingFrom & { readonly personId: string; readonly current: string; readonly password: string },
): Promise<Result<SignedInNow, Refusal | FieldRefusal>> {
  const person = await personById(house.store.read, asked.personId);
  if (person === undefined) return refused(refusal('unseen'));
  const known = await inTurn(() => proveIdentity(house, person, asked));
  if (known === 'busy') return refused(tooManyAttempts(soon(house.clock.now()), house.clock.now()));
  if (!known.ok) return known;
  const hashed = await hashOfNewPassword(asked.password, person);
  if (!hashed.ok) return hashed;
  const at = house.clock.now();
  return house.store.write(async (trx) => {
    await updatePerson(trx, person.id, { password_hash: hashed.value, password_changed_at: at });
    await deleteSessionsOf(trx, person.id);
    await note(trx, { kind: 'password_changed', at, personId: person.id, address: asked.address });
    const { name, email: to, locale } = person;
    await sendLetter(
      trx,
      { to, locale, template: 'passwordChanged', params: { name }, link: paths.passwordReset() },
      at,
    );
    return done(await beginSession(trx, person, asked, at));
  });
}

async function proveIdentity(
  house: House,
  person: { readonly id: string; readonly email: string; readonly password_hash: string | null },
  asked: { readonly current: string; readonly address: string },
): Promise<Result<true, Refusal | FieldRefusal>> {
  const pause = await attemptRefusal(house, person.email, asked.address);
  if (pause) return refused(pause);
  if (await isPassword(person.password_hash, asked.current)) return done(true);
  const detail = accountDetail(person.email);
  await house.store.write((trx) =>
    note(trx, {
      kind: 'sign_in_failed',
      at: house.clock.now(),
      personId: person.id,
      address: asked.address,
      detail,
    }),
  );
  return refused({ field: 'current', ...refusal('people.wrongPassword') });
}

const soon = (now: string): string => new Date(Date.parse(now) + 10_000).toISOString();
