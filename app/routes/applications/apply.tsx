import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RegistrationType } from '#app/domain/forms/application-form.ts';
import { textOf } from '#app/domain/forms/values.ts';
import { applicantFields, emailField } from '#app/domain/people/account-forms.ts';
import { type AccountFormRead, noErrors, readAccountForm } from '#app/http/account-form.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { answerRefusals, headersOfAction, notFound, signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { openCall } from '#app/operations/applications/open-call.server.ts';
import {
  type Applying,
  askToApply,
  startApplication,
} from '#app/operations/applications/start-application.server.ts';
import { paths } from '#app/paths.ts';
import { ApplyPage } from './apply-page.tsx';

export const handle = { narrow: true };

export const headers = headersOfAction;

type Read = Extract<AccountFormRead, { ok: true }>;

export async function loader({ context, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const opened = await openCall(door.house, door.viewer.actor, params.id ?? '');
  if (opened === undefined) throw notFound();
  const title = translator(door.locale)('apply.title');
  return { title, door: opened, isKnown: door.viewer.person !== null };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const callId = params.id ?? '';
  return door.viewer.person ? begin(door, request, callId) : ask(door, request, callId);
}

/** Nobody is signed in: a letter with a link goes out, whoever asked. */
async function ask(door: DoorContext, request: Request, callId: string) {
  const form = await readAccountForm(door, request, [emailField, ...applicantFields]);
  if (!form.ok) return json({ sent: '', errors: form.refusals, raw: form.raw }, { status: form.status });
  const email = textOf(form.values, 'email');
  const { locale, address } = door;
  const result = await askToApply(door.house, { callId, email, ...applicantIn(form), locale, address });
  if (result.ok) return json({ sent: email, errors: noErrors, raw: {} });
  return json({ sent: '', errors: result.refusals, raw: form.raw }, answerRefusals(result.refusals));
}

/** Somebody is signed in: the draft begins at once, for an organization that they lead or a new one. */
async function begin(door: DoorContext, request: Request, callId: string) {
  const viewer = signedIn(door, request);
  const form = await readAccountForm(door, request, []);
  if (!form.ok) return json({ sent: '', errors: form.refusals, raw: form.raw }, { status: form.status });
  const applying = applyingIn(form, viewer.person.email);
  if (!applying.ok) return json({ sent: '', errors: applying.refusals, raw: form.raw }, { status: 422 });
  const result = await startApplication(door.house, {
    callId,
    applying: applying.value,
    actor: viewer.actor,
    requestId: door.requestId,
    address: door.address,
    ...(form.idempotency ? { idempotency: form.idempotency } : {}),
  });
  if (result.ok) throw redirect(paths.record('application', result.value.id), 303);
  return json({ sent: '', errors: result.refusals, raw: form.raw }, answerRefusals(result.refusals));
}

function applyingIn(form: Read, email: string) {
  const organizationId = form.input.get('organizationId');
  if (organizationId) return { ok: true as const, value: { organizationId } satisfies Applying };
  const values = form.judge(applicantFields);
  if (!values.ok) return values;
  const applicant = applicantIn({ values: values.value });
  return { ok: true as const, value: { applicant, email } satisfies Applying };
}

const applicantIn = ({ values }: Pick<Read, 'values'>) => ({
  organizationName: textOf(values, 'organizationName'),
  registrationType: textOf(values, 'registrationType') as RegistrationType,
});

export default function ApplyRoute() {
  const { door, isKnown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ApplyPage
      door={door}
      isKnown={isKnown}
      sent={answer?.sent ?? ''}
      errors={answer?.errors ?? []}
      raw={answer?.raw ?? {}}
    />
  );
}
