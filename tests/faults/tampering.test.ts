import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { takeCheckpoint } from '#app/operations/engine/checkpoint.server.ts';
import { verifyHistory } from '#app/operations/engine/verify-history.server.ts';
import { note } from '#app/operations/people/security-log.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import type { HistoryRow } from '#db/writes/history.server.ts';
import { admitted } from '#tests/operations/life-world.ts';
import { randomFrom } from '#tests/random.ts';
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

/** As long as the guards stand, no line of history or security log is changed, removed or replaced. */
async function refusesChanges({ store, clock }: World): Promise<void> {
  const line = { kind: 'sign_out', at: clock.now(), personId: null, address: '192.0.2.1' } as const;
  await store.write((trx) => note(trx, line));
  const attempts = [
    (trx: OpenTransaction) => trx.updateTable('history').set({ actor_name: 'x' }).execute(),
    (trx: OpenTransaction) => trx.deleteFrom('history').execute(),
    (trx: OpenTransaction) => sql`insert or replace into history select * from history limit 1`.execute(trx),
    (trx: OpenTransaction) => trx.updateTable('checkpoint').set({ digest: 'x' }).execute(),
    (trx: OpenTransaction) => trx.deleteFrom('checkpoint').execute(),
    (trx: OpenTransaction) => trx.updateTable('security_event').set({ kind: 'sign_out' }).execute(),
    (trx: OpenTransaction) => trx.deleteFrom('security_event').execute(),
  ];
  for (const attempt of attempts)
    await expect(store.write(attempt as (trx: OpenTransaction) => Promise<unknown>)).rejects.toThrow(
      /append-only|may not|constraint/i,
    );
}

function chooser(seed: number): Choose {
  const random = randomFrom(seed);
  return (from) => random.pick(from);
}

test('[ASVS 16.4.2] whatever is changed in the history, verifying finds it; where the guards stand, nothing is changed', async () => {
  const world = await openWorld();
  for (let i = 0; i < 2; i += 1) await admitted(world);
  await takeCheckpoint(world.house);
  await refusesChanges(world);
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
    row: 10,
    promise: 'The trail cannot be edited unseen',
    tried: `${tried} changes of ${names.length} kinds to ${events.length} events`,
    lost: unseen.length,
  });
  expect(unseen).toEqual([]);
});
