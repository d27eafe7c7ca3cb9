import { readEmail } from '#app/domain/forms/text-formats.ts';
import { isShut } from '#app/domain/people/account-state.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { personByEmail } from '#db/reads/accounts.server.ts';
import { closeSession } from '#db/writes/sessions.server.ts';
import type { House } from '../house.ts';
import { attemptRefusal, noteFailure, tooManyAttempts } from './attempt-limits.server.ts';
import type { ComingFrom } from './begin-session.server.ts';
import { type CameIn, comeIn } from './come-in.server.ts';
import { inTurn } from './in-turn.server.ts';
import { isPassword } from './passwords.server.ts';

const BUSY_MS = 5_000;

/**
 * Lets somebody in by e-mail address and password, or as far as the next step. Whether the address, the password or the
 * account is what is wrong is not told, nor by the time it takes. Refusals: `people.wrongCredentials`, `people.tooManyAttempts` {minutes, seconds}.
 */
export async function signIn(
  house: House,
  asked: ComingFrom & {
    readonly email: string;
    readonly password: string;
    readonly previousSession?: string | null;
  },
): Promise<Result<CameIn>> {
  const address = readEmail(asked.email);
  const email = address.ok ? address.value : '';
  const result = await inTurn(() => tryPassword(house, email, asked));
  if (result !== 'busy') return result;
  const now = house.clock.now();
  return refused(tooManyAttempts(new Date(Date.parse(now) + BUSY_MS).toISOString(), now));
}

async function tryPassword(
  house: House,
  email: string,
  asked: Parameters<typeof signIn>[1],
): Promise<Result<CameIn>> {
  const attempt = { what: 'password', email, address: asked.address } as const;
  const pause = await attemptRefusal(house, attempt);
  if (pause) return refused(pause);
  const known = await personByEmail(house.store.read, email);
  const fits = await isPassword(known?.password_hash ?? null, asked.password);
  const at = house.clock.now();
  return house.store.write(async (trx) => {
    // checking takes its time: meanwhile the account may have been closed, or its password been replaced
    const person = await personByEmail(trx, email);
    const stillFits = fits && person?.password_hash === known?.password_hash;
    if (person === undefined || !stillFits || isShut(person, at)) {
      await noteFailure(trx, { ...attempt, personId: person?.id ?? null }, at);
      return refused(refusal('people.wrongCredentials'));
    }
    if (asked.previousSession) await closeSession(trx, person.id, asked.previousSession, at, 'left');
    return done(await comeIn(trx, person, asked, at));
  });
}
