import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ObjectionPage, ReceiptPage } from '#app/components/public/objection-page.tsx';
import { anyone } from '#app/domain/policy/actor.ts';
import type { DoorContext } from '#app/http/context.ts';
import { readFields } from '#app/http/form.server.ts';
import { notFound, statusOf } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { advance } from '#app/operations/advance.server.ts';
import { objectionNumber } from '#app/operations/public/objection-number.server.ts';
import { objectionReceipt, openObjection } from '#app/operations/public/open-objection.server.ts';
import { paths } from '#app/paths.ts';

export const handle = { narrow: true, uploads: true, costly: 'objection' };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const t = translator(door.locale);
  const id = params.id ?? '';
  const number = new URL(request.url).searchParams.get('receipt');
  if (number !== null) {
    const receipt = await objectionReceipt(door.house, id, number);
    if (receipt === undefined) throw notFound();
    return { title: t('public.receipt.title'), receipt, form: null };
  }
  const opened = await openObjection(door.house, id);
  if (opened === undefined) throw notFound();
  const { notice, event } = opened;
  return {
    title: t('public.objection.title'),
    receipt: null,
    form: { notice, fields: event.fields, key: event.key },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const id = params.id ?? '';
  const opened = await openObjection(door.house, id);
  if (opened === undefined) throw notFound();
  const { event } = opened;
  const form = await readFields(door, request, event.fields, { today: event.today });
  if (!form.ok) return json({ errors: form.refusals, raw: form.raw }, { status: form.status });
  const { input, apart, documents, idempotency } = form.value;
  const result = await advance(door.house, {
    lifecycle: event.lifecycle,
    id: event.id,
    event: event.event,
    // Also of someone signed in: the history, which the organization reads, must not name who objected.
    actor: anyone,
    requestId: door.requestId,
    input,
    ...(apart ? { apart } : {}),
    ...(documents ? { documents } : {}),
    ...(idempotency ? { idempotency } : {}),
  });
  if (!result.ok)
    return json({ errors: result.refusals, raw: form.raw }, { status: statusOf(result.refusals) });
  const number = await objectionNumber(door.house, event.lifecycle, event.id, result.value.version);
  throw redirect(
    number === null ? paths.notice(id) : `${paths.objection(id)}?receipt=${encodeURIComponent(number)}`,
    303,
  );
}

export default function ObjectionRoute() {
  const { receipt, form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (receipt) return <ReceiptPage view={receipt} />;
  if (form) return <ObjectionPage view={form} errors={answer?.errors ?? []} raw={answer?.raw ?? {}} />;
  return null;
}
