import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { isFinal, timersNeeded } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { type LifecycleName, lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { buildDemo } from '#app/jobs/demo/build-demo.server.ts';
import { nextDue } from '#app/operations/engine/rows.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { openFileStore } from '#app/outside/files.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { temporaryStore } from '#tests/database.ts';
import { applicationPlay } from '#tests/operations/model/application.play.ts';
import { evaluationPlay } from '#tests/operations/model/evaluation.play.ts';
import { graduationPlay } from '#tests/operations/model/graduation.play.ts';
import { incubationPlay } from '#tests/operations/model/incubation.play.ts';
import { replay } from '#tests/operations/model/invariants.ts';
import { amendmentPlay, reportPlay } from '#tests/operations/model/progress-report.play.ts';
import { walkAtRandom } from '#tests/operations/model/random-walk.ts';
import type { World } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';

const histories = times(150);
const longest = 12;
const casts = [
  applicationPlay,
  incubationPlay,
  evaluationPlay({ kind: 'final' }),
  graduationPlay(),
  reportPlay('2026-Q1'),
  evaluationPlay({ kind: 'midterm' }),
  amendmentPlay(),
];

const sum = { walked: 0, events: 0, seeded: 0, fields: 0, different: 0 };
afterAll(() =>
  tellFigure({
    row: 7,
    promise: 'What the tables hold is what the history tells',
    tried: `${sum.walked} random histories of ${sum.events} events through the database, ${sum.seeded} records of the demo: ${sum.fields} fields compared`,
    lost: sum.different,
  }),
);

/** Holds every field that the tables have of a record against what its history alone comes to. */
async function compare({ store }: Pick<World, 'store'>, name: LifecycleName, id: string): Promise<void> {
  const lifecycle = lifecycleNamed(name);
  const record = await loadRecord(store.read, name, id);
  if (record === undefined) throw new Error(`There is no ${name} ${id}`);
  const { row, context } = record;
  const told = await replay({ store }, name, id);
  const columns = lifecycle.columns(told.context);
  const chain = await historyOf(store.read, name, id);
  const timers = await store.read
    .selectFrom('timer')
    .select(['name', 'due_at'])
    .where('lifecycle', '=', name)
    .where('record_id', '=', id)
    .orderBy('name')
    .execute();
  const stored = {
    ...{ state: row.state, version: row.version, due: row.due_at, late: row.late, number: row.number },
    ...{ score: row.score, responsible: row.responsible_id, timers },
    ...{ updated: row.updated_at, ...context },
  };
  const needed = isFinal(lifecycle, told.state) ? [] : timersNeeded(lifecycle, told.state, told.context);
  const expected = {
    ...{ state: told.state, version: chain.length, due: nextDue(name, told.state, told.context) },
    ...{ late: told.context.late.length > 0 ? 1 : 0, number: columns.number ?? null },
    ...{ score: columns.score ?? null, responsible: columns.responsibleId ?? null },
    timers: needed.map((t) => ({ name: t.name, due_at: t.due })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    ...{ updated: chain.at(-1)?.at, ...told.context },
  };
  sum.fields += Object.keys(expected).length;
  if (JSON.stringify(sorted(stored)) !== JSON.stringify(sorted(expected))) sum.different += 1;
  expect(stored, `${name} ${id}`).toEqual(expected);
}

const sorted = (fields: object) => Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));

test('random histories through the database leave in the tables what they tell', async () => {
  const ways = fc.sample(fc.array(fc.nat(9999), { minLength: longest, maxLength: longest }), {
    seed: 20_261_125,
    numRuns: histories,
  });
  for (const [n, way] of ways.entries()) {
    const play = casts[n % casts.length];
    if (play === undefined) throw new Error('Somebody must play');
    const { edges } = await walkAtRandom(play, way, {
      asleep: n % 5 === 4,
      look: async () => {},
      atTheEnd: (world, id) => compare(world, play.lifecycle, id),
    });
    sum.walked += 1;
    sum.events += edges.length;
  }
});

test('every record of the demo stands where its history leads', async () => {
  const now = '2026-11-24T03:30:00.000Z';
  const { store, folder, remove } = await temporaryStore();
  try {
    await migrate(store, now);
    await buildDemo({ store, clock: movableClock(now) }, { now, files: openFileStore(folder) });
    for (const name of lifecycleNames)
      for (const { id } of await store.read.selectFrom(name).select('id').execute()) {
        await compare({ store }, name, id);
        sum.seeded += 1;
      }
  } finally {
    await remove();
  }
});
