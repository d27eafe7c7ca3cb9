import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { emailField } from '#app/domain/people/account-forms.ts';
import { comingFrom, leadIn } from '#app/http/coming-in.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { readSent } from '#app/http/form.server.ts';
import { answerRefusals, headersOfAction } from '#app/http/guarded.server.ts';
import { browserTokenOf } from '#app/http/interrupted-form.server.ts';
import { afterSignIn } from '#app/http/waiting-sign-in.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { wasInterrupted } from '#app/operations/drafts/open-form-draft.server.ts';
import { signIn } from '#app/operations/people/sign-in.server.ts';
import { paths } from '#app/paths.ts';
import { demoAccounts } from '#db/reads/accounts.server.ts';
import { SignInPage } from './sign-in-page.tsx';

export const handle = { narrow: true };

export const headers = headersOfAction;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { searchParams } = new URL(request.url);
  const to = afterSignIn(searchParams.get('redirectTo'));
  if (door.viewer.person) throw redirect(to);
  return {
    title: translator(door.locale)('people.signIn'),
    redirectTo: to,
    kept: await wasInterrupted(door.house, to, browserTokenOf(door, request)),
    joined: to.startsWith(`${paths.desk()}?joined=`),
    ended: searchParams.has('again') ? ('again' as const) : (door.viewer.ended ?? null),
    accounts: door.demo ? await demoAccounts(door.house.store.read) : [],
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const form = await readSent(request, [emailField]);
  const email = form.ok ? (form.value.input.get('email') ?? '') : '';
  if (!form.ok) return json({ errors: form.refusals, email }, { status: form.status });
  const { input } = form.value;
  const result = await signIn(door.house, {
    ...comingFrom(door, request),
    email,
    password: input.get('password') ?? '',
    previousSession: door.viewer.sessionId,
  });
  if (result.ok) return leadIn(door, result.value, afterSignIn(input.get('redirectTo')));
  const { status, headers } = answerRefusals(result.refusals);
  return json({ errors: result.refusals, email }, { status: status === 409 ? 422 : status, headers });
}

export default function SignInRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SignInPage
      {...view}
      ended={answer ? null : view.ended}
      errors={answer?.errors ?? []}
      email={answer?.email ?? ''}
    />
  );
}
