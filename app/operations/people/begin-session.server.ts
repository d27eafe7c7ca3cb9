import { expiryOf, limitsFor } from '#app/domain/people/sessions.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';
import { markSignedIn } from '#db/writes/people.server.ts';
import { deleteExpiredSessions, insertSession } from '#db/writes/sessions.server.ts';
import { accountDigest, note } from './security-log.server.ts';
import { hashOfToken, newToken } from './tokens.server.ts';

/** From where somebody comes in: for the list of sessions and the security log. */
export interface ComingFrom {
  readonly address: string;
  /** The browser's name of itself. */
  readonly agent: string;
}

export interface SignedInNow {
  readonly personId: string;
  /** Goes into the cookie and nowhere else. */
  readonly token: string;
}

export const LONGEST_AGENT = 200;

/** Begins a session with a new token, and notes the sign-in. `secondFactor`: it was asked and given. */
export async function beginSession(
  trx: OpenTransaction,
  person: { readonly id: string; readonly email: string },
  from: ComingFrom,
  at: string,
  { secondFactor = false } = {},
): Promise<SignedInNow> {
  const token = newToken();
  const roles = (await membershipsOf(trx, person.id)).map((m) => m.role);
  await deleteExpiredSessions(trx, person.id, at);
  await insertSession(trx, {
    id: hashOfToken(token),
    person_id: person.id,
    created_at: at,
    seen_at: at,
    expires_at: expiryOf(at, limitsFor(await securitySettings(trx), roles)),
    agent: from.agent.slice(0, LONGEST_AGENT),
    address: from.address,
    second_factor: secondFactor ? 1 : 0,
    ended_at: null,
    ended_for: null,
  });
  await markSignedIn(trx, person.id, at);
  await note(trx, {
    kind: 'sign_in',
    at,
    personId: person.id,
    address: from.address,
    account: accountDigest(person.email),
    detail: JSON.stringify({ secondFactor }),
  });
  return { personId: person.id, token };
}
