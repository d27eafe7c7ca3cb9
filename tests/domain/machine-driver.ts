import { expect } from 'vitest';
import { calendarOf } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import {
  type AnyLifecycle,
  type AnyStamped,
  attempt,
  initialStateOf,
  statesOf,
  timersNeeded,
  timersOfState,
  whatIsMissing,
} from '#app/domain/lifecycles/attempt.ts';
import type { RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import type { Role } from '#app/domain/policy/actor.ts';
import { itemsOf, type Rubric, type RubricItem } from '#app/domain/rubrics.ts';

/** Monday to Friday, and the first of October 2026 a holiday. */
export const calendar = calendarOf([{ date: '2026-10-01', isWorkingDay: false }], [2026, 2027]);

/** Monday morning at the center. */
export const monday = '2026-03-02T01:00:00.000Z';

const minute = 60_000;

export interface Person {
  readonly id: string;
  readonly role: Role;
}

export const someone = (role: Role, id: string = role): Person => ({ id, role });

export interface Sending {
  readonly by: Person;
  readonly input?: Values;
  readonly observed?: Record<string, unknown>;
  readonly preview?: boolean;
}

/** One record of a lifecycle, moved by hand: no database, no clock but its own. Contexts go through JSON, as in the engine. */
export class Story<C extends RecordContext> {
  state: string;
  at = monday;
  actions: readonly string[] = [];

  constructor(
    readonly lifecycle: AnyLifecycle,
    public context: C,
    state?: string,
  ) {
    this.state = state ?? initialStateOf(lifecycle);
  }

  /** Sends an event and expects it to be granted. */
  send(event: string, sending: Sending): this {
    const step = attempt(this.lifecycle, this.state, this.context, this.stamped(event, sending));
    expect(step.ok ? [] : step.refusals, `${event} in ${this.state}`).toEqual([]);
    if (step.ok) this.keep(step.value.state, step.value.context, step.value.actions);
    this.at = new Date(Date.parse(this.at) + minute).toISOString();
    return this;
  }

  /** Sends an event if it is possible; answers whether it was. */
  tries(event: string, sending: Sending): boolean {
    const step = attempt(this.lifecycle, this.state, this.context, this.stamped(event, sending));
    if (step.ok) this.keep(step.value.state, step.value.context, step.value.actions);
    return step.ok;
  }

  /** The codes of what is missing for an event. */
  missing(event: string, sending: Sending): readonly string[] {
    return whatIsMissing(this.lifecycle, this.state, this.context, this.stamped(event, sending)).map(
      (r) => r.code,
    );
  }

  /** Lets the timer of this name fire at its due time; it has to be stored for the state. */
  fire(name: string): this {
    const needed = timersNeeded(this.lifecycle, this.state, this.context).find((t) => t.name === name);
    expect(needed, `${name} is a timer of ${this.state}`).toBeDefined();
    if (needed === undefined) return this;
    this.at = needed.due;
    return this.send(needed.eventType, { by: { id: '', role: 'clock' } });
  }

  /** Dates on which the record's timers are due: the last day, at the center. */
  due(name: string): string | undefined {
    const due = this.context.deadlines[name]?.due;
    return due === undefined
      ? undefined
      : new Date(Date.parse(due) + 8 * 60 * minute - 1).toISOString().slice(0, 10);
  }

  private stamped(event: string, { by, input = {}, observed = {}, preview }: Sending): AnyStamped {
    return {
      type: event,
      input,
      observed,
      by: { personId: by.id === '' ? null : by.id, name: by.id, role: by.role },
      at: this.at,
      calendar,
      ...(preview ? { preview } : {}),
    };
  }

  private keep(
    state: string,
    context: RecordContext,
    actions: readonly { type: string; params: object }[],
  ): void {
    this.state = state;
    this.context = JSON.parse(JSON.stringify(context)) as C;
    this.actions = actions.map((a) =>
      Object.keys(a.params).length > 0 ? `${a.type} ${JSON.stringify(a.params)}` : a.type,
    );
  }
}

/** Every transition of a machine as `from event to`, timers by their name; `to` is `from` where nothing moves. */
export function transitionsOf(lifecycle: AnyLifecycle): readonly string[] {
  return statesOf(lifecycle).flatMap((from) => {
    const timers = new Map(timersOfState(lifecycle, from).map((t) => [t.eventType, t.name]));
    const node = lifecycle.machine.states[from];
    return [...(node?.transitions.entries() ?? [])].flatMap(([event, transitions]) =>
      transitions.map((t) => `${from} ${timers.get(event) ?? event} ${t.target?.[0]?.key ?? from}`),
    );
  });
}

/** A locked score sheet as its form, coming to `target` points as nearly as its items allow from below. */
export function sheetInput(rubric: Rubric, target: number): Values {
  let left = target;
  const values: Record<string, string | number | boolean> = {};
  for (const item of itemsOf(rubric)) {
    const whole = item.max <= left;
    if (whole) left -= item.max;
    const part = !whole && item.rule.kind === 'judgement' ? left : 0;
    left -= part;
    Object.assign(values, itemInput(item, whole, part), { [`items.${item.id}.comment`]: '依据见材料' });
  }
  for (const m of rubric.mustHaves) values[`mustHaves.${m.id}`] = true;
  return values;
}

function itemInput(
  item: RubricItem,
  whole: boolean,
  part: number,
): Record<string, string | number | boolean> {
  const name = `items.${item.id}.points`;
  switch (item.rule.kind) {
    case 'steps': {
      const best = [...item.rule.steps].sort((a, b) => b.points - a.points)[0];
      return { [name]: whole && best ? best.id : 'none' };
    }
    case 'allOrNothing':
      return { [name]: whole };
    case 'ratio': {
      const plan = item.rule.fixedPlan ?? 1;
      return {
        [name]: whole ? plan : 0,
        ...(item.rule.fixedPlan === undefined ? { [`items.${item.id}.plan`]: 1 } : {}),
      };
    }
    case 'perUnit':
      return { [name]: whole ? 1000 : 0 };
    case 'deduction':
      return { [name]: whole ? 0 : 1000 };
    case 'parts':
      return Object.fromEntries(
        item.rule.parts.map((p) => [`items.${item.id}.part.${p.id}`, whole ? p.max : 0]),
      );
    case 'judgement':
      return { [name]: whole ? item.max : part };
  }
}

/** A stored document as a form value. */
export const file = (name: string) => ({ id: name, name: `${name}.pdf`, sha256: 'a'.repeat(64), size: 10 });
