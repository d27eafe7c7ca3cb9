import { redirect } from '@remix-run/node';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import type { DoorContext, Viewer } from './context.ts';

/** A viewer of whom we know who it is. */
export interface SignedIn extends Viewer {
  readonly person: NonNullable<Viewer['person']>;
  readonly sessionId: string;
}

export const isSignedIn = (viewer: Viewer): viewer is SignedIn =>
  viewer.person !== null && viewer.sessionId !== null;

/** The viewer, when somebody is signed in; anyone else is led to the sign-in page and back here afterwards (thrown). */
export function signedIn(door: DoorContext, request: Request): SignedIn {
  const { viewer } = door;
  if (isSignedIn(viewer)) return viewer;
  const { pathname, search } = new URL(request.url);
  throw redirect(paths.signIn(pathname + search), request.method === 'POST' ? 303 : 302);
}

/** The answer for what is not there, or not for this viewer: to be thrown. */
export const notFound = (): Response => new Response(null, { status: 404 });

/** The answer for what one may know of and may not do: to be thrown. */
export const forbidden = (): Response => new Response(null, { status: 403 });

type AnyRefusal = Refusal | FieldRefusal;

/**
 * The HTTP status of refusals: 404 unseen, 403 not yours, 410 a link that is over, 429 too often; for files 413 too large, 415 of a kind that is
 * never taken, 507 no room; 422 when a field of the form is named or its key belongs to another sending; else 409: the
 * state, a guard or another person's change does not allow it.
 */
export function statusOf(
  refusals: readonly AnyRefusal[],
): 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 507 {
  const has = (code: string) => refusals.some((refusal) => refusal.code === code);
  if (has('unseen')) return 404;
  if (has('notYours')) return 403;
  if (has('people.linkOver') || has('people.inviterLeft')) return 410;
  if (has('people.tooManyAttempts')) return 429;
  if (has('file.noSpace')) return 507;
  if (has('file.tooLarge')) return 413;
  if (has('file.svg') || has('file.page')) return 415;
  if (has('idempotency.otherContent')) return 422;
  return refusals.some((refusal) => 'field' in refusal) ? 422 : 409;
}

/** Status and headers of an answer that redraws a form with its refusals; what must wait says for how long. */
export function answerRefusals(refusals: readonly AnyRefusal[]): {
  readonly status: ReturnType<typeof statusOf>;
  readonly headers: Readonly<Record<string, string>>;
} {
  const status = statusOf(refusals);
  const seconds = refusals.find((refusal) => refusal.code === 'people.tooManyAttempts')?.params?.seconds;
  return { status, headers: seconds === undefined ? {} : { 'retry-after': String(seconds) } };
}

/** A route's `headers`: lets those of its action's answer (such as `retry-after`) through to the page that is drawn. */
export const headersOfAction = ({ actionHeaders }: { readonly actionHeaders: Headers }): Headers =>
  actionHeaders;
