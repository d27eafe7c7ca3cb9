import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { graphOf } from '#app/domain/lifecycles/graph.ts';
import { edgeName, type Play, type Walk } from './walk.ts';

/** A walk along transitions that are named one by one: longer than the shortest, with loops and turns. */
export function along(play: Play, names: readonly string[]): Walk {
  const edges = names.map((name) => {
    const edge = graphOf(lifecycleNamed(play.lifecycle)).edges.find((e) => edgeName(e) === name);
    if (edge === undefined) throw new Error(`The machine knows no ${name}`);
    return edge;
  });
  return { last: names.at(-1) ?? '', edges };
}
