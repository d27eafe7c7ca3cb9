import { INTERRUPTED_MS, isKeepable } from '#app/domain/forms/form-draft.ts';
import { forgetSentForm } from '#app/operations/drafts/forget-form-drafts.server.ts';
import { keepInterruptedForm } from '#app/operations/drafts/keep-interrupted-form.server.ts';
import { paths } from '#app/paths.ts';
import type { DoorContext } from './context.ts';
import { ownCookie } from './cookies.server.ts';
import { readTyped } from './form.server.ts';
import { sessionCookieOf } from './session-cookie.server.ts';
import type { SentForm } from './visit.ts';

const cookieOf = ({ configuration }: Pick<DoorContext, 'configuration'>) =>
  ownCookie('kept', configuration.publicUrl?.startsWith('https:') ?? false);

/** The token of this browser's interrupted forms, if it brought one. */
export const browserTokenOf = (door: DoorContext, request: Request): string | undefined =>
  cookieOf(door).read(request.headers.get('cookie'));

/**
 * Nothing typed is lost because a session ended meanwhile: a form that is answered by the way to the sign-in page is
 * kept for the person of the ended session, in this browser. A form that went through takes its draft with it.
 * Stands behind every form at once, so that no route can forget it.
 */
export async function keepWhatWasTyped(
  door: DoorContext,
  { url, asked }: SentForm,
  answer: Response,
): Promise<Response> {
  if (answer.status < 300 || answer.status > 399) return answer;
  const place = url.pathname + url.search;
  const { house, viewer } = door;
  if (!isKeepable(place)) return answer;
  if (viewer.person) {
    await forgetSentForm(house, viewer.person.id, place, () => readTyped(asked()));
    return answer;
  }
  if (answer.headers.get('location') !== paths.signIn(place)) return answer;
  const sent = asked();
  const cookie = sent.headers.get('cookie');
  const token = await keepInterruptedForm(house, {
    sessionToken: sessionCookieOf(door.configuration).read(cookie),
    browserToken: browserTokenOf(door, sent),
    place,
    typed: await readTyped(sent),
  });
  if (token === null) return answer;
  const kept = new Response(answer.body, answer);
  kept.headers.append('set-cookie', cookieOf(door).set(token, INTERRUPTED_MS / 1000));
  return kept;
}
