import type { AnyLifecycle } from './attempt.ts';
import { graphOf } from './graph.ts';
import type { LifecyclePictureView } from './view.ts';

/** Lays a lifecycle out: the road, what stands beside it under its station, and what lies off it. */
export function pictureOf(
  lifecycle: AnyLifecycle,
  state: string,
  seen: ReadonlySet<string>,
): LifecyclePictureView {
  const graph = graphOf(lifecycle);
  const nodes = graph.states.map(({ name, final }) => {
    const station = lifecycle.road.includes(name) ? name : (lifecycle.standsAt[name] ?? null);
    return {
      state: name,
      place: station === null ? ('off' as const) : station === name ? ('road' as const) : ('beside' as const),
      column: station === null ? lifecycle.road.length : lifecycle.road.indexOf(station),
      final,
      seen: seen.has(name),
    };
  });
  const pairs = new Map<string, { from: string; to: string }>();
  for (const e of graph.edges)
    if (e.from !== e.to) pairs.set(`${e.from}/${e.to}`, { from: e.from, to: e.to });
  const ways = new Map<string, LifecyclePictureView['ways'][number]>();
  for (const e of graph.edges) {
    const way = { from: e.from, to: e.to, event: e.name, timer: e.by === 'timer', roles: e.roles };
    ways.set(`${e.from}/${e.name}/${e.to}`, way);
  }
  return { lifecycle: lifecycle.name, state, nodes, edges: [...pairs.values()], ways: [...ways.values()] };
}
