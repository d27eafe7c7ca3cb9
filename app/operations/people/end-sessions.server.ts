import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { closeSession, closeSessionsOf } from '#db/writes/sessions.server.ts';
import type { House } from '../house.ts';
import { proveIdentity } from './prove-identity.server.ts';
import { note } from './security-log.server.ts';

/**
 * Ends one session of a person: signing out of it, or (`elsewhere`) a forgotten one. One that is over already changes
 * nothing.
 */
export async function endSession(
  house: House,
  personId: string,
  sessionId: string,
  address: string,
  { elsewhere = false } = {},
): Promise<void> {
  const at = house.clock.now();
  await house.store.write(async (trx) => {
    if (await closeSession(trx, personId, sessionId, at, elsewhere ? 'over' : 'left'))
      await note(trx, { kind: elsewhere ? 'session_ended' : 'sign_out', at, personId, address });
  });
}

/** Ends every session of a person, but for one where it is named ("everywhere else"); answers how many. */
export async function endSessionsOf(
  house: House,
  personId: string,
  address: string,
  but?: string,
): Promise<number> {
  const at = house.clock.now();
  return house.store.write(async (trx) => {
    const ended = await closeSessionsOf(trx, personId, at, but);
    const detail = JSON.stringify({ ended });
    await note(trx, { kind: 'sessions_ended', at, personId, address, detail });
    return ended;
  });
}

/**
 * Ends another session of a person, or (`others`) all but this one, after the password was asked once more: whoever sits
 * down at an open desk must not get to. Refusals: those of a wrong password.
 */
export async function endElsewhere(
  house: House,
  asked: {
    readonly personId: string;
    readonly here: string;
    readonly which: string;
    readonly current: string;
    readonly address: string;
  },
): Promise<Result<true, Refusal | FieldRefusal>> {
  const { personId, here, which, address } = asked;
  const person = await personById(house.store.read, personId);
  if (person === undefined) return refused(refusal('unseen'));
  const known = await proveIdentity(house, person, asked);
  if (!known.ok) return known;
  if (which === 'others') await endSessionsOf(house, personId, address, here);
  else if (which !== here) await endSession(house, personId, which, address, { elsewhere: true });
  return done(true as const);
}
