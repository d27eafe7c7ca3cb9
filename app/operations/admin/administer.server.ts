import type { Values } from '#app/domain/forms/field.ts';
import { type Ability, mayDo, type Place } from '#app/domain/policy/abilities.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { newId } from '#app/outside/new-id.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { insertSecurityEvent } from '#db/writes/security-events.server.ts';
import { answeredBefore, rememberAnswer } from '../engine/idempotency.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';

/** What every change of the administration is asked with. */
export interface AdminAsked {
  readonly actor: Actor;
  readonly requestId: string;
  /** The peer's address, for the security log. */
  readonly address: string;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

/** A change of something that is there already. */
export interface AdminEdit extends AdminAsked {
  readonly id: string;
  /** The version that the person saw. */
  readonly version: number;
}

export type AdminRefusal = Refusal | FieldRefusal;

/** What the work answers, and what the security log remembers of it (never secrets). */
export interface AdminDone<T> {
  readonly answer: T;
  readonly detail: Values;
}

type Work<T> = (trx: OpenTransaction, at: string) => Promise<Result<AdminDone<T>, AdminRefusal>>;

/**
 * One change of the administration: asks the policy, does the work once for each drawing of the form, and writes what
 * was changed into the security log, all in one transaction. Refusals: `unseen` (not for this actor),
 * `idempotency.otherContent`, and those of the work.
 */
export async function administer<T>(
  house: House,
  asked: AdminAsked,
  may: { readonly ability: Ability; readonly place: (trx: OpenTransaction) => Promise<Place | null> },
  work: Work<T>,
): Promise<Result<T, AdminRefusal>> {
  return writeOrUndo<T, AdminRefusal>(house.store, async (trx) => {
    const before = await answeredBefore<T>(trx, asked);
    if (before !== undefined) return before;
    const place = await may.place(trx);
    if (place === null || !mayDo(asked.actor, may.ability, place)) return refused(refusal('unseen'));
    const at = house.clock.now();
    const result = await work(trx, at);
    if (!result.ok) return result;
    const { answer, detail } = result.value;
    await insertSecurityEvent(trx, {
      id: newId(at),
      at,
      kind: `admin.${may.ability}`,
      person_id: asked.actor.personId,
      address: asked.address,
      detail: JSON.stringify({ requestId: asked.requestId, ...detail }),
    });
    await rememberAnswer(trx, asked, answer, at);
    return { ok: true, value: answer };
  });
}

/** The answer to a change of something that somebody else changed since it was drawn. */
export const changedMeanwhile = () => refused(refusal('admin.changedMeanwhile'));

/** A refusal that belongs to one field. */
export const refusedAt = (field: string, code: string, params?: Refusal['params']) =>
  refused({ field, ...refusal(code, params) });
