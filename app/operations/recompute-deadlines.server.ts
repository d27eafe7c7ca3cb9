import { isFinal, statesOf } from '#app/domain/lifecycles/attempt.ts';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import { type LifecycleName, lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { recomputationOf } from '#app/domain/lifecycles/recompute.ts';
import { type Actor, theSystem } from '#app/domain/policy/actor.ts';
import {
  centersDueForRecomputation,
  liveRecordIds,
  recomputationDueSince,
} from '#db/reads/admin-records.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { clearRecomputationDue } from '#db/writes/admin-recomputation.server.ts';
import { workAt } from './engine/begin-work.server.ts';
import type { Sent } from './engine/move.server.ts';
import { changeDeadlines } from './engine/recompute.server.ts';
import { writeOrUndo } from './engine/undo.ts';
import type { House } from './house.ts';

const page = 200;

/**
 * Computes the deadlines of every live record of a center anew, after its working days were changed; each record in a
 * transaction of its own. Answers how many changed. Stopped half way, it is taken up again by `recomputePending`.
 */
export async function recomputeDeadlines(
  house: House,
  centerId: string,
  asked: { readonly actor: Actor; readonly requestId: string },
): Promise<number> {
  const since = await recomputationDueSince(house.store.read, centerId);
  let changed = 0;
  for (const name of lifecycleNames) {
    const lifecycle = lifecycles[name];
    if (lifecycle === undefined) continue;
    const finals = statesOf(lifecycle).filter((state) => isFinal(lifecycle, state));
    let after = '';
    for (;;) {
      const ids = await liveRecordIds(house.store.read, name, centerId, finals, after, page);
      for (const id of ids) if (await recomputeOne(house, name, id, asked)) changed += 1;
      if (ids.length < page) break;
      after = ids.at(-1) ?? '';
    }
  }
  if (since !== undefined) await house.store.write((trx) => clearRecomputationDue(trx, centerId, since));
  return changed;
}

/** Finishes what a restart interrupted; for the ticker. Answers how many records changed. */
export async function recomputePending(house: House): Promise<number> {
  let changed = 0;
  for (const centerId of await centersDueForRecomputation(house.store.read))
    changed += await recomputeDeadlines(house, centerId, { actor: theSystem, requestId: 'recompute' });
  return changed;
}

async function recomputeOne(
  house: House,
  lifecycle: LifecycleName,
  id: string,
  asked: { readonly actor: Actor; readonly requestId: string },
): Promise<boolean> {
  const result = await writeOrUndo(house.store, async (trx) => {
    const loaded = await loadRecord(trx, lifecycle, id);
    if (loaded === undefined) return { ok: true, value: false };
    // Nothing happens before what already happened, even if a clock was set back.
    const [, at] = [house.clock.now(), loaded.row.updated_at].sort() as [string, string];
    const work = workAt(trx, at, asked.actor, asked.requestId);
    const calendar = await work.calendarOf(loaded.row.center_id);
    return changeDeadlines(work, { lifecycle, ...loaded }, recomputedBy(asked.actor), (context) =>
      recomputationOf(context, calendar, at),
    );
  });
  return result.ok && result.value;
}

/** Who the history says it was: the director who changed the calendar, or the system taking it up again. */
export const recomputedBy = (actor: Actor): Sent['by'] =>
  actor.automatic
    ? { personId: null, name: '', role: 'system' }
    : { personId: actor.personId, name: actor.name, role: 'director' };
