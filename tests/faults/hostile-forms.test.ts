import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectForms } from '#tests/security/collect-forms.ts';
import { type FoundForm, runHostile } from '#tests/security/hostile-run.ts';
import { openWorld, type World } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import { type ServedApart, serveApart } from './served-apart.ts';

let world: World;
let served: ServedApart;
let forms: readonly FoundForm[];

beforeAll(async () => {
  world = await openWorld();
  served = await serveApart(world);
  forms = await collectForms(world, served);
});
afterAll(async () => {
  await served.close();
  await world.close();
});

/** The cases that concern forms and files; the others have tests of their own (docs/security.md). */
const ofForms = /^B0(0[1-8]|1[0-8]|2[023]|3[234569]|4[0-9]|5[0-3]|63|79|80)$/;

describe('every form × every case of the catalogue × our hostile strings', () => {
  it('is at least 20,000 requests: none fails, none that was refused writes', async () => {
    const memory = served.watchMemory();
    const report = await runHostile(world, served, forms, { share: times(46), together: 4 });
    const counts = Object.fromEntries([...report.byCase].sort());
    const grown = memory?.highest() ?? 0;
    process.stdout.write(`${JSON.stringify(counts)}\n`);
    tellFigure({
      row: 13,
      promise: 'Bad input is answered, not obeyed',
      tried: `${report.requests} requests to ${forms.length} forms, the slowest ${Math.round(report.slowest)} ms; the server grew by ${grown} MB`,
      lost: report.wrong.length,
    });
    expect(report.wrong).toEqual([]);
    if (times(100) >= 100) expect(report.requests).toBeGreaterThanOrEqual(20_000);
    expect([...report.byCase.keys()].filter((id) => !ofForms.test(id))).toEqual([]);
    expect(grown).toBeLessThan(512);
  });
});
