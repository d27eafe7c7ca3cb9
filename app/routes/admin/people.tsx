import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textOf } from '#app/domain/forms/values.ts';
import { givenOf, officeFields } from '#app/domain/people/invitation-forms.ts';
import { noErrors, readAccountForm } from '#app/http/account-form.server.ts';
import type { DoorContext } from '#app/http/context.ts';
import { answerRefusals, headersOfAction, notFound, signedIn } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { invite } from '#app/operations/people/invite.server.ts';
import { listPeople } from '#app/operations/people/view-people.server.ts';
import { paths } from '#app/paths.ts';
import { PeoplePage } from './people-page.tsx';

export const handle = { costly: 'mail' };

export const headers = headersOfAction;

const PAGE_SIZE = 25;
const LONGEST_QUERY = 60;

async function opened({ context, request }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const { searchParams } = new URL(request.url);
  const param = (name: string) => searchParams.get(name) ?? undefined;
  const q = (param('q') ?? '').trim().slice(0, LONGEST_QUERY);
  const unused = searchParams.has('unused');
  const asked = { q, unused, size: PAGE_SIZE, after: param('after'), before: param('before') };
  const listed = await listPeople(door.house, viewer.actor, asked);
  if (listed === undefined) throw notFound();
  return { door, viewer, q, unused, ...listed };
}

export async function loader(args: LoaderFunctionArgs) {
  const { door, q, unused, page, giveable } = await opened(args);
  const address = (name: 'after' | 'before', cursor: string | null) =>
    cursor &&
    `${paths.admin('people')}?${new URLSearchParams({ ...(q ? { q } : {}), ...(unused ? { unused: '1' } : {}), [name]: cursor })}`;
  return {
    title: translator(door.locale)('people.list'),
    q,
    unused,
    rows: page.rows,
    next: address('after', page.next),
    previous: address('before', page.previous),
    giveable,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { door, viewer, giveable } = await opened(args);
  const form = await readAccountForm(door, args.request, officeFields(giveable));
  if (!form.ok) return json({ errors: form.refusals, raw: form.raw, done: false }, { status: form.status });
  const { role, scopeId } = givenOf(textOf(form.values, 'given'), textOf(form.values, 'region'));
  const result = await invite(door.house, {
    actor: viewer.actor,
    email: textOf(form.values, 'email'),
    role,
    scopeId,
    locale: door.locale,
    address: door.address,
  });
  if (result.ok) return json({ errors: noErrors, raw: {}, done: true });
  // the only place that is typed is a region's code
  const errors = result.refusals.map((refusal) =>
    refusal.code === 'unseen' ? { field: 'region', code: 'people.regionCode' } : refusal,
  );
  return json({ errors, raw: form.raw, done: false }, answerRefusals(errors));
}

export default function PeopleRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PeoplePage
      {...view}
      done={answer?.done ?? false}
      errors={answer?.errors ?? []}
      raw={answer?.raw ?? {}}
    />
  );
}
