import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AmendmentPage, amendmentFields } from '#app/components/lifecycle/amendment-page.tsx';
import type { DoorContext } from '#app/http/context.ts';
import { readFields } from '#app/http/form.server.ts';
import { forbidden, notFound, signedIn, statusOf } from '#app/http/guarded.server.ts';
import { dayOf } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/translate.ts';
import { requestAmendment } from '#app/operations/request-amendment.server.ts';
import { viewAmendment } from '#app/operations/view/amendment-view.server.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const view = await viewAmendment(door.house, viewer.actor, params.id ?? '');
  if (!view.ok) throw statusOf(view.refusals) === 403 ? forbidden() : notFound();
  return { title: translator(door.locale)('content.amendment.ask'), ...view.value };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const form = await readFields(door, request, amendmentFields, { today: dayOf(door.now) });
  if (!form.ok) return json({ errors: form.refusals, raw: form.raw }, { status: form.status });
  const { input, idempotency } = form.value;
  const asked = await requestAmendment(door.house, {
    reportId: params.id ?? '',
    input,
    actor: viewer.actor,
    requestId: door.requestId,
    ...(idempotency ? { idempotency } : {}),
  });
  if (asked.ok) throw redirect(paths.record('progress_report', asked.value.id), 303);
  const status = statusOf(asked.refusals);
  if (status === 404) throw notFound();
  return json({ errors: asked.refusals, raw: form.raw }, { status });
}

export default function AmendmentRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <AmendmentPage view={view} errors={answer?.errors ?? []} raw={answer?.raw ?? {}} />;
}
