import { isLive, isTouchDue } from '#app/domain/people/sessions.ts';
import { type Actor, anyone } from '#app/domain/policy/actor.ts';
import type { Store } from '#db/connection.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { sessionWithPerson } from '#db/reads/sessions.server.ts';
import { touchSession } from '#db/writes/sessions.server.ts';
import { hashOfToken } from './tokens.server.ts';

/** Who is at the door, as loaders and actions are handed it. */
export interface KnownViewer {
  readonly actor: Actor;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: string | null;
  } | null;
  readonly sessionId: string | null;
}

export const nobody: KnownViewer = { actor: anyone, person: null, sessionId: null };

/** Who holds the token of a cookie; nobody where there is none, or the session or the account has ended. */
export async function resolveViewer(
  store: Store,
  token: string | undefined,
  now: string,
): Promise<KnownViewer> {
  if (token === undefined) return nobody;
  const session = await sessionWithPerson(store.read, hashOfToken(token));
  if (session === undefined || session.disabled_at !== null) return nobody;
  const times = { seenAt: session.seen_at, expiresAt: session.expires_at };
  if (!isLive(times, now)) return nobody;
  if (isTouchDue(times, now)) await store.write((trx) => touchSession(trx, session.id, now));
  const { person_id: id, name, email, locale } = session;
  const memberships = await membershipsOf(store.read, id);
  return {
    actor: { personId: id, name, memberships },
    person: { id, name, email, locale },
    sessionId: session.id,
  };
}
