import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf, tickedIn } from '#app/domain/forms/values.ts';
import { memberFields } from '#app/domain/people/invitation-forms.ts';
import type { GivenRole } from '#app/domain/policy/actor.ts';
import type { FieldRefusal, Refusal, Result } from '#app/domain/refusal.ts';
import { type AccountFormRead, noErrors, readAccountForm } from '#app/http/account-form.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import {
  answerRefusals,
  headersOfAction,
  notFound,
  type SignedIn,
  signedIn,
} from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { markDelegate, takeMembership } from '#app/operations/people/change-membership.server.ts';
import { invite } from '#app/operations/people/invite.server.ts';
import { peopleOfOrganization } from '#app/operations/people/view-people.server.ts';
import { OrganizationPeoplePage } from './people-page.tsx';

export const handle = { narrow: true, costly: 'mail' };

export const headers = headersOfAction;

type Done = 'invited' | 'ended' | 'changed';
type Read = Extract<AccountFormRead, { ok: true }>;

async function opened({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const view = await peopleOfOrganization(door.house, viewer.actor, params.id ?? '');
  if (view === undefined) throw notFound();
  return { door, viewer, view };
}

export async function loader(args: LoaderFunctionArgs) {
  const { door, viewer, view } = await opened(args);
  return { title: translator(door.locale)('people.organization'), view, viewerId: viewer.person.id };
}

export async function action(args: ActionFunctionArgs) {
  const { door, viewer, view } = await opened(args);
  const form = await readAccountForm(door, args.request, []);
  if (!form.ok) return json({ errors: form.refusals, raw: form.raw, done: null }, { status: form.status });
  const [done, result] = await carryOut(door, viewer, view, form);
  if (result.ok) return json({ errors: noErrors, raw: {}, done });
  return json({ errors: result.refusals, raw: form.raw, done: null }, answerRefusals(result.refusals));
}

/** One of the three things that the page's forms ask for; the one without a name invites. */
async function carryOut(
  door: DoorContext,
  { actor }: SignedIn,
  view: NonNullable<Awaited<ReturnType<typeof peopleOfOrganization>>>,
  { input, judge }: Read,
): Promise<readonly [Done, Result<true, Refusal | FieldRefusal>]> {
  const { house, address, locale } = door;
  const membershipId = input.get('membership') ?? '';
  switch (input.get('do')) {
    case 'end':
      return ['ended', await takeMembership(house, { actor, membershipId, address })];
    case 'delegate': {
      const delegate = input.get('delegate') === 'yes';
      return ['changed', await markDelegate(house, { actor, membershipId, delegate, address })];
    }
    default: {
      const values = judge(memberFields(view.rolesToGive));
      if (!values.ok) return ['invited', values];
      const role = textOf(values.value, 'role') as GivenRole;
      const delegate = tickedIn(values.value, 'delegate');
      const email = textOf(values.value, 'email');
      const scopeId = view.organization.id;
      return ['invited', await invite(house, { actor, email, role, scopeId, delegate, locale, address })];
    }
  }
}

export default function OrganizationPeopleRoute() {
  const { view, viewerId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <OrganizationPeoplePage
      view={view}
      viewerId={viewerId}
      done={answer?.done ?? null}
      errors={answer?.errors ?? []}
      raw={answer?.raw ?? {}}
    />
  );
}
