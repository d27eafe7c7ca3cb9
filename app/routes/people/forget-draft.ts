import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import type { DoorContext } from '#app/http/context.ts';
import { readSent } from '#app/http/form.server.ts';
import { signedIn } from '#app/http/guarded.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.server.ts';
import { forgetFormDrafts } from '#app/operations/drafts/forget-form-drafts.server.ts';
import { paths } from '#app/paths.ts';

/** Drops what a person left unsent in a form of theirs, and leads back to the form, now as it was drawn first. */
export async function action({ context, request }: ActionFunctionArgs) {
  const door = context as DoorContext;
  const viewer = signedIn(door, request);
  const form = await readSent(request);
  const place = safeRedirect(form.ok ? form.value.input.get('place') : undefined, paths.desk());
  await forgetFormDrafts(door.house, viewer.person.id, place);
  throw redirect(place, 303);
}
