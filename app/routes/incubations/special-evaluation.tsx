import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  SpecialEvaluationPage,
  specialEvaluationFields,
} from '#app/components/lifecycle/special-evaluation-page.tsx';
import { textOf } from '#app/domain/forms/values.ts';
import type { DoorContext } from '#app/http/context.ts';
import { readFields } from '#app/http/form.server.ts';
import { forbidden, notFound, signedIn, statusOf } from '#app/http/guarded.server.ts';
import { dayOf } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/translate.ts';
import { openSpecialEvaluation } from '#app/operations/open-special-evaluation.server.ts';
import { viewSpecialEvaluation } from '#app/operations/view/special-evaluation-view.server.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const view = await viewSpecialEvaluation(door.house, viewer.actor, params.id ?? '');
  if (!view.ok) throw statusOf(view.refusals) === 403 ? forbidden() : notFound();
  return { title: translator(door.locale)('content.special.open'), ...view.value };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const form = await readFields(door, request, specialEvaluationFields, { today: dayOf(door.now) });
  if (!form.ok) return json({ errors: form.refusals, raw: form.raw }, { status: form.status });
  const { input, idempotency } = form.value;
  const opened = await openSpecialEvaluation(door.house, {
    incubationId: params.id ?? '',
    reason: textOf(input, 'reason'),
    actor: viewer.actor,
    requestId: door.requestId,
    ...(idempotency ? { idempotency } : {}),
  });
  if (opened.ok) throw redirect(paths.record('evaluation', opened.value.id), 303);
  const status = statusOf(opened.refusals);
  if (status === 404) throw notFound();
  return json({ errors: opened.refusals, raw: form.raw }, { status });
}

export default function SpecialEvaluationRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SpecialEvaluationPage view={view} errors={answer?.errors ?? []} raw={answer?.raw ?? {}} />;
}
