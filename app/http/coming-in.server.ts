import { redirect } from '@remix-run/node';
import { RECOGNISED_MS } from '#app/domain/forms/form-draft.ts';
import { ABSOLUTE_MS } from '#app/domain/people/sessions.ts';
import type { ComingFrom } from '#app/operations/people/begin-session.server.ts';
import type { DoorContext } from './context.ts';
import { sessionCookieOf } from './session-cookie.server.ts';

/** The cookie outlives the session a little: by it a form that comes too late is known to be somebody's. */
const COOKIE_SECONDS = (ABSOLUTE_MS + RECOGNISED_MS) / 1000;

/** Leads on with a session that has just begun. */
export const redirectWithSession = (door: DoorContext, token: string, to: string): Response =>
  redirect(to, {
    status: 303,
    headers: { 'set-cookie': sessionCookieOf(door.configuration).set(token, COOKIE_SECONDS) },
  });

/** Leads on without a session. */
export const redirectWithoutSession = (door: DoorContext, to: string): Response =>
  redirect(to, { status: 303, headers: { 'set-cookie': sessionCookieOf(door.configuration).clear() } });

/** From where a request comes, as sessions and the security log say it. */
export const comingFrom = (door: DoorContext, request: Request): ComingFrom => ({
  address: door.address,
  agent: request.headers.get('user-agent') ?? '',
});
