import type { AnyStateMachine } from 'xstate';
import type { Calendar } from '../calendar.ts';
import type { Field, Values } from '../forms/field.ts';
import type { GivenRole, Role, Subject } from '../policy/actor.ts';
import type { Refusal } from '../refusal.ts';
import type { Deadlines } from './deadlines.ts';

export const lifecycleNames = [
  'application',
  'incubation',
  'evaluation',
  'graduation',
  'progress_report',
] as const;
export type LifecycleName = (typeof lifecycleNames)[number];

/**
 * What every event carries when it reaches a machine. The engine stamps it; nobody sends a machine what a browser sent.
 * `observed` is what the engine saw outside the record at that moment (it is written to the history, so that the
 * decision can be replayed); `preview` is true when a page only asks what would be possible, before a form is filled.
 */
export interface Stamp<Observed> {
  readonly input: Values;
  readonly observed: Partial<Observed>;
  readonly by: { readonly personId: string | null; readonly name: string; readonly role: Role };
  /** ISO instant. */
  readonly at: string;
  readonly calendar: Calendar;
  readonly preview?: boolean;
}

export type StampedEvent<Name extends string, Observed> = { readonly type: Name } & Stamp<Observed>;

/** What the context of every machine holds. Deadlines go by the name of their timer. */
export interface RecordContext {
  readonly deadlines: Deadlines;
  /** Names of the "late after" timers that have passed in the present state. */
  readonly late: readonly string[];
  /** People who stepped back or were made to (回避). */
  readonly recused: readonly string[];
}

/** A question a guard asks. Null: nothing missing. Anything else: what is missing, said to the person. */
export type Requirement<C, E> = (args: { context: C; event: E }) => Refusal | null | readonly Refusal[];

/** Somebody for whom a record waits, with the event that they can send and the deadline's name. */
export interface Wait {
  readonly role: GivenRole;
  /** When it waits for one person, not for everyone in the role. */
  readonly personId?: string;
  readonly event: string;
  readonly deadline?: string;
  /** The last day on which it was in time, where the clock ran out and is struck. */
  readonly overdueSince?: string;
}

/** How an event looks from outside: who, its address, its form. The machine says when. */
export interface EventDeclaration<C = RecordContext, O = Record<string, unknown>> {
  /** The noun in the address: `/applications/:id/<noun>`. */
  readonly noun: string;
  readonly by: readonly Role[];
  /** Staff whom the lead allowed to submit may send it too. */
  readonly delegates?: boolean;
  /** The questions of its form; none when only a confirmation is asked. */
  readonly form?: (
    context: C,
    observed: Partial<O>,
    now: {
      readonly at: string;
      readonly calendar: Calendar;
      /** In what role the form is filled in, where that is known. */
      readonly role?: Role;
    },
  ) => readonly Field[];
  /** Every question of its form may stay open, but not all of them. */
  readonly leastOne?: true;
  /** What its form begins with, from what the record already knows (a draft, a sheet saved before). */
  readonly initial?: (context: C, personId: string | null) => Values;
  /** Names of what the engine must look up for its guards and its form (see `operations/observe`). */
  readonly observe?: readonly string[];
  readonly manner: 'primary' | 'plain' | 'danger';
  /** Roles told when it happened, besides those for whom the record then waits. */
  readonly tells?: readonly GivenRole[];
  /** The event whose form it shares: it is a second button there, and stands nowhere else on the record's page. */
  readonly within?: string;
}

export type Tone = 'waiting' | 'good' | 'attention' | 'stopped' | 'neutral';

/**
 * A lifecycle: an XState machine and what is derived from it. The machine alone decides what may happen next;
 * the rest says who may ask, what the form is, and for whom a state waits.
 */
export interface Lifecycle<C extends RecordContext = RecordContext, O = Record<string, unknown>> {
  readonly name: LifecycleName;
  /** Raised with every change of the machine that records under way must be migrated for. */
  readonly version: number;
  readonly machine: AnyStateMachine;
  readonly requirements: Readonly<Record<string, Requirement<C, never>>>;
  readonly events: Readonly<Record<string, EventDeclaration<C, O>>>;
  /** Events that another machine sends in the same transaction. They have no door. */
  readonly systemEvents: readonly string[];
  /** System events that a record still takes once it has ended: who may read it changes, never what it says. */
  readonly afterEnd?: readonly string[];
  /** Events of which nobody is told: drafts that save themselves, and what follows from something told already. */
  readonly quiet?: readonly string[];
  /** What to look up when a timer fires, by the timer's name. */
  readonly timers: Readonly<Record<string, { readonly observe?: readonly string[] }>>;
  readonly tones: Readonly<Record<string, Tone>>;
  /** The main road, for the stepper: state names in order. */
  readonly road: readonly string[];
  /** Where a state off the road stands on it. */
  readonly standsAt: Readonly<Record<string, string>>;
  /** Stations from which the road goes back and that are then behind it all the same, with the events that end them. */
  readonly endedBy?: Readonly<Record<string, readonly string[]>>;
  readonly waits: (state: string, context: C) => readonly Wait[];
  /** Who may open the record's page. */
  readonly readBy: readonly Role[];
  /** What lists and counters show of the context, kept in columns. */
  readonly columns: (context: C) => RecordColumns;
  readonly assigned: (context: C) => Subject['assigned'];
}

/** Figures of a record that lists sort and filter by. `score` in hundredths of a point. */
export interface RecordColumns {
  readonly number?: string | null;
  readonly kind?: string | null;
  readonly score?: number | null;
  readonly responsibleId?: string | null;
}
