import { redirect } from '@remix-run/node';
import { RECOGNISED_MS } from '#app/domain/forms/form-draft.ts';
import { PENDING_MINUTES } from '#app/domain/people/second-factor.ts';
import { LONGEST_SESSION_MS } from '#app/domain/people/sessions.ts';
import type { ComingFrom } from '#app/operations/people/begin-session.server.ts';
import type { CameIn } from '#app/operations/people/come-in.server.ts';
import { paths } from '#app/paths.ts';
import type { DoorContext } from './context.ts';
import { sessionCookieOf, waitingCookieOf } from './session-cookie.server.ts';

/** The cookie outlives the session a little: by it a form that comes too late is known to be somebody's. */
const COOKIE_SECONDS = (LONGEST_SESSION_MS + RECOGNISED_MS) / 1000;

/** Leads on with a session that has just begun. */
export const redirectWithSession = (door: DoorContext, token: string, to: string): Response =>
  redirect(to, { status: 303, headers: sessionHeaders(door, token) });

/** The headers that hand a new session over, and end the sign-in that waited for it. */
export function sessionHeaders(door: DoorContext, token: string): Headers {
  const headers = new Headers();
  headers.append('set-cookie', sessionCookieOf(door.configuration).set(token, COOKIE_SECONDS));
  headers.append('set-cookie', waitingCookieOf(door.configuration).clear());
  return headers;
}

/** Leads somebody on who came in: to where they wanted, or first to the step that is left, which has its own cookie. */
export function leadIn(door: DoorContext, came: CameIn, to: string): Response {
  if (came.step === null) return redirectWithSession(door, came.token, to);
  const cookie = waitingCookieOf(door.configuration).set(came.token, PENDING_MINUTES * 60);
  return redirect(paths.signInStep(came.step, to), { status: 303, headers: { 'set-cookie': cookie } });
}

/** The token of a sign-in that waits for its next step, as the browser holds it. */
export const waitingToken = (door: DoorContext, request: Request): string | undefined =>
  waitingCookieOf(door.configuration).read(request.headers.get('cookie'));

/**
 * Leads on without a session, and has the browser forget the pages that it showed and whatever it stored: the next person
 * at this desk finds nothing by the back button. Cookies stay, for the chosen language is one.
 */
export const redirectWithoutSession = (door: DoorContext, to: string): Response =>
  redirect(to, {
    status: 303,
    headers: {
      'set-cookie': sessionCookieOf(door.configuration).clear(),
      'clear-site-data': '"cache", "storage"',
    },
  });

/** From where a request comes, as sessions and the security log say it. */
export const comingFrom = (door: DoorContext, request: Request): ComingFrom => ({
  address: door.address,
  agent: request.headers.get('user-agent') ?? '',
});
