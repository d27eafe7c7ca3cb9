import { expiryOf } from '#app/domain/people/sessions.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { deleteExpiredSessions, insertSession } from '#db/writes/sessions.server.ts';
import { accountDetail, note } from './security-log.server.ts';
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

const LONGEST_AGENT = 200;

/** Begins a session with a new token, and notes the sign-in. */
export async function beginSession(
  trx: OpenTransaction,
  person: { readonly id: string; readonly email: string },
  from: ComingFrom,
  at: string,
): Promise<SignedInNow> {
  const token = newToken();
  await deleteExpiredSessions(trx, person.id, at);
  await insertSession(trx, {
    id: hashOfToken(token),
    person_id: person.id,
    created_at: at,
    seen_at: at,
    expires_at: expiryOf(at),
    agent: from.agent.slice(0, LONGEST_AGENT),
  });
  await note(trx, {
    kind: 'sign_in',
    at,
    personId: person.id,
    address: from.address,
    detail: accountDetail(person.email),
  });
  return { personId: person.id, token };
}
