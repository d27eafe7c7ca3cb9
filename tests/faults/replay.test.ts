import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Calendar } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { type AnyStamped, attempt, isFinal, statesOf, timersNeeded } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { type LifecycleName, lifecycleNames, type RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import type { Role } from '#app/domain/policy/actor.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { everyWalk } from '#tests/operations/model/every-walk.ts';
import { replay } from '#tests/operations/model/invariants.ts';
import { perform } from '#tests/operations/model/walk.ts';
import { openWorld, type World } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';

/** An event that somebody really sent, with all that the machine was told. */
interface Told {
  readonly from: string;
  readonly type: string;
  readonly input: Values;
  readonly observed: Record<string, unknown>;
  readonly by: AnyStamped['by'];
}
interface Corpus {
  readonly begins: { readonly state: string; readonly context: RecordContext; readonly at: string }[];
  readonly told: Map<string, Told[]>;
}

const corpus = new Map<LifecycleName, Corpus>(
  lifecycleNames.map((name) => [name, { begins: [], told: new Map() }]),
);
let calendar: Calendar;
const sum = { stored: 0, histories: 0, events: 0, different: 0 };

/** Adds every record of a world to the corpus, after holding what it stands for against what its history comes to. */
async function gather(world: World): Promise<void> {
  for (const name of lifecycleNames) {
    for (const { id } of await world.store.read.selectFrom(name).select('id').orderBy('id').execute()) {
      const { row, context } = await world.record(name, id);
      const replayed = await replay(world, name, id);
      sum.stored += 1;
      if (replayed.state !== row.state || JSON.stringify(replayed.context) !== JSON.stringify(context))
        sum.different += 1;
      expect(replayed, `${name} ${id}`).toEqual({ state: row.state, context });
      const [first, ...rest] = await historyOf(world.store.read, name, id);
      if (first === undefined) throw new Error(`${name} ${id} has no beginning`);
      const { begins, told } = corpus.get(name)!;
      begins.push({ state: first.to_state, context: JSON.parse(first.input) as RecordContext, at: first.at });
      for (const event of rest) {
        const from = event.from_state ?? '';
        const one: Told = {
          from,
          type: event.event,
          input: JSON.parse(event.input) as Values,
          observed: JSON.parse(event.observed) as Record<string, unknown>,
          by: { personId: event.actor_id, name: event.actor_name, role: event.role as Role },
        };
        told.set(from, [...(told.get(from) ?? []), one]);
      }
    }
  }
}

beforeAll(async () => {
  for (const [, play, walks] of everyWalk()) {
    const chosen = walks.filter((_, i) => i % Math.ceil(walks.length / times(walks.length)) === 0);
    for (const path of chosen) {
      const world = await openWorld();
      const id = await play.begin(world);
      await perform(play, path, world, id);
      calendar = await calendarOfCenter(world.store.read, world.centerId);
      await gather(world);
      await world.close();
    }
  }
}, 600_000);

afterAll(() =>
  tellFigure({
    row: 7,
    promise: 'The record explains the state',
    tried: `${sum.stored} stored records replayed; ${sum.histories} random histories of ${sum.events} events`,
    lost: sum.different,
  }),
);

/** The same numbers each run. */
function dice(seed: number): (sides: number) => number {
  let chance = seed;
  return (sides) => {
    chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((chance / 2_147_483_648) * sides);
  };
}

const longest = 15;
const hour = 3_600_000;

test('what random histories come to is what their telling comes to', () => {
  const roll = dice(20_261_125);
  const reached = new Set<string>();
  for (let i = 0; i < times(20_000); i += 1) {
    const name = lifecycleNames[i % lifecycleNames.length]!;
    const lifecycle = lifecycleNamed(name);
    const { begins, told } = corpus.get(name)!;
    const begin = begins[roll(begins.length)]!;
    let { state, context } = begin;
    reached.add(`${name} ${state}`);
    let at = Date.parse(begin.at);
    const history: string[] = [JSON.stringify(begin)];
    for (let step = 0; step < longest && !isFinal(lifecycle, state); step += 1) {
      const here = roll(10) === 0 ? [...told.values()].flat() : (told.get(state) ?? []);
      // the kind first: what is often told would crowd out what seldom is
      const kinds = [...new Set(here.map(({ type }) => type))].sort();
      const kind = kinds[roll(kinds.length)];
      const ofKind = here.filter(({ type }) => type === kind);
      const chosen = ofKind[roll(ofKind.length)];
      if (chosen === undefined) break;
      at += roll(5 * 24) * hour;
      const timer = timersNeeded(lifecycle, state, context).find((t) => t.eventType === chosen.type);
      if (timer) at = Math.max(at, Date.parse(timer.due));
      const event: AnyStamped = { ...chosen, at: new Date(at).toISOString(), calendar };
      const next = attempt(lifecycle, state, context, event);
      if (!next.ok) continue;
      state = next.value.state;
      context = next.value.context;
      reached.add(`${name} ${state}`);
      history.push(JSON.stringify({ ...event, calendar: undefined }));
    }
    const [first, ...events] = history.map((line) => JSON.parse(line) as AnyStamped);
    let again = first as unknown as { state: string; context: RecordContext };
    for (const event of events) {
      const step = attempt(lifecycle, again.state, again.context, { ...event, calendar });
      if (!step.ok) throw new Error(`${name}: ${event.type} cannot be told again`);
      again = { state: step.value.state, context: JSON.parse(JSON.stringify(step.value.context)) };
    }
    sum.histories += 1;
    sum.events += events.length;
    const same =
      again.state === state &&
      JSON.stringify(again.context) === JSON.stringify(JSON.parse(JSON.stringify(context)));
    if (!same) sum.different += 1;
    expect(same, `${name} after ${events.map((e) => e.type).join(', ')}`).toBe(true);
  }
  const all = lifecycleNames.flatMap((name) => statesOf(lifecycleNamed(name)).map((s) => `${name} ${s}`));
  if (times(100) === 100) expect(reached.size).toBeGreaterThan(all.length * 0.8);
});
