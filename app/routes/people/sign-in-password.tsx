import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { useTranslate } from '#app/components/ui/index.ts';
import { MLPS_PASSWORD_DAYS } from '#app/domain/people/password-policy.ts';
import { readAccountForm } from '#app/http/account-form.server.ts';
import { comingFrom, leadIn, waitingToken } from '#app/http/coming-in.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { answerRefusals, headersOfAction } from '#app/http/guarded.server.ts';
import { waitingFor, whereTo } from '#app/http/waiting-sign-in.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { renewPassword } from '#app/operations/people/change-password.server.ts';
import { paths } from '#app/paths.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';

export const handle = { narrow: true };

export const headers = headersOfAction;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { to } = await waitingFor(door, request, 'password');
  const { policy } = await securitySettings(door.house.store.read);
  return { title: translator(door.locale)('people.renew'), to, policy };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const form = await readAccountForm(door, request, []);
  if (!form.ok) return json({ errors: form.refusals }, { status: form.status });
  const token = waitingToken(door, request);
  const password = form.secret('password');
  const result = await renewPassword(door.house, { ...comingFrom(door, request), token, password });
  if (!result.ok) return json({ errors: result.refusals }, answerRefusals(result.refusals));
  throw leadIn(door, result.value, whereTo(request));
}

export default function SignInPasswordRoute() {
  const { to, policy } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslate();
  return (
    <>
      <PageTitle lead={t('people.renew.lead', { days: MLPS_PASSWORD_DAYS })}>{t('people.renew')}</PageTitle>
      <AccountForm
        action={paths.signInStep('password', to)}
        fields={[]}
        passwords={[{ name: 'password', kind: 'new', policy }]}
        errors={answer?.errors ?? []}
        submit={t('people.renew.submit')}
      />
    </>
  );
}
