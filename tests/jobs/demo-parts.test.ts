import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sheetFromInput } from '#app/domain/lifecycles/score-sheet.ts';
import { shippedRubrics } from '#app/domain/rubrics/shipped.ts';
import { checkSheet, sheetTotal } from '#app/domain/scoring.ts';
import { pageOf, photographOf } from '#app/jobs/demo/papers.server.ts';
import { prepareDemo } from '#app/jobs/demo/prepare-demo.server.ts';
import { sheetAnswers } from '#app/jobs/demo/sheet-answers.ts';
import { timetable } from '#app/jobs/demo/timetable.ts';
import { databaseFile, openInstallation } from '#app/jobs/installation.server.ts';
import { markAsDemo } from '#app/operations/demo/settle.server.ts';
import { movableClock } from '#app/outside/clock.server.ts';
import { sniff } from '#app/outside/file-type.server.ts';
import { inOneTransaction } from '#db/one-transaction.server.ts';

const now = '2026-11-24T03:30:00.000Z';

describe('the timetable', () => {
  test('lives through stories in the order of time, whoever tells them, and stops at the end', async () => {
    const clock = movableClock('2026-01-01T00:00:00.000Z');
    const seen: string[] = [];
    const plan = timetable(clock, '2026-01-05T00:00:00.000Z', async () => {});
    async function* story(name: string, days: readonly number[]) {
      for (const day of days) {
        yield `2026-01-0${day}T09:00:00.000Z`;
        seen.push(`${name}${day} ${clock.now().slice(8, 10)}`);
      }
    }
    plan.add(story('a', [1, 4, 6]));
    plan.add(story('b', [2, 3, 2]));
    await plan.run();
    // What was planned for a day that is over happens at once: the clock never goes back.
    expect(seen).toEqual(['a1 01', 'b2 02', 'b3 03', 'b2 03', 'a4 04']);
    expect(clock.now()).toBe('2026-01-05T00:00:00.000Z');
  });

  test('lets happen what fell due before anybody acts', async () => {
    const clock = movableClock('2026-01-01T00:00:00.000Z');
    const seen: string[] = [];
    const plan = timetable(
      clock,
      '2026-01-03T00:00:00.000Z',
      async () => void seen.push(`due ${clock.now().slice(8, 10)}`),
    );
    plan.add(
      (async function* () {
        yield '2026-01-02T00:00:00.000Z';
        seen.push('act');
      })(),
    );
    await plan.run();
    expect(seen).toEqual(['due 01', 'due 02', 'act', 'due 03']);
  });
});

describe('made-up score sheets', () => {
  const cases = shippedRubrics
    .filter((r) => ['entry', 'incubation-midterm', 'graduation'].includes(r.id))
    .flatMap((rubric) =>
      [55, 68, 80, 93].flatMap((target) => [0, 5, 17].map((turn) => ({ rubric, target, turn }))),
    );

  test.each(cases)('$rubric.id near $target is whole ($turn)', ({ rubric, target, turn }) => {
    const sheet = { ...sheetFromInput(rubric, 'somebody', sheetAnswers(rubric, target, turn)), locked: true };
    expect(checkSheet(rubric, sheet)).toEqual([]);
    const total = sheetTotal(rubric, sheet);
    expect(total.ok && Math.abs(total.value.total - target) <= 2).toBe(true);
  });
});

describe('papers', () => {
  test('are what their names say', () => {
    expect(sniff(pageOf('组织章程', 'charter'), '组织章程.pdf')).toMatchObject({
      ok: true,
      value: { kind: 'pdf' },
    });
    expect(sniff(photographOf('photo-visit'), '照片.png')).toMatchObject({
      ok: true,
      value: { kind: 'png' },
    });
  });
});

describe('the folder of a demo', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hatchery-demo-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const said: string[] = [];
  const prepare = (fresh: boolean, at = now) => {
    said.length = 0;
    return prepareDemo(folder, { fresh, now: at, say: (key) => void said.push(key) });
  };

  test('is never taken when something else lies there, not even for a fresh one', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    const answer = await prepare(true);
    expect(answer.ok ? '' : answer.refusals[0]?.code).toBe('demo.folderTaken');
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('mine');
  });

  test('is never taken when it holds a real installation', async () => {
    await (await openInstallation(folder, now)).close();
    const answer = await prepare(true);
    expect(answer.ok).toBe(false);
    expect(existsSync(databaseFile(folder))).toBe(true);
  });

  test('goes on with the demo of the last time, and says when that is old', async () => {
    const store = await openInstallation(folder, now);
    await markAsDemo({ store, clock: movableClock(now) }, now);
    await store.close();
    expect((await prepare(false)).ok).toBe(true);
    expect(said).toEqual(['demo.goesOn']);
    await prepare(false, '2026-12-30T00:00:00.000Z');
    expect(said).toEqual(['demo.goesOn', 'demo.old']);
  });

  test('a build that is broken off leaves nothing in the database', async () => {
    const store = await openInstallation(folder, now);
    const broken = inOneTransaction(store, async (inside) => {
      await markAsDemo({ store: inside, clock: movableClock(now) }, now);
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(await store.read.selectFrom('instance').selectAll().where('name', '=', 'demo').execute()).toEqual(
      [],
    );
    await store.close();
  });

  test('inside one transaction a step that throws is undone, and what was before it stays', async () => {
    const store = await openInstallation(folder, now);
    await inOneTransaction(store, async (inside) => {
      const house = { store: inside, clock: movableClock(now) };
      await markAsDemo(house, 'first');
      const step = inside.write(async (trx) => {
        await trx.updateTable('instance').set({ value: 'second' }).where('name', '=', 'demo').execute();
        throw new Error('no');
      });
      await expect(step).rejects.toThrow('no');
    });
    expect(
      await store.read.selectFrom('instance').select('value').where('name', '=', 'demo').executeTakeFirst(),
    ).toEqual({
      value: 'first',
    });
    await store.close();
  });
});
