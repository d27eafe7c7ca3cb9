import { needsSecondFactor, plainOneTimeCode } from '#app/domain/people/second-factor.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Sealer } from '#app/outside/sealing.server.ts';
import { paths } from '#app/paths.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { secondFactorOf } from '#db/reads/second-factors.server.ts';
import { securitySettings } from '#db/reads/security-settings.server.ts';
import {
  deleteSecondFactor,
  insertSecondFactor,
  replaceRecoveryCodes,
} from '#db/writes/second-factors.server.ts';
import { closeSessionsOf } from '#db/writes/sessions.server.ts';
import type { House } from '../house.ts';
import { attemptRefusal, noteFailure } from './attempt-limits.server.ts';
import { beginSession, type ComingFrom, type SignedInNow } from './begin-session.server.ts';
import type { CameIn } from './come-in.server.ts';
import { isSecondFactor, sealedFor } from './give-code.server.ts';
import { goOn, waitingSignIn } from './go-on-signing-in.server.ts';
import { sendLetter } from './letters.server.ts';
import { newRecoveryCodes, stepOfCode } from './one-time-codes.server.ts';
import { proveIdentity } from './prove-identity.server.ts';
import { note } from './security-log.server.ts';
import { hashOfToken } from './tokens.server.ts';

type Answer<T> = Result<T, Refusal | FieldRefusal>;
type Person = NonNullable<Awaited<ReturnType<typeof personById>>>;

/** Recovery codes, to be shown this once. */
export interface WithCodes {
  readonly codes: readonly string[];
}

/** What a person sends to set a second factor up: the proposal that was shown, and the first code made from it. */
export interface Confirming extends ComingFrom {
  readonly sealed: string;
  readonly typed: string;
}

const wrongCode = (): FieldRefusal => ({ field: 'code', ...refusal('people.wrongCode') });

/**
 * Sets the second factor up for somebody who is signed in: password, proposal and first code must be right. Every other
 * session ends, a new one begins here. Refusals: those of `proveIdentity`, `people.wrongCode`, `people.signInOver`
 * (the proposal is nobody's), `people.secondFactor.there`.
 */
export async function setUpSecondFactor(
  house: House,
  sealer: Sealer,
  asked: Confirming & { readonly personId: string; readonly current: string },
): Promise<Answer<SignedInNow & WithCodes>> {
  const person = await personById(house.store.read, asked.personId);
  if (person === undefined) return refused(refusal('unseen'));
  const known = await proveIdentity(house, person, asked);
  if (!known.ok) return known;
  const step = proposedStep(house, sealer, person.id, asked);
  if (!step.ok) return step;
  const at = house.clock.now();
  return house.store.write(async (trx) => {
    if (await secondFactorOf(trx, person.id)) return refused(refusal('people.secondFactor.there'));
    const codes = await keepSecondFactor(trx, sealer, person, { ...asked, step: step.value }, at);
    await closeSessionsOf(trx, person.id, at);
    return done({ ...(await beginSession(trx, person, asked, at, { secondFactor: true })), codes });
  });
}

/**
 * Sets the second factor up for somebody who must have one and is signing in; they go on from there. Refusals:
 * `people.signInOver`, `people.wrongCode`.
 */
export async function setUpAtSignIn(
  house: House,
  sealer: Sealer,
  { token, ...asked }: Confirming & { readonly token: string | undefined },
): Promise<Answer<CameIn & WithCodes>> {
  const at = house.clock.now();
  const known = await waitingSignIn(house.store.read, token, at);
  if (known?.step !== 'setUp' || token === undefined) return refused(refusal('people.signInOver'));
  const step = proposedStep(house, sealer, known.person.id, asked);
  if (!step.ok) return step;
  return house.store.write(async (trx) => {
    const waiting = await waitingSignIn(trx, token, at);
    if (waiting?.step !== 'setUp') return refused(refusal('people.signInOver'));
    const codes = await keepSecondFactor(trx, sealer, waiting.person, { ...asked, step: step.value }, at);
    return done({ ...(await goOn(trx, waiting, token, asked, at, true)), codes });
  });
}

