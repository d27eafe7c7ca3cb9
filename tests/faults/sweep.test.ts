import { afterAll, expect, test } from 'vitest';
import { fireDueTimers } from '#app/operations/engine/fire-timers.server.ts';
import { everyWalk } from '#tests/operations/model/every-walk.ts';
import { checkRecord } from '#tests/operations/model/invariants.ts';
import { type Play, perform, type Walk } from '#tests/operations/model/walk.ts';
import { openWorld, type World } from '#tests/world.ts';
import { digestOf } from './digest.ts';
import { type FailingStore, failingStore, failures, PlantedFailure } from './failing-store.ts';
import { tellFigure, times } from './figures.ts';

const hour = 3_600_000;
const longestTransaction = 2_000;
const sum = { transitions: 0, failed: 0, leaks: 0 };

const isPlanted = (error: unknown): boolean =>
  error instanceof PlantedFailure || (error instanceof Error && isPlanted(error.cause));

/** Tries something again and again, each time with the next statement failing in each way, until none is left to fail. */
async function sweep(store: FailingStore, attempt: () => Promise<void>): Promise<void> {
  for (let k = 1; k < longestTransaction; k += 1) {
    for (const failure of failures) {
      store.arm(k, failure);
      let thrown: unknown = null;
      try {
        await attempt();
      } catch (error) {
        thrown = error;
      }
      if (!store.hasFailed()) {
        store.arm(null);
        if (thrown !== null) throw thrown;
        return;
      }
      sum.failed += 1;
      expect(isPlanted(thrown), `statement ${k} failed, and nobody was told: ${String(thrown)}`).toBe(true);
    }
  }
  throw new Error('There is no end of statements');
}

/** A world in which every event and every tick of the clock is swept before it may go through. */
function swept(world: World, store: FailingStore): World {
  return {
    ...world,
    must: async (who, lifecycle, id, event, input) => {
      await sweep(store, async () => {
        const result = await world.send(who, lifecycle, id, event, input);
        expect(result.ok ? [] : result.refusals, event).toEqual([]);
      });
      world.clock.advance(60_000);
    },
    pass: async ({ days = 0, hours = 0 }) => {
      world.clock.advance((days * 24 + hours) * hour);
      await sweep(store, async () => void (await fireDueTimers(world.house)));
    },
  };
}

async function sweepLast(play: Play, path: Walk): Promise<void> {
  let store: FailingStore | undefined;
  const world = await openWorld({
    through: (opened) => {
      store = failingStore(opened);
      return store;
    },
  });
  if (store === undefined) throw new Error('The world was opened without its store');
  try {
    const id = await play.begin(world);
    const look = async () => {};
    await perform(play, path, world, id, look, path.edges.slice(0, -1));
    await perform(play, path, swept(world, store), id, look, path.edges.slice(-1));
    await checkRecord(world, play.lifecycle, id);
    expect(store.leaks(), `${path.last}: what failed left something`).toBe(0);
    sum.transitions += 1;
    sum.leaks += store.leaks();
  } finally {
    await world.close();
  }
}

// an event writes its row, a line of history, timers, people, desk and counters, and reads before: never fewer than this
const fewestStatements = 15;

afterAll(() => {
  expect(sum.failed / failures.length / sum.transitions).toBeGreaterThan(fewestStatements);
  tellFigure({
    row: 5,
    promise: 'A statement that fails leaves no trace',
    tried: `${sum.transitions} transitions, each statement failing in 3 ways: ${sum.failed} failures`,
    lost: sum.leaks,
  });
});

test.each(everyWalk())(
  '[ASVS 2.3.3] whichever statement of a transition fails: %s',
  async (_name, play, walks) => {
    const chosen = walks.filter((_, i) => i % Math.ceil(walks.length / times(walks.length)) === 0);
    for (const path of chosen) await sweepLast(play, path);
  },
);

test('the sweep would see what a failed transaction leaves', async () => {
  const world = await openWorld();
  const before = await digestOf(world.store.read);
  const torn = failingStore({
    ...world.store,
    write: async (work) => {
      await world.store.write((trx) => trx.updateTable('call').set({ quota: 3 }).execute());
      return world.store.write(work);
    },
  });
  torn.arm(1);
  const leaving = torn.write((trx) => trx.updateTable('call').set({ quota: 4 }).execute());
  await expect(leaving).rejects.toThrow('planted');
  expect(torn.leaks()).toBe(1);
  expect(await digestOf(world.store.read)).not.toBe(before);
  await world.close();
});
