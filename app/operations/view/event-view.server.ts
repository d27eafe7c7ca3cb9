import { localDate } from '#app/domain/calendar.ts';
import type { Field, Values } from '#app/domain/forms/field.ts';
import { type AnyLifecycle, whatIsMissing } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayRead, roleToSend } from '#app/domain/policy/can.ts';
import { done, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { newKey } from '../engine/idempotency.server.ts';
import type { House } from '../house.ts';
import { observeFor } from '../observe/index.server.ts';
import { subjectFor } from '../subject-for.server.ts';

/** An event and its place in the address. */
export interface DoorView {
  readonly event: string;
  readonly noun: string;
}

/** The page of one event of one record: its form, or why it is closed. */
export interface EventView {
  readonly lifecycle: LifecycleName;
  readonly id: string;
  readonly event: string;
  readonly noun: string;
  /** The event whose form this is, itself or the one that it shares it with, and the buttons beside its own. */
  readonly main: DoorView;
  readonly beside: readonly DoorView[];
  readonly manner: 'primary' | 'plain' | 'danger';
  readonly organizationName: string;
  readonly number: string | null;
  readonly state: string;
  readonly version: number;
  /** False when another role does this. */
  readonly allowed: boolean;
  readonly by: readonly string[];
  readonly reasons: readonly Refusal[];
  readonly fields: readonly Field[];
  /** Every question may stay open, but not all of them. */
  readonly leastOne: boolean;
  /** What the form begins with, as stored values. */
  readonly values: Values;
  readonly tells: readonly string[];
  readonly key: string;
  readonly today: string;
}

/** Opens the door of an event by its noun. Refusal: `unseen`, when there is no such record or event for this actor. */
export async function openEvent(
  house: House,
  actor: Actor,
  name: LifecycleName,
  id: string,
  noun: string,
): Promise<Result<EventView>> {
  const db = house.store.read;
  const record = await loadRecord(db, name, id);
  if (record === undefined) return refused(refusal('unseen'));
  const lifecycle = lifecycleNamed(name);
  const subject = await subjectFor(db, actor, name, record);
  const entry = Object.entries(lifecycle.events).find(([, d]) => d.noun === noun);
  if (entry === undefined || !mayRead(actor, lifecycle, subject)) return refused(refusal('unseen'));
  const [event, declaration] = entry;
  const role = roleToSend(actor, lifecycle, subject, event);
  const at = house.clock.now();
  const calendar = await calendarOfCenter(db, record.row.center_id);
  const observed = role
    ? await observeFor({ db, at, preview: true, actor, calendar }, { lifecycle: name, ...record }, event)
    : {};
  const reasons = role
    ? whatIsMissing(lifecycle, record.row.state, record.context, {
        type: event,
        input: {},
        observed,
        by: { personId: actor.personId, name: actor.name, role },
        at,
        calendar,
        preview: true,
      })
    : [refusal('notYours')];
  return done({
    lifecycle: name,
    id,
    event,
    noun,
    ...buttonsOf(lifecycle, event),
    manner: declaration.manner,
    organizationName: record.row.organization_name,
    number: record.row.number,
    state: record.row.state,
    version: record.row.version,
    allowed: role !== null,
    by: declaration.by,
    reasons,
    fields: role ? (declaration.form?.(record.context, observed, { at, calendar, role }) ?? []) : [],
    leastOne: declaration.leastOne === true,
    values: role ? (declaration.initial?.(record.context, actor.personId) ?? {}) : {},
    tells: declaration.tells ?? [],
    key: newKey(),
    today: localDate(at, calendar),
  });
}

function buttonsOf(lifecycle: AnyLifecycle, event: string): Pick<EventView, 'main' | 'beside'> {
  const main = lifecycle.events[event]?.within ?? event;
  const doors = Object.entries(lifecycle.events).map(([name, { noun, within }]) => ({
    event: name,
    noun,
    within,
  }));
  return {
    main: { event: main, noun: lifecycle.events[main]?.noun ?? '' },
    beside: doors.filter((d) => d.within === main).map(({ event: name, noun }) => ({ event: name, noun })),
  };
}
