import { mayGive, scopeOfRole, separationRefusal } from '#app/domain/people/invitations.ts';
import type { Actor, GivenRole } from '#app/domain/policy/actor.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { personByEmail } from '#db/reads/accounts.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { sendLetter } from './letters.server.ts';
import { makeLink } from './links.server.ts';
import { placeOf } from './places.server.ts';
import { note } from './security-log.server.ts';

export interface Invitation {
  readonly actor: Actor;
  /** In its normal form. */
  readonly email: string;
  readonly role: GivenRole;
  /** The id of what the role is given for: organization, center, division code, or `*`. */
  readonly scopeId: string;
  /** Staff who may also submit. */
  readonly delegate?: boolean;
  readonly locale: string;
  readonly address: string;
}

/**
 * Invites somebody into a role by a mailed link that can be followed once, within a week. Refusals: `unseen` (no such
 * place), `notYours` (another role gives this one), `people.rolesApart`, `people.alreadyHolds`.
 */
export async function invite(house: House, asked: Invitation): Promise<Result<true, Refusal | FieldRefusal>> {
  const scope = scopeOfRole(asked.role);
  const at = house.clock.now();
  return writeOrUndo<true, Refusal | FieldRefusal>(house.store, async (trx) => {
    const known = await placeOf(trx, scope, asked.scopeId);
    if (known === undefined) return refused(refusal('unseen'));
    if (!mayGive(asked.actor, asked.role, known.place)) return refused(refusal('notYours'));
    const person = await personByEmail(trx, asked.email);
    const held = person ? await membershipsOf(trx, person.id) : [];
    const apart = separationRefusal(
      held.map((m) => m.role),
      asked.role,
    );
    if (apart) return refused({ field: 'email', ...apart });
    if (held.some((m) => m.role === asked.role && m.scope === scope && m.scopeId === asked.scopeId))
      return refused({ field: 'email', ...refusal('people.alreadyHolds', { role: asked.role }) });
    const payload = {
      email: asked.email,
      role: asked.role,
      scope,
      scopeId: asked.scopeId,
      delegate: asked.delegate === true && asked.role === 'staff',
      placeName: known.name ?? '',
      invitedBy: asked.actor.name,
      ...(asked.actor.personId === null ? {} : { inviterId: asked.actor.personId }),
    };
    const token = await makeLink(trx, { purpose: 'invitation', personId: person?.id ?? null, payload }, at);
    await sendLetter(
      trx,
      {
        to: asked.email,
        locale: person?.locale ?? asked.locale,
        template: 'invitation',
        params: { name: asked.actor.name, place: payload.placeName, role: asked.role },
        link: paths.link(token),
      },
      at,
    );
    const detail = JSON.stringify({ role: asked.role, scope, scopeId: asked.scopeId });
    await note(trx, { kind: 'invited', at, personId: asked.actor.personId, address: asked.address, detail });
    return done(true);
  });
}
