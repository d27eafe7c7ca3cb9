import type { Values } from '#app/domain/forms/field.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayRead, roleToSend } from '#app/domain/policy/can.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { lastChangeOf } from '#db/reads/history.server.ts';
import { type LoadedRecord, loadRecord } from '#db/reads/records.server.ts';
import { insertDocuments } from '#db/writes/engine.server.ts';
import { workAt } from './engine/begin-work.server.ts';
import { fireDueTimersOf } from './engine/fire-timers.server.ts';
import { answeredBefore, rememberAnswer } from './engine/idempotency.server.ts';
import { move } from './engine/move.server.ts';
import { writeOrUndo } from './engine/undo.ts';
import type { House } from './house.ts';
import { subjectFor, subjectOf } from './subject-for.server.ts';

/** A file that was uploaded with the event and lies in the file store already. */
export interface UploadedDocument {
  readonly id: string;
  readonly slot: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Asked {
  readonly lifecycle: LifecycleName;
  readonly id: string;
  readonly event: string;
  readonly input: Values;
  /** What is kept apart from the history (fields marked so). */
  readonly apart?: Values;
  readonly documents?: readonly UploadedDocument[];
  readonly actor: Actor;
  /** The version that the person saw; refused as `changedMeanwhile` when it is another by now. */
  readonly version?: number;
  readonly requestId: string;
  /** One for each drawing of a form: the same key has one effect, whatever is retried. */
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

export interface Advanced {
  readonly state: string;
  readonly version: number;
  /** Whether the actor may read the record as it stands now: their own event may have taken it out of their sight. */
  readonly isSeen: boolean;
}

/**
 * The only writer of a state: asks the policy, then the machine, and in one transaction changes the record, appends to
 * its history, stores timers and what leaves. What was due before fires first.
 * Refusals: `unseen` (there is none, or none for you), `notYours` (you may see it, but another role does this),
 * `changedMeanwhile`, `idempotency.otherContent`, `notInThisState`, and whatever the guards find missing.
 */
export async function advance(house: House, asked: Asked): Promise<Result<Advanced>> {
  await fireDueTimersOf(house, asked.lifecycle, asked.id);
  return writeOrUndo(house.store, async (trx) => {
    const before = await answeredBefore<Omit<Advanced, 'isSeen'>>(trx, asked);
    if (before?.ok === false) return before;
    const record = await loadRecord(trx, asked.lifecycle, asked.id);
    const lifecycle = lifecycleNamed(asked.lifecycle);
    const isSeen = (as: LoadedRecord) => mayRead(asked.actor, lifecycle, subjectOf(asked.lifecycle, as));
    if (before !== undefined)
      return done({ ...before.value, isSeen: record !== undefined && isSeen(record) });
    if (record === undefined) return refused(refusal('unseen'));
    const subject = await subjectFor(trx, asked.actor, asked.lifecycle, record);
    const role = roleToSend(asked.actor, lifecycle, subject, asked.event);
    if (role === null || (role !== 'public' && !mayRead(asked.actor, lifecycle, subject)))
      return refused(refusal(mayRead(asked.actor, lifecycle, subject) ? 'notYours' : 'unseen'));
    if (asked.version !== undefined && asked.version !== record.row.version) {
      const last = await lastChangeOf(trx, asked.lifecycle, asked.id);
      return refused(refusal('changedMeanwhile', { name: last?.actor_name ?? '', at: last?.at ?? '' }));
    }
    const now = house.clock.now();
    const at = now > record.row.updated_at ? now : record.row.updated_at;
    const work = workAt(trx, at, asked.actor, asked.requestId);
    await insertDocuments(
      trx,
      (asked.documents ?? []).map((d) => ({
        ...d,
        center_id: record.row.center_id,
        lifecycle: asked.lifecycle,
        record_id: asked.id,
        uploaded_by: asked.actor.personId,
        uploaded_at: at,
        removed_at: null,
      })),
    );
    const moved = await move(
      work,
      { lifecycle: asked.lifecycle, ...record },
      {
        event: asked.event,
        input: asked.input,
        ...(asked.apart ? { apart: asked.apart } : {}),
        by: { personId: asked.actor.personId, name: asked.actor.name, role },
      },
    );
    if (!moved.ok) return moved;
    const answer = { state: moved.value.row.state, version: moved.value.row.version };
    await rememberAnswer(trx, asked, answer, at);
    return done({ ...answer, isSeen: isSeen(moved.value) });
  });
}

/** Whether this very form (same key, same content) had its effect before. */
export async function wasAnswered(
  house: House,
  actor: Actor,
  idempotency: NonNullable<Asked['idempotency']>,
): Promise<boolean> {
  const before = await answeredBefore(house.store.read, { actor, idempotency });
  return before?.ok === true;
}
