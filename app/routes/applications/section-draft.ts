import { type ActionFunctionArgs, json } from '@remix-run/node';
import type { DoorContext } from '#app/http/context.ts';
import { readSent } from '#app/http/form.server.ts';
import { isSignedIn, statusOf } from '#app/http/guarded.server.ts';
import { openSection } from '#app/operations/applications/open-section.server.ts';
import { saveSection } from '#app/operations/applications/save-section.server.ts';

/** Takes the draft of a section while somebody types; answers its version, which the form then sends along. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const { viewer } = door;
  // as in the draft of an event: the script that sends this cannot follow to the sign-in page
  if (!isSignedIn(viewer)) return json({ refusals: [{ code: 'unseen' }] }, { status: 401 });
  const id = params.id ?? '';
  const section = params.section ?? '';
  const view = await openSection(door.house, viewer.actor, id, section);
  if (!view.ok) return json({ refusals: view.refusals }, { status: statusOf(view.refusals) });
  const form = await readSent(request, view.value.fields);
  if (!form.ok) return json({ refusals: form.refusals }, { status: form.status });
  const { input, version } = form.value;
  const actor = viewer.actor;
  const saved = await saveSection(door.house, { actor, id, section, input, version: version ?? 0 });
  if (!saved.ok) return json({ refusals: saved.refusals }, { status: statusOf(saved.refusals) });
  return json({ version: saved.value.version });
}
