import type { Role } from '../policy/actor.ts';
import { type AnyLifecycle, isFinal, statesOf } from './attempt.ts';

/** One way from a state, read off the machine. `to` equals `from` where the state does not change. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly by: 'event' | 'timer' | 'system';
  /** The event's or the timer's name. */
  readonly name: string;
  readonly guards: readonly string[];
  readonly roles: readonly Role[];
}

export interface LifecycleGraph {
  readonly states: readonly { readonly name: string; readonly final: boolean; readonly initial: boolean }[];
  readonly edges: readonly GraphEdge[];
}

interface Transition {
  readonly target?: readonly { readonly key: string }[];
  readonly guard?: unknown;
}

const graphs = new WeakMap<AnyLifecycle, LifecycleGraph>();

/** The whole machine as a graph: what documents, pictures and tests are drawn from. Read off once, for machines do not change. */
export function graphOf(lifecycle: AnyLifecycle): LifecycleGraph {
  const graph = graphs.get(lifecycle) ?? readOff(lifecycle);
  graphs.set(lifecycle, graph);
  return graph;
}

function readOff(lifecycle: AnyLifecycle): LifecycleGraph {
  const states = statesOf(lifecycle);
  const edges = states.flatMap((from) => {
    const node = lifecycle.machine.states[from];
    if (node === undefined) return [];
    const everywhere = Object.entries(
      lifecycle.machine.root.on as Record<string, readonly Transition[]>,
    ).filter(([event]) => !isFinal(lifecycle, from) || lifecycle.afterEnd?.includes(event));
    const byEvent = [...Object.entries(node.on as Record<string, readonly Transition[]>), ...everywhere]
      .filter(([event]) => !event.startsWith('xstate.'))
      .flatMap(([event, transitions]) => transitions.map((t) => edge(lifecycle, from, event, t)));
    const byTimer = (node.after as readonly (Transition & { readonly delay: unknown })[]).map(
      (t): GraphEdge => ({
        from,
        to: t.target?.[0]?.key ?? from,
        by: 'timer',
        name: String(t.delay),
        guards: namesOf(t.guard),
        roles: ['clock'],
      }),
    );
    return [...byEvent, ...byTimer];
  });
  return {
    states: states.map((name, i) => ({ name, final: isFinal(lifecycle, name), initial: i === 0 })),
    edges,
  };
}

function edge(lifecycle: AnyLifecycle, from: string, event: string, t: Transition): GraphEdge {
  const system = lifecycle.systemEvents.includes(event);
  return {
    from,
    to: t.target?.[0]?.key ?? from,
    by: system ? 'system' : 'event',
    name: event,
    guards: namesOf(t.guard),
    roles: system ? ['system'] : (lifecycle.events[event]?.by ?? []),
  };
}

function namesOf(guard: unknown): readonly string[] {
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'function' && 'guards' in guard && Array.isArray(guard.guards))
    return guard.guards.flatMap(namesOf);
  return [];
}
