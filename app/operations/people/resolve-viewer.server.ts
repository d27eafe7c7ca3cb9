import { isShut } from '#app/domain/people/account-state.ts';
import { needsSecondFactor } from '#app/domain/people/second-factor.ts';
import { readSecuritySettings } from '#app/domain/people/security-settings.ts';
import { endOf, isTouchDue, limitsFor, readEnd, type SessionEnd } from '#app/domain/people/sessions.ts';
import { type Actor, anyone } from '#app/domain/policy/actor.ts';
import { type Store, writeByTheWay } from '#db/connection.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { sessionWithPerson } from '#db/reads/sessions.server.ts';
import { markSessionEnded, touchSession } from '#db/writes/sessions.server.ts';
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
  /** Why the session of the cookie no longer counts, where there was one. */
  readonly ended?: SessionEnd;
}

export const nobody: KnownViewer = { actor: anyone, person: null, sessionId: null };

/**
 * Who holds the token of a cookie; nobody where there is none, or the session or the account has ended. A session without
 * the second factor is none for those who must have one: so a role that is given, or a setting that is changed, counts
 * at once.
 */
export async function resolveViewer(
  store: Store,
  token: string | undefined,
  now: string,
): Promise<KnownViewer> {
  if (token === undefined) return nobody;
  const session = await sessionWithPerson(store.read, hashOfToken(token));
  if (session === undefined || isShut(session, now)) return { ...nobody, ended: 'over' };
  if (session.ended_at !== null) return { ...nobody, ended: readEnd(session.ended_for) };
  const { person_id: id, name, email, locale } = session;
  const memberships = await membershipsOf(store.read, id);
  const roles = memberships.map((m) => m.role);
  const settings = readSecuritySettings(session.security);
  const times = { beganAt: session.created_at, seenAt: session.seen_at };
  const ended = endOf(times, limitsFor(settings, roles), now);
  if (ended !== null) {
    await writeByTheWay(store, (trx) => markSessionEnded(trx, session.id, now, ended));
    return { ...nobody, ended };
  }
  if (session.second_factor === 0 && needsSecondFactor(settings, roles)) return { ...nobody, ended: 'over' };
  if (isTouchDue(times, now)) await writeByTheWay(store, (trx) => touchSession(trx, session.id, now));
  return {
    actor: { personId: id, name, memberships },
    person: { id, name, email, locale },
    sessionId: session.id,
  };
}
