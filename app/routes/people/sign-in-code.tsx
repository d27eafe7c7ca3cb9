import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import { useTranslate } from '#app/components/ui/index.ts';
import { readAccountForm } from '#app/http/account-form.server.ts';
import { comingFrom, leadIn, waitingToken } from '#app/http/coming-in.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { answerRefusals, headersOfAction } from '#app/http/guarded.server.ts';
import { sealerOf } from '#app/http/sealing.server.ts';
import { waitingFor, whereTo } from '#app/http/waiting-sign-in.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { giveCode } from '#app/operations/people/go-on-signing-in.server.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true };

export const headers = headersOfAction;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { to } = await waitingFor(door, request, 'code');
  return { title: translator(door.locale)('people.code'), to };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const form = await readAccountForm(door, request, []);
  if (!form.ok) return json({ errors: form.refusals }, { status: form.status });
  const token = waitingToken(door, request);
  const typed = form.secret('code');
  const asked = { ...comingFrom(door, request), token, typed };
  const result = await giveCode(door.house, sealerOf(door.configuration), asked);
  if (!result.ok) return json({ errors: result.refusals }, answerRefusals(result.refusals));
  throw leadIn(door, result.value, whereTo(request));
}

export default function SignInCodeRoute() {
  const { to } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTranslate();
  return (
    <>
      <PageTitle lead={t('people.code.lead')}>{t('people.code')}</PageTitle>
      <AccountForm
        action={paths.signInStep('code', to)}
        fields={[]}
        passwords={[{ name: 'code', kind: 'code' }]}
        errors={answer?.errors ?? []}
        submit={t('people.signIn')}
        secondary={<a href={paths.signIn(to)}>{t('people.code.other')}</a>}
      />
      <p className="soft">{t('people.code.lost')}</p>
    </>
  );
}
