import { mayDo } from '#app/domain/policy/abilities.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { personById } from '#db/reads/accounts.server.ts';
import { deletePendingSignInsOf, deleteSecondFactor } from '#db/writes/second-factors.server.ts';
import { closeSessionsOf } from '#db/writes/sessions.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { sendLetter } from './letters.server.ts';
import { note } from './security-log.server.ts';

interface Asked {
  readonly actor: Actor;
  readonly personId: string;
  readonly address: string;
}

/**
 * Removes the second factor of somebody who has lost it; sessions end, the person is told by mail. Only the
 * administrator may, after having seen who it is, and never for themselves. Refusals: `notYours`, `people.notForOneself`,
 * `unseen`, `people.secondFactor.none`.
 */
export function resetSecondFactor(house: House, { actor, personId, address }: Asked): Promise<Result<true>> {
  const at = house.clock.now();
  return writeOrUndo(house.store, async (trx) => {
    if (!mayDo(actor, 'people.manage', 'instance')) return refused(refusal('notYours'));
    if (personId === actor.personId) return refused(refusal('people.notForOneself'));
    const person = await personById(trx, personId);
    if (person === undefined) return refused(refusal('unseen'));
    if (!(await deleteSecondFactor(trx, personId))) return refused(refusal('people.secondFactor.none'));
    await closeSessionsOf(trx, personId, at);
    await deletePendingSignInsOf(trx, personId);
    const detail = JSON.stringify({ by: actor.personId });
    await note(trx, { kind: 'second_factor_reset', at, personId, address, detail });
    const { name, email: to, locale } = person;
    const params = { name, what: 'reset', left: '' };
    await sendLetter(trx, { to, locale, template: 'secondFactor', params, link: paths.secondFactor() }, at);
    return done(true as const);
  });
}

/** Ends every session of somebody else, at once. Refusals: `notYours`, `unseen`. */
export function endSessionsFor(house: House, { actor, personId, address }: Asked): Promise<Result<true>> {
  const at = house.clock.now();
  return writeOrUndo(house.store, async (trx) => {
    if (!mayDo(actor, 'people.manage', 'instance')) return refused(refusal('notYours'));
    if ((await personById(trx, personId)) === undefined) return refused(refusal('unseen'));
    const ended = await closeSessionsOf(trx, personId, at);
    await deletePendingSignInsOf(trx, personId);
    const detail = JSON.stringify({ by: actor.personId, ended });
    await note(trx, { kind: 'sessions_ended', at, personId, address, detail });
    return done(true as const);
  });
}
