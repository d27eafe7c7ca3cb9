import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { rawOfValues } from '#app/components/forms/raw.ts';
import { EventPage } from '#app/components/lifecycle/event-page.tsx';
import { refusal } from '#app/domain/refusal.ts';
import type { DoorContext } from '#app/http/context.ts';
import { readFields } from '#app/http/form.server.ts';
import { notFound, signedIn, statusOf } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { advance, wasAnswered } from '#app/operations/advance.server.ts';
import { forgetFormDrafts } from '#app/operations/drafts/forget-form-drafts.server.ts';
import { lettersOfRecord } from '#app/operations/letters/letters-of-record.server.ts';
import { contentFor } from '#app/operations/view/content.server.ts';
import { openEvent } from '#app/operations/view/event-view.server.ts';
import { openRecord } from '#app/operations/view/record-view.server.ts';
import { collections, isCollection, paths } from '#app/paths.ts';

export const handle = { narrow: true, uploads: true };

const lifecycleOf = (collection: string | undefined) => {
  if (!isCollection(collection)) throw notFound();
  return collections[collection];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  const lifecycle = lifecycleOf(params.collection);
  const viewer = signedIn(door, request);
  const view = await openEvent(door.house, viewer.actor, lifecycle, params.id ?? '', params.noun ?? '');
  if (!view.ok) throw notFound();
  const t = translator(door.locale);
  // Nobody signs or scores blind: what the record says to this reader stands on the page of the event too.
  const record =
    view.value.reasons.length === 0
      ? await openRecord(door.house, viewer.actor, lifecycle, params.id ?? '')
      : undefined;
  const about = record ? (await contentFor(door.house, viewer.actor, record)).sections : [];
  const letters = record ? lettersOfRecord(record.view) : [];
  return json(
    { title: t.maybe(`${lifecycle}.event.${view.value.event}`) ?? '', about, letters, ...view.value },
    { status: view.value.allowed ? 200 : 403 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const lifecycle = lifecycleOf(params.collection);
  const viewer = signedIn(door, request);
  const id = params.id ?? '';
  const opened = await openEvent(door.house, viewer.actor, lifecycle, id, params.noun ?? '');
  if (!opened.ok) throw notFound();
  const { fields, today, values } = opened.value;
  const form = await readFields(door, request, fields, { today, before: values });
  if (!form.ok) {
    // A retry of what was done already hears the same answer, though the form of the new state is another one.
    if (form.idempotency && (await wasAnswered(door.house, viewer.actor, form.idempotency)))
      throw redirect(paths.record(lifecycle, id), 303);
    const closed = opened.value.reasons.length > 0;
    return json(
      { errors: closed ? opened.value.reasons : form.refusals, raw: form.raw },
      { status: closed ? statusOf(opened.value.reasons) : form.status },
    );
  }
  // Without the version nobody could tell whether the sender saw what stands there now.
  if (form.value.version === undefined) {
    const errors = opened.value.reasons.length > 0 ? opened.value.reasons : [refusal('versionMissing')];
    const status = opened.value.reasons.length > 0 ? statusOf(errors) : 422;
    return json({ errors, raw: form.raw }, { status });
  }
  const result = await advance(door.house, {
    lifecycle,
    id,
    event: opened.value.event,
    actor: viewer.actor,
    requestId: door.requestId,
    ...form.value,
  });
  if (!result.ok)
    return json({ errors: result.refusals, raw: form.raw }, { status: statusOf(result.refusals) });
  if (opened.value.main.noun !== params.noun)
    await forgetFormDrafts(door.house, viewer.person.id, paths.event(lifecycle, id, opened.value.main.noun));
  // Who stepped back may not read the record any more: their way goes on at the desk.
  throw redirect(result.value.isSeen ? paths.record(lifecycle, id) : paths.desk(), 303);
}

export default function EventRoute() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EventPage
      view={view}
      about={view.about}
      letters={view.letters}
      errors={answer?.errors ?? []}
      raw={answer?.raw ?? rawOfValues(view.fields, view.values)}
    />
  );
}
