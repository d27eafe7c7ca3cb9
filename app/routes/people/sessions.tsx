import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import { readAccountForm } from '#app/http/account-form.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { answerRefusals, headersOfAction, notFound, signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { endElsewhere } from '#app/operations/people/end-sessions.server.ts';
import { viewSessions } from '#app/operations/people/view-account.server.ts';
import { paths } from '#app/paths.ts';
import { SessionsPage } from './sessions-page.tsx';

export const handle = { narrow: true };

export const headers = headersOfAction;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const { person, sessionId } = signedIn(door, request);
  const { sessions, limits } = await viewSessions(door.house, person.id);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('end');
  const others = sessions.filter((session) => session.id !== sessionId);
  if (asked !== null && asked !== 'others' && !others.some((session) => session.id === asked))
    throw notFound();
  return {
    title: translator(door.locale)('people.sessions'),
    sessions: sessions.map((session) => ({ ...session, isThis: session.id === sessionId })),
    limits,
    ending: asked,
    ended: searchParams.has('ended'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { person, sessionId } = signedIn(door, request);
  const form = await readAccountForm(door, request, []);
  const again = (errors: readonly (Refusal | FieldRefusal)[], init: ResponseInit) => json({ errors }, init);
  if (!form.ok) return again(form.refusals, { status: form.status });
  const result = await endElsewhere(door.house, {
    personId: person.id,
    here: sessionId,
    which: form.input.get('session') ?? '',
    current: form.secret('current'),
    address: door.address,
  });
  if (!result.ok) return again(result.refusals, answerRefusals(result.refusals));
  throw redirect(`${paths.sessions()}?ended`, 303);
}

export default function SessionsRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SessionsPage {...view} errors={answer?.errors ?? []} />;
}
