import { Secret, TOTP } from 'otpauth';
import type { CameIn } from '#app/operations/people/come-in.server.ts';
import { sealedFor } from '#app/operations/people/give-code.server.ts';
import { giveCode } from '#app/operations/people/go-on-signing-in.server.ts';
import { newSecret } from '#app/operations/people/one-time-codes.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { setUpAtSignIn } from '#app/operations/people/second-factor.server.ts';
import { signIn } from '#app/operations/people/sign-in.server.ts';
import { openSealer } from '#app/outside/sealing.server.ts';
import type { World } from '../../world.ts';
import { goodPassword, here, withPassword } from './accounts.ts';

export const minute = 60_000;
export const sealer = openSealer('a secret of this test installation');

type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly { code: string }[] };
export const codes = (result: Answer<unknown>): string =>
  result.ok ? 'done' : result.refusals.map((each) => each.code).join(' ');
export const must = <T>(result: Answer<T>): T => {
  if (!result.ok) throw new Error(codes(result));
  return result.value;
};

/** What people do with a second factor in a world. */
export function secondFactorsIn(world: World) {
  const come = async (email: string, from = here): Promise<CameIn> =>
    must(await signIn(world.house, { ...from, email, password: goodPassword }));
  const codeNow = (secret: string, asideMs = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: Date.parse(world.clock.now()) + asideMs,
    });
  const viewer = async (token: string) => (await resolveViewer(world.store, token, world.clock.now())).person;
  /** Sets one up while signing in; answers its secret, the recovery codes and the session's token. */
  const setUp = async (name: string) => {
    const came = await come(await withPassword(world, name));
    const secret = newSecret();
    const sealed = sealer.seal(secret, sealedFor(world.idOf(name)));
    const asked = { ...here, token: came.token, sealed, typed: codeNow(secret) };
    const made = must(await setUpAtSignIn(world.house, sealer, asked));
    world.clock.advance(minute);
    return { secret, ...made };
  };
  const give = (token: string, typed: string, from = here) =>
    giveCode(world.house, sealer, { ...from, token, typed });
  return { come, codeNow, viewer, setUp, give };
}
