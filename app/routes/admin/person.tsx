import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readValues } from '#app/domain/forms/schema.ts';
import { textOf } from '#app/domain/forms/values.ts';
import { expiryFields } from '#app/domain/people/account-forms.ts';
import { type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { noErrors, todayOf } from '#app/http/account-form.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { readSent } from '#app/http/form.server.ts';
import { answerRefusals, notFound, signedIn } from '#app/http/guarded.server.ts';
import { takeMembership } from '#app/operations/people/change-membership.server.ts';
import { disableAccount, setAccountExpiry } from '#app/operations/people/disable-account.server.ts';
import { endSessionsFor, resetSecondFactor } from '#app/operations/people/reset-second-factor.server.ts';
import { viewPerson } from '#app/operations/people/view-people.server.ts';
import { PersonPage } from './person-page.tsx';

async function opened({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const view = await viewPerson(door.house, viewer.actor, params.id ?? '');
  if (view === undefined) throw notFound();
  return { door, viewer, view };
}

export async function loader(args: LoaderFunctionArgs) {
  const { view } = await opened(args);
  return { title: view.name, view };
}

export async function action(args: ActionFunctionArgs) {
  const { door, viewer, view } = await opened(args);
  const form = await readSent(args.request);
  if (!form.ok) return json({ errors: form.refusals, done: null }, { status: form.status });
  const { input } = form.value;
  const { house } = door;
  const asked = { actor: viewer.actor, personId: view.id, address: door.address };
  const what = input.get('do');
  let result: Result<true, Refusal | FieldRefusal>;
  if (what === 'end') {
    const membershipId = input.get('membership') ?? '';
    if (!view.memberships.some((membership) => membership.id === membershipId)) throw notFound();
    result = await takeMembership(house, { ...asked, membershipId });
  } else if (what === 'expire') {
    const read = readValues(expiryFields, input, { today: todayOf(door) });
    const lastDay = read.ok ? textOf(read.value, 'lastDay') || null : null;
    result = read.ok ? await setAccountExpiry(house, { ...asked, lastDay }) : read;
  } else if (what === 'resetSecondFactor') result = await resetSecondFactor(house, asked);
  else if (what === 'endSessions') result = await endSessionsFor(house, asked);
  else if (what === 'disable' || what === 'enable')
    result = await disableAccount(house, { ...asked, disabled: what === 'disable' });
  else result = refused(refusal('form.kind'));
  if (!result.ok) return json({ errors: result.refusals, done: null }, answerRefusals(result.refusals));
  return json({ errors: noErrors, done: what === 'end' ? ('ended' as const) : ('changed' as const) });
}

export default function PersonRoute() {
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PersonPage view={view} done={answer?.done ?? null} errors={answer?.errors ?? []} />;
}
