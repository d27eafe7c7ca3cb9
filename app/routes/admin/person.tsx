import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Result } from '#app/domain/refusal.ts';
import { noErrors } from '#app/http/account-form.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { readSent } from '#app/http/form.server.ts';
import { answerRefusals, notFound, signedIn } from '#app/http/guarded.server.ts';
import { takeMembership } from '#app/operations/people/change-membership.server.ts';
import { disableAccount } from '#app/operations/people/disable-account.server.ts';
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
  const { actor } = viewer;
  const { address, house } = door;
  const what = input.get('do');
  let result: Result<true>;
  if (what === 'end') {
    const membershipId = input.get('membership') ?? '';
    if (!view.memberships.some((membership) => membership.id === membershipId)) throw notFound();
    result = await takeMembership(house, { actor, membershipId, address });
  } else {
    const disabled = what === 'disable';
    result = await disableAccount(house, { actor, personId: view.id, disabled, address });
  }
  if (!result.ok) return json({ errors: result.refusals, done: null }, answerRefusals(result.refusals));
  return json({ errors: noErrors, done: what === 'end' ? ('ended' as const) : ('changed' as const) });
}

export default function PersonRoute() {
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PersonPage view={view} done={answer?.done ?? null} errors={answer?.errors ?? []} />;
}
