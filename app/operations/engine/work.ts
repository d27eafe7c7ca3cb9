import type { Calendar } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import type { LifecycleName, RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import type { Actor, Role } from '#app/domain/policy/actor.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import type { RecordRow } from '#db/reads/records.server.ts';

/** One unit of work: everything that one request (or one timer) changes, in one transaction. */
export interface Work {
  readonly trx: OpenTransaction;
  /** The moment of the change, ISO instant: now, or the due time of a timer. */
  readonly at: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly calendarOf: (centerId: string) => Promise<Calendar>;
}

/** A record under the engine's hands. */
export interface Held {
  readonly lifecycle: LifecycleName;
  readonly row: RecordRow;
  readonly context: RecordContext;
  readonly regionCode: string;
}

/** What just happened to a record, for the actions that follow from it. */
export interface Happened {
  readonly record: Held;
  readonly event: string;
  readonly by: { readonly personId: string | null; readonly name: string; readonly role: Role };
  readonly input: Values;
  readonly params: Readonly<Record<string, unknown>>;
  readonly historySeq: number;
}

/** What follows from a named action of a machine, inside the same transaction. */
export type Consequence = (work: Work, happened: Happened) => Promise<void>;

/** Looks up one thing for guards and forms. `preview` is true when nothing may be used up (numbers). */
export type Observer = (
  look: {
    readonly db: OpenTransaction | import('#db/connection.server.ts').Connection;
    readonly at: string;
    readonly preview: boolean;
    readonly actor: Actor;
    readonly calendar: Calendar;
  },
  record: Held,
) => Promise<unknown>;

/** A record that begins. */
export interface Begun {
  readonly lifecycle: LifecycleName;
  readonly centerId: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly parentId: string | null;
  readonly context: RecordContext;
  /** Where it stands when it does not begin at the beginning (an organization that came in by import). */
  readonly state?: string;
  /** The first event of its history: `begin`, or `import`. */
  readonly as?: 'begin' | 'import';
  readonly by?: { readonly personId: string | null; readonly name: string; readonly role: Role };
}
