import type { AnyLifecycle } from './attempt.ts';
import { graphOf } from './graph.ts';
import type { LifecyclePictureView } from './view.ts';

/** Lays a lifecycle out: the road in the first row, side states under their station, other ends in the last column. */
export function pictureOf(lifecycle: AnyLifecycle, state: string, seen: ReadonlySet<string>): LifecyclePictureView {
  const graph = graphOf(lifecycle);
  const used = new Map<number, number>();
  const below = (column: number): number => {
    const row = (used.get(column) ?? 0) + 1;
    used.set(column, row);
    return row;
  };
  const nodes = graph.states.map((s) => {
    const onRoad = lifecycle.road.indexOf(s.name);
    const station = lifecycle.road.indexOf(lifecycle.standsAt[s.name] ?? '');
    const column = onRoad >= 0 ? onRoad : station >= 0 ? station : lifecycle.road.length - 1;
    return {
      state: s.name,
      column,
      row: onRoad >= 0 ? 0 : below(column),
      final: s.final,
      seen: seen.has(s.name),
      tone: lifecycle.tones[s.name] ?? ('neutral' as const),
    };
  });
  const pairs = new Map<string, { from: string; to: string }>();
  for (const e of graph.edges) if (e.from !== e.to) pairs.set(`${e.from}/${e.to}`, { from: e.from, to: e.to });
  const ways = new Map<string, LifecyclePictureView['ways'][number]>();
  for (const e of graph.edges) {
    const way = { from: e.from, to: e.to, event: e.name, timer: e.by === 'timer', roles: e.roles };
    ways.set(`${e.from}/${e.name}/${e.to}`, way);
  }
  return { lifecycle: lifecycle.name, state, nodes, edges: [...pairs.values()], ways: [...ways.values()] };
}
