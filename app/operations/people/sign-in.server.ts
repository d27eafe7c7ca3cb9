import { readEmail } from '#app/domain/forms/text-formats.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { personByEmail } from '#db/reads/accounts.server.ts';
import { deleteSession } from '#db/writes/sessions.server.ts';
import type { House } from '../house.ts';
import { attemptRefusal, tooManyAttempts } from './attempt-limits.server.ts';
import { beginSession, type ComingFrom, type SignedInNow } from './begin-session.server.ts';
import { inTurn } from './in-turn.server.ts';
import { isPassword } from './passwords.server.ts';
import { accountDetail, note } from './security-log.server.ts';

const BUSY_MS = 5_000;

/**
 * Signs somebody in by e-mail address and password. Whether the address, the password or the account is what is wrong
 * is not told, nor by the time it takes. Refusals: `people.wrongCredentials`, `people.tooManyAttempts` {minutes, seconds}.
 */
export async function signIn(
  house: House,
  asked: ComingFrom & {
    readonly email: string;
    readonly password: string;
    readonly previousSession?: string | null;
  },
): Promise<Result<SignedInNow>> {
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
): Promise<Result<SignedInNow>> {
  const pause = await attemptRefusal(house, email, asked.address);
  if (pause) return refused(pause);
  const person = await personByEmail(house.store.read, email);
  const fits = await isPassword(person?.password_hash ?? null, asked.password);
  const at = house.clock.now();
  return house.store.write(async (trx) => {
    if (person === undefined || !fits || person.disabled_at !== null) {
      const detail = accountDetail(email);
      await note(trx, {
        kind: 'sign_in_failed',
        at,
        personId: person?.id ?? null,
        address: asked.address,
        detail,
      });
      return refused(refusal('people.wrongCredentials'));
    }
    if (asked.previousSession) await deleteSession(trx, person.id, asked.previousSession);
    return done(await beginSession(trx, person, asked, at));
  });
}
