import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { personByEmail } from '#db/reads/accounts.server.ts';
import { callToApplyFor } from '#db/reads/starting.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import type { NewcomerWords } from '../people/accept-invitation.server.ts';
import { beginSession, type ComingFrom, type SignedInNow } from '../people/begin-session.server.ts';
import { giveMembership } from '../people/give-membership.server.ts';
import { followLink, openLink } from '../people/links.server.ts';
import { hashOfNewPassword, insertAccount } from '../people/new-account.server.ts';
import { beginDraft, insertApplicant } from './begin-draft.server.ts';

export interface StartedByLink extends SignedInNow {
  readonly applicationId: string;
}

/**
 * Somebody follows the link that verifies their address: account, organization, its lead, the draft and a session begin
 * in one transaction. Refusals: `people.linkOver`, `people.emailTaken`, `people.password.*`, and those of a draft.
 */
export async function startByLink(
  house: House,
  token: string,
  newcomer: NewcomerWords,
  from: ComingFrom & { readonly requestId: string },
): Promise<Result<StartedByLink, Refusal | FieldRefusal>> {
  const link = await openLink(house, token);
  if (link?.purpose !== 'apply') return refused(refusal('people.linkOver'));
  const { email, callId } = link.payload;
  const { name, locale } = newcomer;
  const hashed = await hashOfNewPassword(house, newcomer.password, { email, name });
  if (!hashed.ok) return hashed;
  const at = house.clock.now();
  return writeOrUndo<StartedByLink, Refusal | FieldRefusal>(house.store, async (trx) => {
    const followed = await followLink(trx, 'apply', token, at);
    if (!followed.ok) return followed;
    if (await personByEmail(trx, email)) return refused(refusal('people.emailTaken'));
    const call = await callToApplyFor(trx, callId);
    if (call === undefined) return refused(refusal('unseen'));
    const personId = await insertAccount(
      trx,
      { email, name, locale, passwordHash: hashed.value },
      at,
      from.address,
    );
    const organizationId = await insertApplicant(trx, call, followed.value.payload, email, at);
    const role = { role: 'lead', scope: 'organization', scopeId: organizationId } as const;
    const given = await giveMembership(trx, personId, role, at, from.address);
    if (!given.ok) return given;
    const actor = { personId, name, memberships: [role] };
    const begun = await beginDraft(trx, call, organizationId, { actor, requestId: from.requestId }, at);
    if (!begun.ok) return begun;
    return done({
      ...(await beginSession(trx, { id: personId, email }, from, at)),
      applicationId: begun.value,
    });
  });
}
