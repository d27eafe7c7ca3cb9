import { PASSWORDS_REMEMBERED, passwordRefusal } from '#app/domain/people/password-policy.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { newId } from '#app/outside/new-id.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { allCenters } from '#db/reads/centers.server.ts';
import { pastPasswords } from '#db/reads/second-factors.server.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';
import { insertPerson } from '#db/writes/people.server.ts';
import type { House } from '../house.ts';
import { inTurn } from './in-turn.server.ts';
import { hashPassword, isPassword } from './passwords.server.ts';
import { note } from './security-log.server.ts';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale: string | null;
}

/**
 * The hash of a new password, or why it may not be chosen by the policy of this installation (`people.password.*`, of the
 * field `password`). An owner with an `id` may, under `mlps`, take none of the last five again.
 */
export async function hashOfNewPassword(
  house: House,
  password: string,
  owner: {
    readonly email: string;
    readonly name: string;
    readonly id?: string;
    readonly password_hash?: string | null;
  },
): Promise<Result<string, FieldRefusal>> {
  const db = house.store.read;
  const { policy } = await securitySettings(db);
  const words = (await allCenters(db)).flatMap((center) => [center.name, center.name_en]);
  const wrong = passwordRefusal(password, { email: owner.email, name: owner.name, words }, policy);
  if (wrong) return refused({ field: 'password', ...wrong });
  const hashed = await inTurn(async () => {
    if (policy === 'mlps' && (await wasTakenBefore(house, password, owner))) return 'again' as const;
    return hashPassword(password);
  });
  if (hashed === 'busy') return refused({ field: 'password', ...busy });
  if (hashed === 'again')
    return refused({
      field: 'password',
      ...refusal('people.password.again', { count: PASSWORDS_REMEMBERED }),
    });
  return done(hashed);
}

async function wasTakenBefore(
  house: House,
  password: string,
  owner: { readonly id?: string; readonly password_hash?: string | null },
): Promise<boolean> {
  if (owner.id === undefined) return false;
  const past = await pastPasswords(house.store.read, owner.id, PASSWORDS_REMEMBERED - 1);
  for (const kept of [owner.password_hash ?? null, ...past.map((each) => each.hash)])
    if (kept !== null && (await isPassword(kept, password))) return true;
  return false;
}

const busy: Refusal = refusal('people.tooManyAttempts', { minutes: 1, seconds: 10 });

/** Makes the account of somebody whose address a link has verified; answers the person's id. */
export async function insertAccount(
  trx: OpenTransaction,
  account: Omit<NewAccount, 'password'> & { readonly passwordHash: string },
  at: string,
  address: string,
): Promise<string> {
  const id = newId(at);
  await insertPerson(trx, {
    id,
    email: account.email,
    name: account.name,
    phone: null,
    password_hash: account.passwordHash,
    locale: account.locale,
    email_verified_at: at,
    disabled_at: null,
    password_changed_at: at,
    created_at: at,
    version: 1,
  });
  await note(trx, { kind: 'account_made', at, personId: id, address });
  return id;
}
