import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { House } from '../house.ts';
import { attemptRefusal, noteFailure, tooManyAttempts } from './attempt-limits.server.ts';
import { inTurn } from './in-turn.server.ts';
import { isPassword } from './passwords.server.ts';

const BUSY_MS = 10_000;

/** Somebody who is signed in, as asked for the password once more. */
export interface Proving {
  readonly id: string;
  readonly email: string;
  readonly password_hash: string | null;
}

/**
 * Asks the present password again before something that decides who gets in. Refusals: `people.passwordMissing` and
 * `people.wrongPassword` (of `current`), `people.tooManyAttempts`.
 */
export async function proveIdentity(
  house: House,
  person: Proving,
  asked: { readonly current: string; readonly address: string },
): Promise<Result<true, Refusal | FieldRefusal>> {
  // nothing was guessed, so nothing is counted or noted
  if (asked.current === '') return refused({ field: 'current', ...refusal('people.passwordMissing') });
  const known = await inTurn(() => tryPresentPassword(house, person, asked));
  if (known !== 'busy') return known;
  const now = house.clock.now();
  return refused(tooManyAttempts(new Date(Date.parse(now) + BUSY_MS).toISOString(), now));
}

async function tryPresentPassword(
  house: House,
  person: Proving,
  asked: { readonly current: string; readonly address: string },
): Promise<Result<true, Refusal | FieldRefusal>> {
  const attempt = { what: 'password', email: person.email, address: asked.address } as const;
  const pause = await attemptRefusal(house, attempt);
  if (pause) return refused(pause);
  if (await isPassword(person.password_hash, asked.current)) return done(true);
  await house.store.write((trx) =>
    noteFailure(trx, { ...attempt, personId: person.id, again: true }, house.clock.now()),
  );
  return refused({ field: 'current', ...refusal('people.wrongPassword') });
}
