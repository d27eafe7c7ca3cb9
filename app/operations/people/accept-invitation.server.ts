import { isShut } from '#app/domain/people/account-state.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { personByEmail } from '#db/reads/accounts.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import type { ComingFrom } from './begin-session.server.ts';
import { type CameIn, comeIn } from './come-in.server.ts';
import { giveMembership } from './give-membership.server.ts';
import { inviterRefusal } from './inviter.server.ts';
import { followLink, openLink } from './links.server.ts';
import { hashOfNewPassword, insertAccount } from './new-account.server.ts';

export interface NewcomerWords {
  readonly name: string;
  readonly password: string;
  readonly locale: string;
}

type Answer<T> = Result<T, Refusal | FieldRefusal>;

/**
 * Accepts an invitation for an address that has an account: the role is added to it. It signs nobody in, for a link alone
 * is no password. Refusals: `people.linkOver`, `people.inviterLeft`, `people.rolesApart`, `people.alreadyHolds`.
 */
export async function acceptInvitation(house: House, token: string, address: string): Promise<Answer<true>> {
  const at = house.clock.now();
  return writeOrUndo<true, Refusal | FieldRefusal>(house.store, async (trx) => {
    const link = await followLink(trx, 'invitation', token, at);
    if (!link.ok) return link;
    const left = await inviterRefusal(trx, link.value.payload, at);
    if (left) return refused(left);
    const person = await personByEmail(trx, link.value.payload.email);
    if (person === undefined || isShut(person, at)) return refused(refusal('people.linkOver'));
    return giveMembership(trx, person.id, link.value.payload, at, address);
  });
}

/**
 * Accepts an invitation for an address without an account: makes it, gives the role and lets the person in.
 * Refusals: `people.linkOver`, `people.inviterLeft`, `people.emailTaken`, `people.password.*`.
 */
export async function acceptAsNewcomer(
  house: House,
  token: string,
  newcomer: NewcomerWords,
  from: ComingFrom,
): Promise<Answer<CameIn>> {
  const link = await openLink(house, token);
  if (link?.purpose !== 'invitation') return refused(refusal('people.linkOver'));
  const { email } = link.payload;
  const hashed = await hashOfNewPassword(house, newcomer.password, { email, name: newcomer.name });
  if (!hashed.ok) return hashed;
  const at = house.clock.now();
  return writeOrUndo<CameIn, Refusal | FieldRefusal>(house.store, async (trx) => {
    const followed = await followLink(trx, 'invitation', token, at);
    if (!followed.ok) return followed;
    const left = await inviterRefusal(trx, followed.value.payload, at);
    if (left) return refused(left);
    if (await personByEmail(trx, email)) return refused(refusal('people.emailTaken'));
    const { name, locale } = newcomer;
    const id = await insertAccount(
      trx,
      { email, name, locale, passwordHash: hashed.value },
      at,
      from.address,
    );
    const given = await giveMembership(trx, id, followed.value.payload, at, from.address);
    return given.ok ? done(await comeIn(trx, { id, email }, from, at)) : given;
  });
}
