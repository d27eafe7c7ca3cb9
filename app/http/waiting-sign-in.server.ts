import { redirect } from '@remix-run/node';
import type { SignInStep } from '#app/domain/people/second-factor.ts';
import { type WaitingSignIn, waitingSignIn } from '#app/operations/people/go-on-signing-in.server.ts';
import { paths } from '#app/paths.ts';
import { waitingToken } from './coming-in.server.ts';
import type { DoorContext } from './context.ts';
import { safeRedirect } from './safe-redirect.server.ts';

/** The addresses of drafts take what is typed and show nothing; their form stands one step above. */
const DRAFT = /^(\/[^/?#]+(?:\/[^/?#]+){2,3})\/draft(?=$|[?#])/;

/** Where a sign-in leads that was asked to lead somewhere: always to a page that can be read. */
export function afterSignIn(asked: string | null | undefined): string {
  const to = safeRedirect(asked, paths.desk());
  if (to.split(/[?#]/, 1)[0] === paths.forgetDraft()) return paths.desk();
  return to.replace(DRAFT, '$1');
}

/** Where a sign-in leads when it is done. */
export const whereTo = (request: Request): string =>
  afterSignIn(new URL(request.url).searchParams.get('redirectTo'));

/**
 * The sign-in that waits for this step; one that waits for another is led there, and where none waits one begins anew
 * (thrown).
 */
export async function waitingFor(
  door: DoorContext,
  request: Request,
  step: SignInStep,
): Promise<{ readonly waiting: WaitingSignIn; readonly to: string }> {
  const to = whereTo(request);
  const waiting = await waitingSignIn(door.house.store.read, waitingToken(door, request), door.now);
  if (waiting?.step === step) return { waiting, to };
  if (waiting?.step) throw redirect(paths.signInStep(waiting.step, to), 303);
  if (door.viewer.person) throw redirect(to, 303);
  throw redirect(`${paths.signIn(to)}&again`, 303);
}
