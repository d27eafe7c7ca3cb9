import { type AnyMachineSnapshot, type AnyStateMachine, getNextTransitions, transition } from 'xstate';
import { done, type Refusal, type Result, refusal } from '../refusal.ts';
import { missing } from './guards.ts';
import type { Lifecycle, RecordContext, Stamp } from './lifecycle.ts';

/** An event as machines take it. Timers' events carry the same stamp. */
export type AnyStamped = { readonly type: string } & Stamp<Record<string, unknown>>;

/** What a granted change comes to: the next state and context, and the named actions that follow from it. */
export interface Step {
  readonly state: string;
  readonly context: RecordContext;
  readonly actions: readonly { readonly type: string; readonly params: Readonly<Record<string, unknown>> }[];
}

/** A timer that a record in this state needs. */
export interface NeededTimer {
  readonly name: string;
  readonly eventType: string;
  readonly due: string;
}

// The one place where a lifecycle's typing is widened, so that the engine can serve all of them.
const snapshotOf = (lifecycle: AnyLifecycle, state: string, context: RecordContext): AnyMachineSnapshot =>
  (lifecycle.machine as AnyStateMachine).resolveState({ value: state, context });

// biome-ignore lint/suspicious/noExplicitAny: a lifecycle's context and lookups are its own; only the engine is generic over them.
export type AnyLifecycle = Lifecycle<any, any>;

/** The only way to ask a machine for a change: the step, or everything that is missing for it. Pure. */
export function attempt(
  lifecycle: AnyLifecycle,
  state: string,
  context: RecordContext,
  event: AnyStamped,
): Result<Step> {
  const reasons = whatIsMissing(lifecycle, state, context, event);
  if (reasons.length > 0) return { ok: false, refusals: reasons };
  const [next, actions] = transition(lifecycle.machine, snapshotOf(lifecycle, state, context), event);
  return done({
    state: next.value as string,
    context: next.context as RecordContext,
    actions: actions
      .filter((action) => !action.type.startsWith('xstate.'))
      .map((action) => ({ type: action.type, params: (action.params ?? {}) as Record<string, unknown> })),
  });
}

/**
 * Why an event is not possible now: one refusal for each thing that its guards find missing; empty when it is possible.
 * With `preview`, what only the form could answer is not asked.
 */
export function whatIsMissing(
  lifecycle: AnyLifecycle,
  state: string,
  context: RecordContext,
  event: AnyStamped,
): readonly Refusal[] {
  // XState still takes the machine's own events in a final state; a record that has ended takes none.
  if (isFinal(lifecycle, state) && !lifecycle.afterEnd?.includes(event.type))
    return [refusal('notInThisState', { state })];
  const snapshot = snapshotOf(lifecycle, state, context);
  if (snapshot.can(event)) return [];
  const candidates = getNextTransitions(snapshot).filter((t) => t.eventType === event.type);
  for (const candidate of candidates) {
    const reasons = guardNames(candidate.guard).flatMap((name) => {
      const requirement = lifecycle.requirements[name];
      return requirement ? missing(requirement({ context, event: event as never })) : [];
    });
    if (reasons.length > 0) return reasons;
  }
  return [refusal('notInThisState', { state })];
}

function guardNames(guard: unknown): readonly string[] {
  if (guard === undefined || guard === null) return [];
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'object' && 'type' in guard && typeof guard.type === 'string') return [guard.type];
  if (typeof guard === 'function' && 'guards' in guard && Array.isArray(guard.guards))
    return guard.guards.flatMap(guardNames);
  throw new Error(
    'A guard must be the name of a requirement or and([...]) of names, so that it can say what is missing',
  );
}

/** Declared events that the state handles at all, in the order of their declaration. */
export function eventsOfState(lifecycle: AnyLifecycle, state: string): readonly string[] {
  const handled = new Set([
    ...Object.keys(lifecycle.machine.states[state]?.on ?? {}),
    ...(isFinal(lifecycle, state) ? [] : Object.keys(lifecycle.machine.root.on)),
  ]);
  return Object.keys(lifecycle.events).filter((name) => handled.has(name));
}

/** Every state of the machine, in the order of its definition. */
export const statesOf = (lifecycle: AnyLifecycle): readonly string[] => Object.keys(lifecycle.machine.states);

export const isFinal = (lifecycle: AnyLifecycle, state: string): boolean =>
  lifecycle.machine.states[state]?.type === 'final';

/** The state in which a record of this lifecycle begins. */
export const initialStateOf = (lifecycle: AnyLifecycle): string =>
  Object.keys(lifecycle.machine.states)[0] as string;

/** Names of the timers (`after`) of a state with the event each one sends. */
export function timersOfState(
  lifecycle: AnyLifecycle,
  state: string,
): readonly { name: string; eventType: string }[] {
  const seen = new Map<string, string>();
  for (const t of lifecycle.machine.states[state]?.after ?? []) seen.set(String(t.delay), t.eventType);
  return [...seen].map(([name, eventType]) => ({ name, eventType }));
}

/** The timers that a record needs: those of its state that have a deadline and have not yet marked it late. */
export function timersNeeded(
  lifecycle: AnyLifecycle,
  state: string,
  context: RecordContext,
): readonly NeededTimer[] {
  return timersOfState(lifecycle, state).flatMap(({ name, eventType }) => {
    const set = context.deadlines[name];
    return set === undefined || set.held || context.late.includes(name)
      ? []
      : [{ name, eventType, due: set.due }];
  });
}
