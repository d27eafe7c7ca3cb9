import {
  type AnyLifecycle,
  eventsOfState,
  isFinal,
  timersNeeded,
  whatIsMissing,
} from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { dueOf } from '#app/domain/lifecycles/deadlines.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { RecordView, RoadView, StepView } from '#app/domain/lifecycles/view.ts';
import { type Actor, type Role, rolesToward } from '#app/domain/policy/actor.ts';
import { mayRead, roleToSend } from '#app/domain/policy/can.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { tellableHistoryOf } from '#db/reads/history.server.ts';
import { namesOf } from '#db/reads/people.server.ts';
import { type LoadedRecord, loadRecord } from '#db/reads/records.server.ts';
import type { House } from '../house.ts';
import { observeFor } from '../observe/index.server.ts';
import { subjectFor, subjectOf } from '../subject-for.server.ts';

/** A record with what the page-specific readers need beside the view. Not for a browser: the context is not filtered. */
export interface OpenedRecord {
  readonly view: RecordView;
  readonly record: LoadedRecord;
}

/** One record as this actor may see it, or undefined when there is none for them. */
export async function openRecord(
  house: House,
  actor: Actor,
  name: LifecycleName,
  id: string,
): Promise<OpenedRecord | undefined> {
  const db = house.store.read;
  const record = await loadRecord(db, name, id);
  if (record === undefined) return undefined;
  const lifecycle = lifecycleNamed(name);
  const subject = subjectOf(name, record);
  if (!mayRead(actor, lifecycle, subject)) return undefined;
  const roles = rolesToward(actor, subject);
  const history = await tellableHistoryOf(db, { lifecycle: name, recordId: id });
  const { row, context } = record;
  const ended = isFinal(lifecycle, row.state);
  const waits = ended ? [] : lifecycle.waits(row.state, context);
  const names = await namesOf(db, [
    ...waits.flatMap((w) => (w.personId ? [w.personId] : [])),
    ...(row.responsible_id ? [row.responsible_id] : []),
  ]);
  const view: RecordView = {
    lifecycle: name,
    id,
    state: row.state,
    tone: lifecycle.tones[row.state] ?? 'neutral',
    ended,
    version: row.version,
    number: row.number,
    kind: row.kind,
    parentId: row.parent_id,
    centerId: row.center_id,
    organization: { id: row.organization_id, name: row.organization_name },
    responsible: row.responsible_id ? (names.get(row.responsible_id) ?? null) : null,
    createdAt: row.created_at,
    stateSince: row.state_since,
    roles,
    waits: waits.map((w) => ({
      event: w.event,
      role: w.role,
      name: w.personId ? (names.get(w.personId) ?? null) : null,
      due: dueOf(w, context.deadlines),
      late: w.overdueSince !== undefined || (w.deadline !== undefined && context.late.includes(w.deadline)),
      mine: w.personId ? w.personId === actor.personId : roles.includes(w.role),
    })),
    steps: await stepsFor(house, actor, lifecycle, record),
    road: roadOf(lifecycle, row.state, history),
    deadlines: timersNeeded(lifecycle, row.state, context).map((t) => ({
      name: t.name,
      due: t.due,
      held: false,
    })),
    history: history.map((h) => ({
      number: h.number,
      event: h.event,
      from: h.from_state,
      to: h.to_state,
      at: h.at,
      who: h.actor_name || null,
      role: h.role,
      reason: mayReadReason(name, h.event, roles) ? reasonIn(h.input) : null,
      hash: h.hash,
    })),
  };
  return { view, record };
}

async function stepsFor(
  house: House,
  actor: Actor,
  lifecycle: AnyLifecycle,
  record: LoadedRecord,
): Promise<StepView[]> {
  const db = house.store.read;
  const subject = await subjectFor(db, actor, lifecycle.name, record);
  const at = house.clock.now();
  const calendar = await calendarOfCenter(db, record.row.center_id);
  const held = { lifecycle: lifecycle.name, ...record };
  const steps: StepView[] = [];
  for (const event of eventsOfState(lifecycle, record.row.state)) {
    const declaration = lifecycle.events[event];
    const role = roleToSend(actor, lifecycle, subject, event);
    if (declaration === undefined || declaration.within || role === null || role === 'public') continue;
    const observed = await observeFor({ db, at, preview: true, actor, calendar }, held, event);
    const stamped = {
      type: event,
      input: {},
      observed,
      by: { personId: actor.personId, name: actor.name, role },
      at,
      calendar,
      preview: true,
    };
    steps.push({
      event,
      noun: declaration.noun,
      manner: declaration.manner,
      role,
      reasons: whatIsMissing(lifecycle, record.row.state, record.context, stamped),
    });
  }
  return steps;
}

function roadOf(
  lifecycle: AnyLifecycle,
  state: string,
  history: readonly {
    event: string;
    to_state: string;
    from_state: string | null;
    at: string;
    actor_name: string;
  }[],
): RoadView[] {
  const standing = lifecycle.road.includes(state) ? state : lifecycle.standsAt[state];
  const place = standing === undefined ? -1 : lifecycle.road.indexOf(standing);
  const entered = (s: string) =>
    history.find(
      (h) => h.from_state !== h.to_state && (h.to_state === s || lifecycle.standsAt[h.to_state] === s),
    );
  // Beside the road (a supplement, a rectification) what counts is when and by whom that began, not the station it hangs on.
  const beside =
    standing === undefined || standing === state
      ? undefined
      : history.findLast((h) => h.from_state !== h.to_state && h.to_state === state);
  const lastReached = Math.max(-1, ...lifecycle.road.map((s, i) => (entered(s) ? i : -1)));
  return lifecycle.road.map((s, i) => {
    // Ahead of where it stands what was entered before is entered once more, unless it was brought to its end.
    const ahead = place >= 0 && i > place;
    const over = history.some(
      (h) => h.from_state === s && h.to_state !== s && lifecycle.endedBy?.[s]?.includes(h.event),
    );
    const entry = ahead && !over ? undefined : ((i === place ? beside : undefined) ?? entered(s));
    const reached = place >= 0 ? i < place || over : i <= lastReached;
    return {
      state: s,
      place: i === place ? 'now' : reached ? (entry ? 'done' : 'skipped') : place >= 0 ? 'next' : 'skipped',
      at: entry?.at ?? null,
      who: entry?.actor_name || null,
    };
  });
}

/** Events whose reason speaks of single scores: those who are judged see the result instead. */
const amongJudges: readonly string[] = ['evaluation/adjust'];

const mayReadReason = (lifecycle: LifecycleName, event: string, roles: readonly Role[]): boolean =>
  !amongJudges.includes(`${lifecycle}/${event}`) ||
  roles.some((r) => r === 'assessor' || r === 'manager' || r === 'director' || r === 'supervisor');

/** The reason that stands in the history for everyone who may read the record; other answers do not. */
function reasonIn(input: string): string | null {
  if (!input.includes('"reason"') && !input.includes('"finding"')) return null;
  const values = JSON.parse(input) as Record<string, unknown>;
  for (const name of ['reason', 'finding']) {
    const value = values[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}
