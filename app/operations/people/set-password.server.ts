import { PASSWORDS_REMEMBERED } from '#app/domain/people/password-policy.ts';
import { paths } from '#app/paths.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';
import { spoilLinks } from '#db/writes/links.server.ts';
import { updatePerson } from '#db/writes/people.server.ts';
import { deletePendingSignInsOf, keepPastPassword } from '#db/writes/second-factors.server.ts';
import { closeSessionsOf } from '#db/writes/sessions.server.ts';
import { sendLetter } from './letters.server.ts';
import { note } from './security-log.server.ts';

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string | null;
  readonly password_hash: string | null;
  readonly email_verified_at: string | null;
}

/**
 * Puts a new password in the place of the present one, in the transaction of why: every session, every sign-in under way
 * and every link for another one ends, the owner is told by mail, and it is noted. Under `mlps` the old hash is remembered.
 */
export async function setPassword(
  trx: OpenTransaction,
  owner: Owner,
  how: {
    readonly hash: string;
    readonly kind: 'password_changed' | 'password_reset';
    readonly address: string;
    /** A mailed link was followed: the address is the owner's. */
    readonly verified?: boolean;
  },
  at: string,
): Promise<void> {
  const { policy } = await securitySettings(trx);
  if (policy === 'mlps' && owner.password_hash !== null)
    await keepPastPassword(
      trx,
      { person_id: owner.id, replaced_at: at, hash: owner.password_hash },
      PASSWORDS_REMEMBERED - 1,
    );
  await updatePerson(trx, owner.id, {
    password_hash: how.hash,
    password_changed_at: at,
    ...(how.verified ? { email_verified_at: owner.email_verified_at ?? at } : {}),
  });
  await closeSessionsOf(trx, owner.id, at);
  await deletePendingSignInsOf(trx, owner.id);
  // whoever read the mailbox before must not undo it with a letter that still lies there
  await spoilLinks(trx, 'reset', at, owner.id);
  await note(trx, { kind: how.kind, at, personId: owner.id, address: how.address });
  const { name, email: to, locale } = owner;
  await sendLetter(
    trx,
    { to, locale, template: 'passwordChanged', params: { name }, link: paths.passwordReset() },
    at,
  );
}
