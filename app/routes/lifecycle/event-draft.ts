import { type ActionFunctionArgs, json } from '@remix-run/node';
import type { DoorContext } from '#app/http/context.ts';
import { readSent } from '#app/http/form.server.ts';
import { isSignedIn, notFound, statusOf } from '#app/http/guarded.server.ts';
import { saveFormDraft } from '#app/operations/drafts/save-form-draft.server.ts';
import { openEvent } from '#app/operations/view/event-view.server.ts';
import { collections, isCollection, isOfCollection, paths } from '#app/paths.ts';

export const handle = { exists: isOfCollection };

/** Takes the draft of an event's form while somebody types; the record stays as it is. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { viewer } = door;
  // the script that sends drafts cannot follow to the sign-in page: it says what happened, and goes on
  if (!isSignedIn(viewer)) return json({ refusals: [{ code: 'unseen' }] }, { status: 401 });
  if (!isCollection(params.collection)) throw notFound();
  const lifecycle = collections[params.collection];
  const { id = '', noun = '' } = params;
  const view = await openEvent(door.house, viewer.actor, lifecycle, id, noun);
  if (!view.ok || !view.value.allowed) throw notFound();
  const form = await readSent(request, view.value.fields);
  if (!form.ok && (form.status === 413 || form.status === 415))
    return json({ refusals: form.refusals }, { status: form.status });
  const key = form.ok ? form.value.idempotency?.key : undefined;
  const saved = await saveFormDraft(door.house, {
    personId: viewer.person.id,
    place: paths.event(lifecycle, id, noun),
    typed: form.raw,
    formKey: key?.replace(/-draft-\d+$/, ''),
  });
  return saved.ok ? json({}) : json({ refusals: saved.refusals }, { status: statusOf(saved.refusals) });
}
