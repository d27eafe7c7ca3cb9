import { timersNeeded } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { theClock } from '#app/domain/policy/actor.ts';
import { nextTurn } from '#app/outside/turns.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { dueTimers, nextDueTimerOf } from '#db/reads/timers.server.ts';
import { putOffTimer } from '#db/writes/engine.server.ts';
import type { House } from '../house.ts';
import { workAt } from './begin-work.server.ts';
import { move } from './move.server.ts';

const oneDay = 86_400_000;

/**
 * Fires what is due on one record, in the order of due times, each in a transaction of its own; the clocks that follow
 * count from the due time. A timer whose guard refuses stays and is tried again when the record changes, and once a day.
 * Answers how many fired.
 */
export async function fireDueTimersOf(
  house: House,
  lifecycle: LifecycleName,
  recordId: string,
): Promise<number> {
  let fired = 0;
  // Each firing may bring the next one due; a record cannot have more due timers than its machine has states.
  for (let round = 0; round < 64; round += 1) {
    const outcome = await fireOne(house, lifecycle, recordId);
    if (outcome === 'none') return fired;
    if (outcome === 'fired') fired += 1;
  }
  return fired;
}

/**
 * Fires what is due on every record; `limit` records at most. Answers how many timers fired. A record on which it breaks
 * down does not keep the others waiting: the error is thrown when all have had their turn.
 */
export async function fireDueTimers(house: House, limit = 200): Promise<number> {
  const due = await dueTimers(house.store.read, house.clock.now(), limit);
  const records = new Map(due.map((t) => [`${t.lifecycle}/${t.record_id}`, t]));
  let fired = 0;
  const broken: unknown[] = [];
  for (const timer of records.values()) {
    try {
      fired += await fireDueTimersOf(house, timer.lifecycle as LifecycleName, timer.record_id);
    } catch (error) {
      broken.push(error);
    }
    await nextTurn();
  }
  if (broken.length > 0) throw broken.length === 1 ? broken[0] : new AggregateError(broken);
  return fired;
}

async function fireOne(
  house: House,
  lifecycle: LifecycleName,
  recordId: string,
): Promise<'none' | 'fired' | 'refused'> {
  const now = house.clock.now();
  // mostly nothing is due: then nobody who writes is kept waiting
  if ((await nextDueTimerOf(house.store.read, lifecycle, recordId, now)) === undefined) return 'none';
  return house.store.write(async (trx) => {
    const timer = await nextDueTimerOf(trx, lifecycle, recordId, now);
    if (timer === undefined) return 'none';
    const loaded = await loadRecord(trx, lifecycle, recordId);
    if (loaded === undefined) return 'none';
    const needed = timersNeeded(lifecycleNamed(lifecycle), loaded.row.state, loaded.context);
    if (!needed.some((t) => t.name === timer.name))
      throw new Error(`A timer ${timer.name} is stored that the state does not need`);
    // A timer that was kept back fires after the change that let it: never before what already happened.
    const at = timer.due_at > loaded.row.updated_at ? timer.due_at : loaded.row.updated_at;
    const work = workAt(trx, at, theClock, `timer:${timer.name}`);
    const result = await move(
      work,
      { lifecycle, ...loaded },
      { event: timer.event_type, input: {}, by: { personId: null, name: '', role: 'clock' } },
    );
    if (result.ok) return 'fired';
    await putOffTimer(trx, lifecycle, recordId, timer.name, new Date(Date.parse(now) + oneDay).toISOString());
    return 'refused';
  });
}