/** The step whose code was typed for a proposal; its owner has it on the page, so that nothing is guessed here. */
function proposedStep(
  house: House,
  sealer: Sealer,
  personId: string,
  { sealed, typed }: Confirming,
): Answer<number> {
  const secret = sealer.open(sealed, sealedFor(personId));
  if (secret === null) return refused(refusal('people.signInOver'));
  const code = plainOneTimeCode(typed);
  const step = code === null ? null : stepOfCode(secret, code, house.clock.now());
  return step === null ? refused(wrongCode()) : done(step);
}

async function keepSecondFactor(
  trx: OpenTransaction,
  sealer: Sealer,
  person: Person,
  given: Confirming & { readonly step: number },
  at: string,
): Promise<readonly string[]> {
  const secret = sealer.open(given.sealed, sealedFor(person.id)) ?? '';
  await insertSecondFactor(trx, {
    person_id: person.id,
    secret: sealer.seal(secret, sealedFor(person.id)),
    last_step: given.step,
    created_at: at,
  });
  await note(trx, { kind: 'second_factor_set_up', at, personId: person.id, address: given.address });
  await tellOwner(trx, person, 'on', at);
  return issueCodes(trx, person, at);
}

async function issueCodes(trx: OpenTransaction, person: Person, at: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(trx, person.id, codes.map(hashOfToken), at);
  return codes;
}

const tellOwner = (
  trx: OpenTransaction,
  person: Person,
  what: 'on' | 'off' | 'codes' | 'reset',
  at: string,
) =>
  sendLetter(
    trx,
    {
      to: person.email,
      locale: person.locale,
      template: 'secondFactor',
      params: { name: person.name, what, left: '' },
      link: paths.secondFactor(),
    },
    at,
  );

/** Somebody who is signed in, with the password and a code once more. */
export interface ProvingTwice extends ComingFrom {
  readonly personId: string;
  readonly sessionId: string;
  readonly current: string;
  readonly typed: string;
}

/**
 * Turns the second factor off. Refusals: `people.secondFactor.needed` for those who must have one, and those of a wrong
 * password or code.
 */
export async function removeSecondFactor(
  house: House,
  sealer: Sealer,
  asked: ProvingTwice,
): Promise<Answer<true>> {
  const roles = (await membershipsOf(house.store.read, asked.personId)).map((m) => m.role);
  if (needsSecondFactor(await securitySettings(house.store.read), roles))
    return refused(refusal('people.secondFactor.needed'));
  return withProof(house, sealer, asked, async (trx, person, at) => {
    await deleteSecondFactor(trx, person.id);
    await closeSessionsOf(trx, person.id, at, asked.sessionId);
    await note(trx, { kind: 'second_factor_removed', at, personId: person.id, address: asked.address });
    await tellOwner(trx, person, 'off', at);
    return true as const;
  });
}

/** Issues new recovery codes in the place of the old ones. Refusals: those of a wrong password or code. */
export const reissueRecoveryCodes = (
  house: House,
  sealer: Sealer,
  asked: ProvingTwice,
): Promise<Answer<WithCodes>> =>
  withProof(house, sealer, asked, async (trx, person, at) => {
    await note(trx, { kind: 'recovery_codes_issued', at, personId: person.id, address: asked.address });
    await closeSessionsOf(trx, person.id, at, asked.sessionId);
    await tellOwner(trx, person, 'codes', at);
    return { codes: await issueCodes(trx, person, at) };
  });

async function withProof<T>(
  house: House,
  sealer: Sealer,
  asked: ProvingTwice,
  work: (trx: OpenTransaction, person: Person, at: string) => Promise<T>,
): Promise<Answer<T>> {
  const person = await personById(house.store.read, asked.personId);
  if (person === undefined) return refused(refusal('unseen'));
  const known = await proveIdentity(house, person, asked);
  if (!known.ok) return known;
  const attempt = { what: 'code', email: person.email, address: asked.address } as const;
  const pause = await attemptRefusal(house, attempt);
  if (pause) return refused(pause);
  const at = house.clock.now();
  return house.store.write(async (trx) => {
    const given = { person, typed: asked.typed, address: asked.address };
    if (await isSecondFactor(trx, sealer, given, at)) return done(await work(trx, person, at));
    await noteFailure(trx, { ...attempt, personId: person.id }, at);
    return refused(wrongCode());
  });
}
