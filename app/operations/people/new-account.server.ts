import { ulid } from 'ulid';
import { passwordRefusal } from '#app/domain/people/password-policy.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { insertPerson } from '#db/writes/people.server.ts';
import { inTurn } from './in-turn.server.ts';
import { hashPassword } from './passwords.server.ts';
import { note } from './security-log.server.ts';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly locale: string | null;
}

/** The hash of a new password, or why it may not be chosen (`people.password.*`, of the field `password`). */
export async function hashOfNewPassword(
  password: string,
  owner: { readonly email: string; readonly name: string },
): Promise<Result<string, FieldRefusal>> {
  const wrong = passwordRefusal(password, owner);
  if (wrong) return refused({ field: 'password', ...wrong });
  const hashed = await inTurn(() => hashPassword(password));
  return hashed === 'busy' ? refused({ field: 'password', ...busy }) : done(hashed);
}

const busy: Refusal = refusal('people.tooManyAttempts', { minutes: 1, seconds: 10 });

/** Makes the account of somebody whose address a link has verified; answers the person's id. */
export async function insertAccount(
  trx: OpenTransaction,
  account: Omit<NewAccount, 'password'> & { readonly passwordHash: string },
  at: string,
  address: string,
): Promise<string> {
  const id = ulid(Date.parse(at));
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
