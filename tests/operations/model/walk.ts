import { expect } from 'vitest';
import { createMachine } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { type GraphEdge, graphOf } from '#app/domain/lifecycles/graph.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { openWorld, type World } from '#tests/world.ts';
import { checkRecord } from './invariants.ts';

/** One transition of a machine, as the walks name it. */
export const edgeName = (e: Pick<GraphEdge, 'from' | 'name' | 'to'>): string =>
  `${e.from} --${e.name}--> ${e.to}`;

/**
 * How a lifecycle is played: where a record begins, and what somebody does for each transition. A deed may first
 * prepare what the guard asks for (other events that stay in the state, the world around), then moves the record.
 * It sees the whole path, so that it can prepare what a later step needs (marks that fail).
 * It is found by `from --event--> to`, else by `event--> to`, else by `event`.
 */
export interface Play {
  readonly lifecycle: LifecycleName;
  readonly begin: (world: World) => Promise<string>;
  /** The state in which it begins, when that is not the first one: an amendment begins in the middle. */
  readonly beginsIn?: string;
  readonly deeds: Readonly<
    Record<string, (world: World, id: string, edge: GraphEdge, path: Walk) => Promise<void>>
  >;
  /** A path that must be gone when the shortest one cannot be (a third rectification …), by the edge it ends with. */
  readonly detours?: Readonly<Record<string, readonly string[]>>;
}

export interface Walk {
  readonly last: string;
  readonly edges: readonly GraphEdge[];
}

/** For each transition of the machine, the shortest path that ends with it (paths by xstate/graph over its shape). */
export function walksOf(play: Play): readonly Walk[] {
  const graph = graphOf(lifecycleNamed(play.lifecycle));
  const byName = new Map(graph.edges.map((e) => [edgeName(e), e]));
  const shape = createMachine({
    id: 'shape',
    initial: play.beginsIn ?? graph.states[0]!.name,
    states: Object.fromEntries(
      graph.states.map((s) => [
        s.name,
        {
          on: Object.fromEntries(
            graph.edges.filter((e) => e.from === s.name).map((e) => [edgeName(e).replaceAll('.', '_'), e.to]),
          ),
        },
      ]),
    ),
  });
  const paths = getShortestPaths(shape, {
    events: graph.edges.map((e) => ({ type: edgeName(e).replaceAll('.', '_') })),
  });
  const toState = new Map(
    paths.map((p) => [
      String(p.state.value),
      p.steps
        .map((s) => s.event.type)
        .filter((t) => t !== 'xstate.init')
        .map((t) => byName.get(t)!),
    ]),
  );
  const seen = new Set<string>();
  return graph.edges.flatMap((edge) => {
    const last = edgeName(edge);
    if (seen.has(last) || !toState.has(edge.from)) return [];
    seen.add(last);
    const detour = play.detours?.[last];
    const before = detour ? detour.map((n) => byName.get(n)!) : (toState.get(edge.from) ?? []);
    return [{ last, edges: [...before, edge] }];
  });
}

function deedFor(play: Play, edge: GraphEdge) {
  const deed =
    play.deeds[edgeName(edge)] ?? play.deeds[`${edge.name}--> ${edge.to}`] ?? play.deeds[edge.name];
  if (deed === undefined) throw new Error(`Nobody plays ${edgeName(edge)}`);
  return deed;
}

/** Performs a path in a world, or those `edges` of it, one deed after the other; `after` is asked after each. */
export async function perform(
  play: Play,
  path: Walk,
  world: World,
  id: string,
  after: () => Promise<void> = async () => {},
  edges: readonly GraphEdge[] = path.edges,
): Promise<void> {
  for (const edge of edges) {
    expect(await world.stateOf(play.lifecycle, id), `before ${edgeName(edge)}`).toBe(edge.from);
    const before = await world.record(play.lifecycle, id);
    await deedFor(play, edge)(world, id, edge, path);
    const now = await world.record(play.lifecycle, id);
    expect(now.row.state, edgeName(edge)).toBe(edge.to);
    expect(now.row.version, `${edgeName(edge)} changed the record`).toBeGreaterThan(before.row.version);
    await after();
  }
}

/** Walks one path against a real database, and checks after each step what must always hold. */
export async function walk(play: Play, path: Walk): Promise<number> {
  const world = await openWorld();
  try {
    const id = await play.begin(world);
    await perform(play, path, world, id, () => checkRecord(world, play.lifecycle, id));
    return path.edges.length;
  } finally {
    await world.close();
  }
}
