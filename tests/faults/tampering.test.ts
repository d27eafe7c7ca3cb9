import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { takeCheckpoint } from '#app/operations/engine/checkpoint.server.ts';
import { verifyHistory } from '#app/operations/engine/verify-history.server.ts';
import type { HistoryRow } from '#db/writes/history.server.ts';
import { admitted } from '#tests/operations/life-world.ts';
import { openWorld, type World } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import { type Choose, mutations } from './mutations.ts';

class Undo extends Error {}

/** Takes the guards off the tables, as somebody with the file in hands can. */
function unguard(world: World): void {
  const raw = new Sqlite(`${world.folder}/hatchery.db`);
  for (const table of ['history', 'checkpoint'])
    for (const verb of ['update', 'delete']) raw.exec(`drop trigger ${table}_no_${verb}`);
  raw.close();
}

function chooser(seed: number): Choose {
  let chance = seed;
  return (from) => {
    chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor((chance / 2_147_483_648) * from.length)]!;
  };
}

test('whatever is changed in the history, verifying finds it', async () => {
  const world = await openWorld();
  for (let i = 0; i < 2; i += 1) await admitted(world);
  await takeCheckpoint(world.house);
  unguard(world);
  const events = (await world.store.read.selectFrom('history').selectAll().execute()) as HistoryRow[];
  expect((await verifyHistory(world.store.read, world.centerId)).faults, 'untouched, it holds').toEqual([]);
  const names = Object.keys(mutations);
  const choose = chooser(20_261_125);
  const unseen: string[] = [];
  let tried = 0;
  while (tried < times(1000)) {
    const mutation = mutations[names[tried % names.length]!]!;
    let done: string | null = null;
    let faults = 0;
    await world.store
      .write(async (trx) => {
        done = await mutation(trx, events, choose);
        faults = (await verifyHistory(trx, world.centerId)).faults.length;
        throw new Undo();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error;
      });
    if (done === null) continue;
    tried += 1;
    if (faults === 0) unseen.push(done);
  }
  expect((await verifyHistory(world.store.read, world.centerId)).faults, 'undone, it holds again').toEqual(
    [],
  );
  await world.close();
  tellFigure({
    promise: 'The trail cannot be edited unseen',
    tried: `${tried} changes of ${names.length} kinds to ${events.length} events`,
    lost: unseen.length,
  });
  expect(unseen).toEqual([]);
});
