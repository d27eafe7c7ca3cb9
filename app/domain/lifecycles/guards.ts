import { assign, type EventObject, type MachineContext } from 'xstate';
import type { Refusal } from '../refusal.ts';
import type { Deadlines } from './deadlines.ts';
import type { Requirement } from './lifecycle.ts';

/** Holds only once a form is filled: a page that asks what would be possible hears nothing of it. */
export function onInput<C, E extends { readonly preview?: boolean }>(
  requirement: Requirement<C, E>,
): Requirement<C, E> {
  return (args) => (args.event.preview ? null : requirement(args));
}

/** What is missing, as a list. */
export function missing(answer: Refusal | null | readonly Refusal[]): readonly Refusal[] {
  if (answer === null) return [];
  return Array.isArray(answer) ? (answer as readonly Refusal[]) : [answer as Refusal];
}

/**
 * XState guards from requirements: a guard holds when nothing is missing. The same function that decides
 * is asked again for the reasons (see `attempt.ts`), so that page and machine cannot disagree.
 */
export function guardsFrom<K extends string, C, E>(
  requirements: Record<K, Requirement<C, E>>,
): Record<K, (args: { context: C; event: E }) => boolean> {
  const guards = {} as Record<K, (args: { context: C; event: E }) => boolean>;
  for (const name of Object.keys(requirements) as K[]) {
    guards[name] = (args) => missing(requirements[name](args)).length === 0;
  }
  return guards;
}

/** The delay of a timer that does not apply. */
export const NEVER = Number.POSITIVE_INFINITY;

type Delay = (args: { context: { deadlines: Deadlines }; event: unknown }) => number;

/**
 * The delay of each timer: until the deadline of its name in the context, counted from the event.
 * No deadline: `NEVER`, and no timer is stored (XState would fire an undefined delay at once).
 */
export function delaysFor<N extends string>(names: readonly N[]): Record<N, Delay> {
  const delays = {} as Record<N, Delay>;
  for (const name of names) {
    delays[name] = ({ context, event }) => {
      const set = context.deadlines[name];
      if (set === undefined) return NEVER;
      return Math.max(0, Date.parse(set.due) - Date.parse((event as { at: string }).at));
    };
  }
  return delays;
}

/** XState assignments from plain functions: what is remembered when the action runs. */
export function assignsFrom<K extends string, C extends MachineContext, E extends EventObject>(
  recordings: Record<K, (args: { context: C; event: E }) => Partial<C>>,
): Record<K, ReturnType<typeof assign<C, E, undefined, E, never>>> {
  const assigns = {} as Record<K, ReturnType<typeof assign<C, E, undefined, E, never>>>;
  for (const name of Object.keys(recordings) as K[]) {
    assigns[name] = assign<C, E, undefined, E, never>(({ context, event }) =>
      recordings[name]({ context, event }),
    );
  }
  return assigns;
}
