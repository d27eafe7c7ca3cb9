import { mayDo } from '#app/domain/policy/abilities.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { countHolders, personById } from '#db/reads/accounts.server.ts';
import { membershipsOf } from '#db/reads/people.server.ts';
import { updatePerson } from '#db/writes/people.server.ts';
import { closeSessionsOf } from '#db/writes/sessions.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { note } from './security-log.server.ts';

/**
 * Closes an account (nobody can sign in to it, its sessions end, what it did stays) or opens it again. Only the
 * administrator may. Refusals: `notYours`, `unseen`, `people.ownAccount`, `people.lastAdministrator`.
 */
export function disableAccount(
  house: House,
  asked: {
    readonly actor: Actor;
    readonly personId: string;
    readonly disabled: boolean;
    readonly address: string;
  },
): Promise<Result<true>> {
  const at = house.clock.now();
  const { actor, personId, disabled, address } = asked;
  return writeOrUndo(house.store, async (trx) => {
    if (!mayDo(actor, 'people.manage', 'instance')) return refused(refusal('notYours'));
    if (personId === actor.personId) return refused(refusal('people.ownAccount'));
    const person = await personById(trx, personId);
    if (person === undefined) return refused(refusal('unseen'));
    const isAdmin = (await membershipsOf(trx, personId)).some((m) => m.role === 'admin');
    if (disabled && isAdmin && (await countHolders(trx, 'admin')) <= 1)
      return refused(refusal('people.lastAdministrator'));
    await updatePerson(trx, personId, { disabled_at: disabled ? at : null });
    if (disabled) await closeSessionsOf(trx, personId, at);
    const detail = JSON.stringify({ by: actor.personId });
    const kind = disabled ? 'account_disabled' : 'account_enabled';
    await note(trx, { kind, at, personId, address, detail });
    return done(true as const);
  });
}

/**
 * Gives an account a last day (ISO date, on which it may still be used), or none (null). Only the administrator may.
 * Refusals: `notYours`, `unseen`, `people.notForOneself`.
 */
export function setAccountExpiry(
  house: House,
  asked: {
    readonly actor: Actor;
    readonly personId: string;
    readonly lastDay: string | null;
    readonly address: string;
  },
): Promise<Result<true>> {
  const at = house.clock.now();
  const { actor, personId, lastDay, address } = asked;
  return writeOrUndo(house.store, async (trx) => {
    if (!mayDo(actor, 'people.manage', 'instance')) return refused(refusal('notYours'));
    if (personId === actor.personId) return refused(refusal('people.notForOneself'));
    if ((await personById(trx, personId)) === undefined) return refused(refusal('unseen'));
    await updatePerson(trx, personId, { expires_on: lastDay });
    const detail = JSON.stringify({ by: actor.personId, lastDay });
    await note(trx, { kind: 'account_expiry_set', at, personId, address, detail });
    return done(true as const);
  });
}
