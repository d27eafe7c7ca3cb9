import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectForms } from '#tests/security/collect-forms.ts';
import { type FoundForm, runHostile } from '#tests/security/hostile-run.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
let served: Served;
let forms: readonly FoundForm[];

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
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
    const before = process.memoryUsage().rss;
    const report = await runHostile(world, served, forms, { share: 46 });
    const counts = Object.fromEntries([...report.byCase].sort());
    process.stdout.write(
      `${report.requests} requests to ${forms.length} forms, slowest ${Math.round(report.slowest)} ms: ${JSON.stringify(counts)}\n`,
    );
    expect(report.wrong).toEqual([]);
    expect(report.requests).toBeGreaterThanOrEqual(20_000);
    expect([...report.byCase.keys()].filter((id) => !ofForms.test(id))).toEqual([]);
    // the requests are made in this very process: what is left over is both ends'
    expect(process.memoryUsage().rss - before).toBeLessThan(512 * 1024 * 1024);
  }, 1_500_000);
});
