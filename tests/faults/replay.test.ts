import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnyStamped, attempt, isFinal, statesOf, timersNeeded } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { type LifecycleName, lifecycleNames, type RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import { everyWalk } from '#tests/operations/model/every-walk.ts';
import { replay, tellingOf } from '#tests/operations/model/invariants.ts';
import { perform } from '#tests/operations/model/walk.ts';
import { randomFrom } from '#tests/random.ts';
import { openWorld, type World } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';

type Telling = Awaited<ReturnType<typeof tellingOf>>;
/** An event that somebody really sent, with all that the machine was told. */
type Told = Telling['events'][number];
interface Corpus {
  readonly lives: Telling[];
  /** What was sent, by the state it was sent in and by its kind. */
  readonly told: Map<string, Map<string, Told[]>>;
}

const corpus = new Map<LifecycleName, Corpus>(
  lifecycleNames.map((name) => [name, { lives: [], told: new Map() }]),
);
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
      const telling = await tellingOf(world, name, id);
      const { lives, told } = corpus.get(name)!;
      lives.push(telling);
      for (const one of telling.events) {
        const kinds = told.get(one.from) ?? new Map<string, Told[]>();
        told.set(one.from, kinds.set(one.type, kinds.get(one.type) ?? []));
        kinds.get(one.type)?.push(one);
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

const longest = 15;
const hour = 3_600_000;

/** What somebody once sent, mostly in this very state: first the kind, for what is often told would crowd out what seldom is. */
function byChance(told: Corpus['told'], state: string, roll: (sides: number) => number): Told | undefined {
  const from = roll(10) === 0 ? [...told.keys()][roll(told.size)] : state;
  const kinds = [...(told.get(from ?? '')?.values() ?? [])];
  const ofKind = kinds[roll(kinds.length)] ?? [];
  return ofKind[roll(ofKind.length)];
}

test('what random histories come to is what their telling comes to', () => {
  const { below: roll } = randomFrom(20_261_125);
  const reached = new Set<string>();
  for (let i = 0; i < times(20_000); i += 1) {
    const name = lifecycleNames[i % lifecycleNames.length]!;
    const lifecycle = lifecycleNamed(name);
    const { lives, told: ever } = corpus.get(name)!;
    const { events: lived, ...begin } = lives[roll(lives.length)]!;
    // as far as it really went, or less far; from there on by chance: so that late states are begun from too
    const followed = lived.slice(0, roll(lived.length + 1));
    let { state, context } = begin;
    reached.add(`${name} ${state}`);
    let at = Date.parse(begin.at);
    const history: string[] = [JSON.stringify(begin)];
    // what the center's days are is no part of a history
    const calendars: AnyStamped['calendar'][] = [];
    for (let step = 0; step < followed.length + longest && !isFinal(lifecycle, state); step += 1) {
      const chosen = followed[step] ?? byChance(ever, state, roll);
      if (chosen === undefined) break;
      const timer = timersNeeded(lifecycle, state, context).find((t) => t.eventType === chosen.type);
      if (step < followed.length) at = Date.parse(chosen.at);
      else at = Math.max(at + roll(5 * 24) * hour, timer ? Date.parse(timer.due) : 0);
      const { from: _, ...sent } = chosen;
      const event: AnyStamped = { ...sent, at: new Date(at).toISOString() };
      const next = attempt(lifecycle, state, context, event);
      if (!next.ok) continue;
      state = next.value.state;
      context = next.value.context;
      reached.add(`${name} ${state}`);
      history.push(JSON.stringify({ ...event, calendar: undefined }));
      calendars.push(event.calendar);
    }
    const [first, ...events] = history.map((line) => JSON.parse(line) as AnyStamped);
    let again = first as unknown as { state: string; context: RecordContext };
    for (const [n, event] of events.entries()) {
      const told = { ...event, calendar: calendars[n] ?? event.calendar };
      const step = attempt(lifecycle, again.state, again.context, told);
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
  if (times(100) === 100) expect(all.filter((state) => !reached.has(state))).toEqual([]);
});
