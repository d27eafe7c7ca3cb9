import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { type GraphEdge, graphOf } from '#app/domain/lifecycles/graph.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { NoOccasion, oversleep } from './clock-hand.ts';
import { checkRecord } from './invariants.ts';
import { edgeName, type Play } from './walk.ts';

/** The machine said no: on a random walk that is an answer like any other. */
class Refused extends Error {}

/** The program broke down, whatever was asked of it. */
class Broken extends Error {}

/** What was walked: the transitions that the history tells of. */
export interface Walked {
  readonly edges: readonly string[];
  /** No transition of a state that is no end could be walked. */
  readonly stuck: boolean;
}

/** A world in which a refusal is told from a fault, and from what a deed does not find. */
function listening(world: World): World {
  const guarded = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (cause) {
      throw new Broken(`${what} broke down: ${String(cause)}`, { cause });
    }
  };
  return {
    ...world,
    send: (who, lifecycle, id, event, input) =>
      guarded(event, () => world.send(who, lifecycle, id, event, input)),
    must: async (who, lifecycle, id, event, input) => {
      const result = await guarded(event, () => world.send(who, lifecycle, id, event, input));
      if (!result.ok) throw new Refused(`${event}: ${result.refusals.map((r) => r.code).join(', ')}`);
      world.clock.advance(60_000);
    },
    pass: (time) => guarded('the clock', () => world.pass(time)),
  };
}

/** Whether a deed could not be done for want of an occasion: refused, nobody of the cast there, nothing to answer. */
const noOccasion = (error: unknown): boolean =>
  error instanceof Refused ||
  error instanceof NoOccasion ||
  error instanceof TypeError ||
  (error instanceof Error && error.message.startsWith('Nobody'));

/** Whether a deed moved the record; each time it did, `look` looks at it. */
async function done(
  play: Play,
  edge: GraphEdge,
  world: World,
  id: string,
  look: (world: World, id: string) => Promise<void>,
): Promise<boolean> {
  const deed =
    play.deeds[edgeName(edge)] ?? play.deeds[`${edge.name}--> ${edge.to}`] ?? play.deeds[edge.name];
  if (deed === undefined) throw new Error(`Somebody must play ${edgeName(edge)}`);
  const before = await world.record(play.lifecycle, id);
  try {
    await deed(world, id, edge, { last: edgeName(edge), edges: [edge] });
  } catch (error) {
    if (!noOccasion(error)) throw error;
  }
  if ((await world.record(play.lifecycle, id)).row.version === before.row.version) return false;
  await look(world, id);
  return true;
}

/** The transitions that a record went through, read off its history. */
async function gone(world: World, { lifecycle }: Play, id: string): Promise<readonly string[]> {
  const chain = await historyOf(world.store.read, lifecycle, id);
  return chain.slice(1).map((h) =>
    edgeName({
      from: h.from_state ?? '',
      name: /^xstate\.after\.([^.]+)\./.exec(h.event)?.[1] ?? h.event,
      to: h.to_state,
    }),
  );
}

/**
 * The ways from a state in the order in which they are tried: from the chosen one on. One time in three just so; else
 * those that stay come after those that lead on, and those that lead to an end come last.
 */
function turnFrom(
  ways: readonly GraphEdge[],
  choice: number,
  ends: ReadonlySet<string>,
): readonly GraphEdge[] {
  const first = choice % ways.length;
  const turn = [...ways.slice(first), ...ways.slice(0, first)];
  if (Math.floor(choice / ways.length) % 3 === 0) return turn;
  const rank = (e: GraphEdge): number => (ends.has(e.to) ? 2 : e.to === e.from ? 1 : 0);
  return turn.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Walks where the numbers lead: each chooses one of the transitions of the state that the record stands in, and the next
 * one whose deed does something when that cannot be done. Ends early where the record ends. `asleep`: nobody looks at
 * the clock while time passes, so that much is due at once. What must hold of the record is asked after each step, unless
 * `look` looks otherwise; `atTheEnd` looks once more.
 */
export async function walkAtRandom(
  play: Play,
  choices: readonly number[],
  how: {
    readonly asleep: boolean;
    readonly look?: (world: World, id: string) => Promise<void>;
    readonly atTheEnd?: (world: World, id: string) => Promise<void>;
  },
): Promise<Walked> {
  const world = listening(await openWorld());
  if (how.asleep) oversleep(world);
  const { edges, states } = graphOf(lifecycleNamed(play.lifecycle));
  const ends = new Set(states.filter((s) => s.final).map((s) => s.name));
  const look = how.look ?? ((opened, id) => checkRecord(opened, play.lifecycle, id));
  let tried = 'the beginning';
  try {
    const id = await play.begin(world);
    for (const choice of choices) {
      const from = await world.stateOf(play.lifecycle, id);
      if (ends.has(from)) break;
      const ways = edges.filter((e) => e.from === from);
      let moved = false;
      for (const edge of turnFrom(ways, choice, ends)) {
        tried = `${tried}; ${edgeName(edge)}`;
        moved = await done(play, edge, world, id, look);
        if (moved) break;
      }
      if (!moved) return { edges: await gone(world, play, id), stuck: true };
    }
    await how.atTheEnd?.(world, id);
    return { edges: await gone(world, play, id), stuck: false };
  } catch (cause) {
    throw new Error(`After ${tried}: ${String(cause)}`, { cause });
  } finally {
    await world.close();
  }
}
