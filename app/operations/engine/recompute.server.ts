import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import { type Recomputation, recomputedEvent, withRecomputation } from '#app/domain/lifecycles/recompute.ts';
import type { Result } from '#app/domain/refusal.ts';
import { appendHistory } from '#db/writes/history.server.ts';
import { checkInvariants } from './invariants.server.ts';
import { keep, type Sent } from './move.server.ts';
import { tellPeople } from './tell.server.ts';
import type { Held, Work } from './work.ts';

/**
 * Gives a live record new deadlines without moving it: facts, timers, desk, version and one event of its history, and
 * those for whom it waits are told. `reckon` says what changes, from the context as it is now; null changes nothing.
 * Refusal: `changedMeanwhile`.
 */
export async function changeDeadlines(
  work: Work,
  record: Held,
  by: Sent['by'],
  reckon: (context: RecordContext) => Recomputation | null,
): Promise<Result<boolean>> {
  const lifecycle = lifecycleNamed(record.lifecycle);
  const { row } = record;
  const change = isFinal(lifecycle, row.state) ? null : reckon(record.context);
  if (change === null) return { ok: true, value: false };
  const kept = await keep(work, record, row.state, withRecomputation(record.context, change));
  if (!kept.ok) return kept;
  await appendHistory(work.trx, {
    lifecycle: record.lifecycle,
    record_id: row.id,
    center_id: row.center_id,
    event: recomputedEvent,
    from_state: row.state,
    to_state: row.state,
    actor_id: by.personId,
    actor_name: by.name,
    role: by.role,
    at: work.at,
    input: JSON.stringify(change),
    observed: '{}',
    request_id: work.requestId,
    machine_version: lifecycle.version,
    facts: kept.value.row.facts,
  });
  await tellPeople(work, kept.value, { event: recomputedEvent, input: {}, by });
  await checkInvariants(work, record, kept.value);
  return { ok: true, value: true };
}
