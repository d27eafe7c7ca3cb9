import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { OpenTransaction } from '#db/connection.server.ts';
import { insertSecurityEvent } from '#db/writes/security-events.server.ts';

export type SecurityKind =
  | 'sign_in'
  | 'sign_in_failed'
  | 'sign_in_turned_away'
  | 'origin_refused'
  | 'unseen_asked'
  | 'too_many_requests'
  | 'sign_out'
  | 'list_exported'
  | 'sessions_ended'
  | 'password_changed'
  | 'password_reset'
  | 'link_asked'
  | 'account_made'
  | 'account_disabled'
  | 'account_enabled'
  | 'invited'
  | 'membership_given'
  | 'membership_ended'
  | 'delegate_set';

export interface Noted {
  readonly kind: SecurityKind;
  readonly at: string;
  /** Whom it happened to, where there is an account. */
  readonly personId: string | null;
  readonly address: string;
  readonly detail?: string;
}

/** Appends to the security log, in the transaction of what is noted. */
export const note = (
  trx: OpenTransaction,
  { kind, at, personId, address, detail = '{}' }: Noted,
): Promise<void> =>
  insertSecurityEvent(trx, { id: ulid(Date.parse(at)), at, kind, person_id: personId, address, detail });

/** An account as the log names it, whether it exists or not: by the digest of its e-mail address. */
export const accountDetail = (email: string): string =>
  JSON.stringify({ account: createHash('sha256').update(email).digest('hex').slice(0, 32) });
