import { passwordIsOld } from '#app/domain/people/password-policy.ts';
import {
  needsSecondFactor,
  nextStep,
  PENDING_MINUTES,
  type SignInStep,
} from '#app/domain/people/second-factor.ts';
import type { Connection, OpenTransaction } from '#db/connection.server.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { secondFactorOf } from '#db/reads/second-factors.server.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';
import { insertPendingSignIn } from '#db/writes/second-factors.server.ts';
import { beginSession, type ComingFrom, LONGEST_AGENT, type SignedInNow } from './begin-session.server.ts';
import { hashOfToken, newToken } from './tokens.server.ts';

/** Somebody who knew the password: in, or before a step. The token is a session's only where the step is null. */
export interface CameIn extends SignedInNow {
  readonly step: SignInStep | null;
}

/** What a person who knew the password still has to do before a session begins. */
export async function stepBefore(
  db: Connection,
  personId: string,
  gaveSecondFactor: boolean,
  at: string,
): Promise<SignInStep | null> {
  const settings = await securitySettings(db);
  const roles = (await membershipsOf(db, personId)).map((m) => m.role);
  const person = await personById(db, personId);
  return nextStep({
    hasSecondFactor: (await secondFactorOf(db, personId)) !== undefined,
    needsSecondFactor: needsSecondFactor(settings, roles),
    gaveSecondFactor,
    passwordIsOld: passwordIsOld(settings.policy, person?.password_changed_at ?? null, at),
  });
}

/**
 * Lets somebody in who has shown that the account is theirs by a password or a mailed link: with a session, or, where a
 * step is left, with a sign-in that waits ten minutes for it and opens nothing. Every way in goes through here.
 */
export async function comeIn(
  trx: OpenTransaction,
  person: { readonly id: string; readonly email: string },
  from: ComingFrom,
  at: string,
): Promise<CameIn> {
  const step = await stepBefore(trx, person.id, false, at);
  if (step === null) return { ...(await beginSession(trx, person, from, at)), step };
  const token = newToken();
  await insertPendingSignIn(trx, {
    id: hashOfToken(token),
    person_id: person.id,
    created_at: at,
    expires_at: new Date(Date.parse(at) + PENDING_MINUTES * 60_000).toISOString(),
    address: from.address,
    agent: from.agent.slice(0, LONGEST_AGENT),
    failures: 0,
    second_factor_at: null,
  });
  return { personId: person.id, token, step };
}
