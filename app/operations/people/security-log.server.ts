import { createHash } from 'node:crypto';
import type { AccountEvent } from '#app/domain/people/security-kinds.ts';
import { countedAddress } from '#app/outside/networks.server.ts';
import { newId } from '#app/outside/new-id.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { insertSecurityEvent } from '#db/writes/security-events.server.ts';
import { requestOf } from '../guard/request-of.server.ts';

/** What is noted of accounts and at the doors. */
export type SecurityKind = AccountEvent;

export interface Noted {
  readonly kind: AccountEvent;
  readonly at: string;
  /** Whom it happened to, where there is an account. */
  readonly personId: string | null;
  readonly address: string;
  /** The digest of the e-mail address that was tried: see `accountDigest`. */
  readonly account?: string;
  /** JSON without secrets; `by` is the id of whoever did it to somebody else. */
  readonly detail?: string;
}

/** Appends to the security log, in the transaction of what is noted, with the id of the request that did it. */
export const note = (
  trx: OpenTransaction,
  { kind, at, personId, address, account, detail = '{}' }: Noted,
): Promise<void> =>
  insertSecurityEvent(trx, {
    id: newId(at),
    at,
    kind,
    person_id: personId,
    address,
    detail: withRequest(detail, requestOf(trx)),
    account: account ?? null,
    network: networkOf(address),
  });

/** What an address is counted as, where that is not the address itself. */
const networkOf = (address: string): string | null => {
  const counted = countedAddress(address);
  return counted === address ? null : counted;
};

const withRequest = (detail: string, requestId: string | undefined): string =>
  requestId === undefined ? detail : JSON.stringify({ requestId, ...JSON.parse(detail) });

/** An account as the log names it, whether it exists or not: by the digest of its e-mail address. */
export const accountDigest = (email: string): string =>
  createHash('sha256').update(email).digest('hex').slice(0, 32);
