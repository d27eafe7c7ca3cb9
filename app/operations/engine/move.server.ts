import type { Values } from '#app/domain/forms/field.ts';
import { type AnyStamped, attempt } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import { type Role, theSystem } from '#app/domain/policy/actor.ts';
import { done, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { storeAssignments, storeTimers, storeWaits } from '#db/writes/derived.server.ts';
import { insertApart } from '#db/writes/engine.server.ts';
import { appendHistory } from '#db/writes/history.server.ts';
import { countMove, insertRecord, updateRecord } from '#db/writes/records.server.ts';
import { consequenceOf } from '../consequences/index.server.ts';
import { observeFor } from '../observe/index.server.ts';
import { checkInvariants } from './invariants.server.ts';
import { derivedRows, firstEvent, newRow, nextDue } from './rows.ts';
import { tellPeople } from './tell.server.ts';
import type { Begun, Held, Work } from './work.ts';

/** A change that breaks what must always hold is a fault of the program: the transaction is undone. */
class EngineFault extends Error {}

export interface Sent {
  readonly event: string;
  readonly input: Values;
  /** Values kept apart from the history; the machine sees them, the chain does not. */
  readonly apart?: Values;
  readonly by: { readonly personId: string | null; readonly name: string; readonly role: Role };
}

/** Moves one record by one event, with everything that follows, inside the given work. A refusal has written nothing. */
export async function move(work: Work, record: Held, sent: Sent): Promise<Result<Held>> {
  const lifecycle = lifecycleNamed(record.lifecycle);
  const calendar = await work.calendarOf(record.row.center_id);
  const observed = await observeFor(
    { db: work.trx, at: work.at, preview: false, actor: work.actor, calendar },
    record,
    sent.event,
  );
  const event: AnyStamped = {
    type: sent.event,
    input: { ...sent.input, ...sent.apart },
    observed,
    by: sent.by,
    at: work.at,
    calendar,
  };
  const step = attempt(lifecycle, record.row.state, record.context, event);
  if (!step.ok) return step;
  const moved = await keep(work, record, step.value.state, step.value.context);
  if (!moved.ok) return moved;
  const historySeq = await appendHistory(work.trx, {
    lifecycle: record.lifecycle,
    record_id: record.row.id,
    center_id: record.row.center_id,
    event: sent.event,
    from_state: record.row.state,
    to_state: step.value.state,
    actor_id: sent.by.personId,
    actor_name: sent.by.name,
    role: sent.by.role,
    at: work.at,
    input: JSON.stringify(sent.input),
    observed: JSON.stringify(observed),
    request_id: work.requestId,
    machine_version: lifecycle.version,
    facts: moved.value.row.facts,
  });
  if (sent.apart && Object.keys(sent.apart).length > 0)
    await insertApart(work.trx, historySeq, JSON.stringify(sent.apart));
  for (const action of step.value.actions) {
    const consequence = consequenceOf(action.type);
    if (consequence === undefined) throw new EngineFault(`Nothing follows from ${action.type}`);
    await consequence(work, {
      record: moved.value,
      event: sent.event,
      by: sent.by,
      input: event.input,
      params: action.params,
      historySeq,
    });
  }
  await tellPeople(work, moved.value, sent);
  await checkInvariants(work, record, moved.value);
  return moved;
}

/** Writes a record's new state and context, and all that is derived from them. */
export async function keep(
  work: Work,
  record: Held,
  state: string,
  context: RecordContext,
): Promise<Result<Held>> {
  const lifecycle = lifecycleNamed(record.lifecycle);
  const changedState = state !== record.row.state;
  const columns = lifecycle.columns(context);
  const change = {
    state,
    facts: JSON.stringify(context),
    state_since: changedState ? work.at : record.row.state_since,
    updated_at: work.at,
    due_at: nextDue(record.lifecycle, state, context),
    late: context.late.length > 0 ? 1 : 0,
    number: columns.number ?? null,
    kind: columns.kind ?? record.row.kind,
    score: columns.score ?? null,
    responsible_id: columns.responsibleId ?? null,
  };
  if (!(await updateRecord(work.trx, record.lifecycle, record.row.id, record.row.version, change)))
    return refused(refusal('changedMeanwhile', { name: '', at: work.at }));
  const held: Held = {
    ...record,
    context: JSON.parse(change.facts) as RecordContext,
    row: { ...record.row, ...change, version: record.row.version + 1 },
  };
  await countMove(work.trx, record.row.center_id, record.lifecycle, record.row.state, state);
  await deriveFrom(work, held);
  return done(held);
}

async function deriveFrom(work: Work, { lifecycle, row, context }: Held): Promise<void> {
  const derived = derivedRows(lifecycle, row, context);
  await storeTimers(work.trx, lifecycle, row.id, derived.timers);
  await storeAssignments(work.trx, lifecycle, row.id, derived.assignments);
  await storeWaits(work.trx, lifecycle, row.id, derived.waits);
}

/**
 * Begins a record of a lifecycle inside the given work: row, first event of its history, timers, desk. Answers its id, or
 * takes the one that is given: those of one instant sort in their order only where they were made together.
 */
export async function begin(work: Work, begun: Begun, id?: string): Promise<string> {
  const row = newRow(begun, work.at, id);
  await insertRecord(work.trx, begun.lifecycle, row);
  await appendHistory(work.trx, firstEvent(begun, row, work.requestId));
  await countMove(work.trx, row.center_id, begun.lifecycle, null, row.state);
  await deriveFrom(work, await hold(work, begun.lifecycle, row.id));
  return row.id;
}

/** One record, to be moved inside the given work. Throws when there is none: the caller named it. */
export async function hold(work: Work, lifecycle: LifecycleName, id: string): Promise<Held> {
  const loaded = await loadRecord(work.trx, lifecycle, id);
  if (loaded === undefined) throw new EngineFault(`There is no ${lifecycle} ${id}`);
  return { lifecycle, ...loaded };
}

/**
 * Sends an event of one machine to another, in the same work; never before what already happened there, though a timer
 * that is late may move its own record earlier. A refusal is a fault of the program and undoes all.
 */
export async function sendAsSystem(
  work: Work,
  lifecycle: LifecycleName,
  id: string,
  event: string,
  input: Values = {},
): Promise<void> {
  const record = await hold(work, lifecycle, id);
  const at = work.at > record.row.updated_at ? work.at : record.row.updated_at;
  const result = await move({ ...work, at, actor: theSystem }, record, {
    event,
    input,
    by: { personId: null, name: '', role: 'system' },
  });
  if (!result.ok) throw new EngineFault(`${lifecycle} refused ${event}: ${codesOf(result.refusals)}`);
}

const codesOf = (refusals: readonly Refusal[]): string => refusals.map((r) => r.code).join(', ');
