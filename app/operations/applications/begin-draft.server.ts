import { type RegistrationType, trackOf } from '#app/domain/forms/application-form.ts';
import { beginApplication } from '#app/domain/lifecycles/application/begin.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { dayOf } from '#app/i18n/format.ts';
import { newId } from '#app/outside/new-id.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { organizationById } from '#db/reads/organizations.server.ts';
import { type callToApplyFor, liveRecordOf } from '#db/reads/starting.server.ts';
import { insertOrganization } from '#db/writes/applicants.server.ts';
import { indexOrganizationName } from '#db/writes/search.server.ts';
import { workAt } from '../engine/begin-work.server.ts';
import { begin } from '../engine/move.server.ts';

export type CallToApplyFor = NonNullable<Awaited<ReturnType<typeof callToApplyFor>>>;

/** What an applicant says of an organization before there is an account. */
export interface Applicant {
  readonly organizationName: string;
  readonly registrationType: RegistrationType;
}

/** Whether drafts may be begun for a call now; codes as when it is submitted. */
export function callRefusal(call: Pick<CallToApplyFor, 'opens_at' | 'closes_at'>, now: string) {
  if (now < call.opens_at) return refusal('application.callNotOpen');
  return call.closes_at !== null && now >= call.closes_at ? refusal('application.callClosed') : undefined;
}

/** Makes an organization that applies; it has no place in the directory until it is admitted. Answers its id. */
export async function insertApplicant(
  trx: OpenTransaction,
  call: Pick<CallToApplyFor, 'center_id' | 'region_code'>,
  applicant: Applicant,
  email: string | null,
  at: string,
): Promise<string> {
  const id = newId(at);
  await insertOrganization(trx, {
    id,
    centerId: call.center_id,
    divisionCode: call.region_code,
    name: applicant.organizationName,
    registrationType: applicant.registrationType,
    email,
    at,
  });
  await indexOrganizationName(trx, id, applicant.organizationName);
  return id;
}

/**
 * Begins an application's draft for an organization, in the given transaction; answers its id. Refusals: `unseen`,
 * `application.callNotOpen`, `.callClosed`, `.anotherBegun`, `.alreadyIncubated`, `.barred` {until}.
 */
export async function beginDraft(
  trx: OpenTransaction,
  call: CallToApplyFor,
  organizationId: string,
  by: { readonly actor: Actor; readonly requestId: string },
  at: string,
): Promise<Result<string>> {
  const closed = callRefusal(call, at);
  if (closed) return refused(closed);
  const organization = await organizationById(trx, organizationId);
  if (organization === undefined || organization.center_id !== call.center_id)
    return refused(refusal('unseen'));
  const live = await liveRecordOf(trx, organizationId);
  if (live?.lifecycle === 'incubation') return refused(refusal('application.alreadyIncubated'));
  if (live) return refused(refusal('application.anotherBegun'));
  if (organization.barred_until !== null && organization.barred_until > dayOf(at))
    return refused(refusal('application.barred', { until: organization.barred_until }));
  const id = await begin(workAt(trx, at, by.actor, by.requestId), {
    lifecycle: 'application',
    centerId: call.center_id,
    organization: { id: organization.id, name: organization.name },
    parentId: call.id,
    context: beginApplication({
      at,
      settings: settingsWith(call.settings),
      track: trackOf(organization.registration_type as RegistrationType),
      callId: call.id,
      closesAt: call.closes_at,
    }),
    by: { personId: by.actor.personId, name: by.actor.name, role: 'lead' },
  });
  return done(id);
}
