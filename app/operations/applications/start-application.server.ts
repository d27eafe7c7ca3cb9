import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { organizationsLedBy, personByEmail } from '#db/reads/accounts.server.ts';
import { callToApplyFor } from '#db/reads/starting.server.ts';
import { answeredBefore, rememberAnswer } from '../engine/idempotency.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { askForLetter, tooManyLetters } from '../people/attempt-limits.server.ts';
import { giveMembership } from '../people/give-membership.server.ts';
import { sendLetter } from '../people/letters.server.ts';
import { makeLink } from '../people/links.server.ts';
import { type Applicant, beginDraft, callRefusal, insertApplicant } from './begin-draft.server.ts';

type Answer<T> = Result<T, Refusal | FieldRefusal>;

/**
 * Somebody without an account wants to apply: mails a link that verifies the address. Where the address has an account,
 * the letter says to sign in instead; here the answer is the same. Refusals: `unseen`, `application.callNotOpen`,
 * `application.callClosed`, `people.tooManyAttempts`.
 */
export async function askToApply(
  house: House,
  asked: Applicant & {
    readonly callId: string;
    /** In its normal form. */
    readonly email: string;
    readonly locale: string;
    readonly address: string;
  },
): Promise<Answer<true>> {
  const call = await callToApplyFor(house.store.read, asked.callId);
  if (call === undefined) return refused(refusal('unseen'));
  const closed = callRefusal(call, house.clock.now());
  if (closed) return refused(closed);
  const letter = await askForLetter(house, asked.email, asked.address);
  if (letter === 'tooMany') return refused(tooManyLetters());
  if (letter === 'silent') return done(true);
  const person = await personByEmail(house.store.read, asked.email);
  const { email, organizationName, registrationType, callId } = asked;
  const params = { organization: organizationName, call: call.title, center: call.center_name };
  const at = house.clock.now();
  await house.store.write(async (trx) => {
    if (person) {
      const link = paths.signIn(paths.apply(callId));
      await sendLetter(trx, { to: email, locale: person.locale, template: 'applyKnown', params, link }, at);
      return;
    }
    const payload = { email, callId, organizationName, registrationType };
    const link = paths.link(await makeLink(trx, { purpose: 'apply', personId: null, payload }, at));
    await sendLetter(trx, { to: email, locale: asked.locale, template: 'apply', params, link }, at);
  });
  return done(true);
}

interface Start {
  readonly callId: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly address: string;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

/** Which organization applies: one that the person leads already, or a new one that they will lead. */
export type Applying =
  | { readonly organizationId: string }
  | { readonly applicant: Applicant; readonly email: string };

/**
 * Begins a draft for somebody who is signed in. The same form sent twice begins one. Refusals: `unseen`,
 * `application.callNotOpen`, `.callClosed`, `.anotherBegun`, `.alreadyIncubated`, `.barred`.
 */
export async function startApplication(
  house: House,
  start: Start & { readonly applying: Applying },
): Promise<Answer<{ readonly id: string }>> {
  const at = house.clock.now();
  return writeOrUndo<{ readonly id: string }, Refusal | FieldRefusal>(house.store, async (trx) => {
    const before = await answeredBefore<{ readonly id: string }>(trx, start);
    if (before !== undefined) return before;
    const call = await callToApplyFor(trx, start.callId);
    const personId = start.actor.personId;
    if (call === undefined || personId === null) return refused(refusal('unseen'));
    const led = (await organizationsLedBy(trx, personId)).filter((each) => each.center_id === call.center_id);
    let organizationId: string;
    if ('organizationId' in start.applying) {
      organizationId = start.applying.organizationId;
      if (!led.some((each) => each.id === organizationId)) return refused(refusal('unseen'));
    } else {
      const { applicant, email } = start.applying;
      if (led.some((each) => each.name === applicant.organizationName))
        return refused({ field: 'organizationName', ...refusal('application.youLeadIt') });
      organizationId = await insertApplicant(trx, call, applicant, email, at);
      const role = { role: 'lead', scope: 'organization', scopeId: organizationId } as const;
      const given = await giveMembership(trx, personId, role, at, start.address);
      if (!given.ok) return given;
    }
    const begun = await beginDraft(trx, call, organizationId, start, at);
    if (!begun.ok) return begun;
    await rememberAnswer(trx, start, { id: begun.value }, at);
    return done({ id: begun.value });
  });
}
