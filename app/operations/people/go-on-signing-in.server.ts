import { isShut } from '#app/domain/people/account-state.ts';
import { CODES_PER_SIGN_IN, type SignInStep } from '#app/domain/people/second-factor.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Sealer } from '#app/outside/sealing.server.ts';
import type { Connection, OpenTransaction } from '#db/connection.server.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { pendingSignIn } from '#db/reads/second-factors.server.ts';
import {
  deletePendingSignIn,
  failPendingSignIn,
  passSecondFactor,
} from '#db/writes/second-factors.server.ts';
import type { House } from '../house.ts';
import { attemptRefusal, noteFailure } from './attempt-limits.server.ts';
import { beginSession, type ComingFrom } from './begin-session.server.ts';
import { type CameIn, stepBefore } from './come-in.server.ts';
import { isSecondFactor } from './give-code.server.ts';
import { inTurn } from './in-turn.server.ts';
import { hashOfToken } from './tokens.server.ts';

type Person = NonNullable<Awaited<ReturnType<typeof personById>>>;

/** A sign-in that waits: whose, and for which step. */
export interface WaitingSignIn {
  readonly id: string;
  readonly person: Person;
  readonly gaveSecondFactor: boolean;
  readonly step: SignInStep | null;
}

/** The sign-in that a token stands for, or undefined when it is over, used up or never was. It opens nothing else. */
export async function waitingSignIn(
  db: Connection,
  token: string | undefined,
  now: string,
): Promise<WaitingSignIn | undefined> {
  if (token === undefined) return undefined;
  const row = await pendingSignIn(db, hashOfToken(token), now);
  if (row === undefined || row.failures >= CODES_PER_SIGN_IN) return undefined;
  const person = await personById(db, row.person_id);
  if (person === undefined || isShut(person, now)) return undefined;
  const gaveSecondFactor = row.second_factor_at !== null;
  const step = await stepBefore(db, person.id, gaveSecondFactor, now);
  return { id: row.id, person, gaveSecondFactor, step };
}

/** Goes on from a step that was done: to the next one, or into a session with a new token. */
export async function goOn(
  trx: OpenTransaction,
  waiting: WaitingSignIn,
  token: string,
  from: ComingFrom,
  at: string,
  gaveSecondFactor: boolean,
): Promise<CameIn> {
  const { person, id } = waiting;
  const step = await stepBefore(trx, person.id, gaveSecondFactor, at);
  if (step !== null) {
    if (gaveSecondFactor) await passSecondFactor(trx, id, at);
    return { personId: person.id, token, step };
  }
  await deletePendingSignIn(trx, id);
  return { ...(await beginSession(trx, person, from, at, { secondFactor: gaveSecondFactor })), step };
}

/**
 * The second factor of a sign-in that waits for it: the code of the telephone, or a recovery code. Refusals:
 * `people.signInOver`, `people.wrongCode` (of `code`), `people.tooManyAttempts`.
 */
export async function giveCode(
  house: House,
  sealer: Sealer,
  asked: ComingFrom & { readonly token: string | undefined; readonly typed: string },
): Promise<Result<CameIn, Refusal | FieldRefusal>> {
  const answer = await inTurn(() => tryCode(house, sealer, asked));
  return answer === 'busy' ? refused(refusal('people.tooManyAttempts', { minutes: 1, seconds: 5 })) : answer;
}

async function tryCode(
  house: House,
  sealer: Sealer,
  { token, typed, ...from }: Parameters<typeof giveCode>[2],
): Promise<Result<CameIn, Refusal | FieldRefusal>> {
  const at = house.clock.now();
  const known = await waitingSignIn(house.store.read, token, at);
  if (known?.step !== 'code' || token === undefined) return refused(refusal('people.signInOver'));
  const attempt = { what: 'code', email: known.person.email, address: from.address } as const;
  const pause = await attemptRefusal(house, attempt);
  if (pause) return refused(pause);
  return house.store.write(async (trx) => {
    const waiting = await waitingSignIn(trx, token, at);
    if (waiting?.step !== 'code') return refused(refusal('people.signInOver'));
    const { person } = waiting;
    if (await isSecondFactor(trx, sealer, { person, typed, address: from.address }, at))
      return done(await goOn(trx, waiting, token, from, at, true));
    await noteFailure(trx, { ...attempt, personId: person.id }, at);
    const failures = await failPendingSignIn(trx, waiting.id);
    return failures >= CODES_PER_SIGN_IN
      ? refused(refusal('people.signInOver'))
      : refused({ field: 'code', ...refusal('people.wrongCode') });
  });
}
