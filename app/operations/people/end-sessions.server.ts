import { deleteSession, deleteSessionsOf } from '#db/writes/sessions.server.ts';
import type { House } from '../house.ts';
import { note } from './security-log.server.ts';

/** Ends one session of a person: signing out, or a forgotten one elsewhere. One that is over already changes nothing. */
export async function endSession(
  house: House,
  personId: string,
  sessionId: string,
  address: string,
): Promise<void> {
  const at = house.clock.now();
  await house.store.write(async (trx) => {
    if (await deleteSession(trx, personId, sessionId))
      await note(trx, { kind: 'sign_out', at, personId, address });
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
    const ended = await deleteSessionsOf(trx, personId, but);
    const detail = JSON.stringify({ ended });
    await note(trx, { kind: 'sessions_ended', at, personId, address, detail });
    return ended;
  });
}
