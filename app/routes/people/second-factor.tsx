import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RecoveryCodes } from '#app/components/people/second-factor-form.tsx';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import { noErrors, readAccountForm } from '#app/http/account-form.server.ts';
import { comingFrom, sessionHeaders } from '#app/http/coming-in.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { answerRefusals, headersOfAction, type SignedIn, signedIn } from '#app/http/guarded.server.ts';
import { sealerOf } from '#app/http/sealing.server.ts';
import { translator } from '#app/i18n/translate.ts';
import {
  reissueRecoveryCodes,
  removeSecondFactor,
  setUpSecondFactor,
} from '#app/operations/people/second-factor.server.ts';
import { proposeSecondFactor, viewSecondFactor } from '#app/operations/people/view-second-factor.server.ts';
import { paths } from '#app/paths.ts';
import { AccountSecondFactorPage } from './second-factor-page.tsx';

export const handle = { narrow: true };

export const headers = headersOfAction;

async function pageOf(door: DoorContext, { person }: SignedIn, sealed = '') {
  const view = await viewSecondFactor(door.house, person.id);
  const product = translator(door.locale)('ui.product');
  const sealer = sealerOf(door.configuration);
  const proposal =
    view.since === null ? await proposeSecondFactor(door.house, sealer, person, product, sealed) : null;
  return { view, proposal };
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const title = translator(door.locale)('people.secondFactor');
  const removed = new URL(request.url).searchParams.has('removed');
  return { title, removed, page: await pageOf(door, viewer) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const sealer = sealerOf(door.configuration);
  const form = await readAccountForm(door, request, []);
  const sealed = form.ok ? (form.input.get('sealed') ?? '') : '';
  const intent = form.ok ? (form.input.get('do') ?? '') : '';
  const again = async (errors: readonly (Refusal | FieldRefusal)[], init: ResponseInit) =>
    json({ codes: null, of: intent, errors, page: await pageOf(door, viewer, sealed) }, init);
  if (!form.ok) return again(form.refusals, { status: form.status });
  const asked = {
    ...comingFrom(door, request),
    personId: viewer.person.id,
    sessionId: viewer.sessionId,
    current: form.secret('current'),
    typed: form.secret('code'),
    sealed,
  };
  if (intent === 'off') {
    const removed = await removeSecondFactor(door.house, sealer, asked);
    if (!removed.ok) return again(removed.refusals, answerRefusals(removed.refusals));
    throw redirect(`${paths.secondFactor()}?removed`, 303);
  }
  if (intent === 'codes') {
    const issued = await reissueRecoveryCodes(door.house, sealer, asked);
    if (!issued.ok) return again(issued.refusals, answerRefusals(issued.refusals));
    return json({ codes: issued.value.codes, of: intent, errors: noErrors, page: null });
  }
  const made = await setUpSecondFactor(door.house, sealer, asked);
  if (!made.ok) return again(made.refusals, answerRefusals(made.refusals));
  return json(
    { codes: made.value.codes, of: intent, errors: noErrors, page: null },
    { headers: sessionHeaders(door, made.value.token) },
  );
}

export default function SecondFactorRoute() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.codes) return <RecoveryCodes codes={answer.codes} onward={paths.account()} />;
  const page = answer?.page ?? loaded.page;
  return (
    <AccountSecondFactorPage
      {...page}
      removed={loaded.removed && !answer}
      of={answer?.of ?? ''}
      errors={answer?.errors ?? []}
    />
  );
}
