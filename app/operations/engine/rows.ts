import { initialStateOf, isFinal, timersNeeded } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { dueOf } from '#app/domain/lifecycles/deadlines.ts';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import { newId } from '#app/outside/new-id.server.ts';
import type { RecordRow } from '#db/reads/records.server.ts';
import type { Begun } from './work.ts';

/** The role in an assignment row of somebody who stepped back (回避): it gives nothing and takes the record out of sight. */
export const recusedRole = 'recused';

/** What is derived from a record's state and context, as the rows in which it is kept. */
export function derivedRows(name: LifecycleName, row: RecordRow, context: RecordContext) {
  const lifecycle = lifecycleNamed(name);
  const waits = isFinal(lifecycle, row.state) ? [] : lifecycle.waits(row.state, context);
  return {
    timers: timersNeeded(lifecycle, row.state, context),
    assignments: [
      ...lifecycle.assigned(context).map((a) => ({ role: a.role as string, person_id: a.personId })),
      // Lists and the desk look here for what the record's page knows from its context.
      ...[...new Set(context.recused)].map((personId) => ({ role: recusedRole, person_id: personId })),
    ],
    waits: waits.map((w) => ({
      lifecycle: name,
      record_id: row.id,
      role: w.role,
      person_id: w.personId ?? '',
      center_id: row.center_id,
      organization_id: row.organization_id,
      organization_name: row.organization_name,
      event: w.event,
      state: row.state,
      since: row.state_since,
      due_at: dueOf(w, context.deadlines),
    })),
  };
}

/** The next deadline of a record that a list should show: of what it waits for, else of its state's timers. */
export function nextDue(name: LifecycleName, state: string, context: RecordContext): string | null {
  const lifecycle = lifecycleNamed(name);
  const waited = lifecycle.waits(state, context).flatMap((w) => dueOf(w, context.deadlines) ?? []);
  // What somebody waits for counts; other clocks of the state (reminders among them) only where nobody does.
  if (waited.length > 0) return waited.sort()[0] ?? null;
  const timed = timersNeeded(lifecycle, state, context).map((t) => t.due);
  return timed.sort()[0] ?? null;
}

/** The row of a record that begins, with its id. */
export function newRow(begun: Begun, at: string, id: string = newId(at)): RecordRow {
  const lifecycle = lifecycleNamed(begun.lifecycle);
  const state = begun.state ?? initialStateOf(lifecycle);
  const columns = lifecycle.columns(begun.context);
  return {
    id,
    center_id: begun.centerId,
    organization_id: begun.organization.id,
    organization_name: begun.organization.name,
    parent_id: begun.parentId,
    kind: columns.kind ?? null,
    number: columns.number ?? null,
    state,
    state_since: at,
    version: 1,
    machine_version: lifecycle.version,
    facts: JSON.stringify(begun.context),
    due_at: nextDue(begun.lifecycle, state, begun.context),
    late: 0,
    score: columns.score ?? null,
    responsible_id: columns.responsibleId ?? null,
    created_at: at,
    updated_at: at,
  };
}

/** The first event of a record's history. */
export function firstEvent(begun: Begun, row: RecordRow, requestId: string) {
  const by = begun.by ?? { personId: null, name: '', role: 'system' as const };
  return {
    lifecycle: begun.lifecycle,
    record_id: row.id,
    center_id: row.center_id,
    event: begun.as ?? 'begin',
    from_state: null,
    to_state: row.state,
    actor_id: by.personId,
    actor_name: by.name,
    role: by.role,
    at: row.created_at,
    input: row.facts,
    facts: row.facts,
    observed: '{}',
    request_id: requestId,
    machine_version: row.machine_version,
  };
}
