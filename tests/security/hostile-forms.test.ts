import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';
import { collectForms } from './collect-forms.ts';
import { hostileStrings } from './hostile-cases.ts';
import { type FoundForm, runHostile } from './hostile-run.ts';

let world: World;
let served: Served;
let forms: readonly FoundForm[];

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  forms = await collectForms(world, served);
}, 120_000);
afterAll(async () => {
  await served.close();
  await world.close();
});

describe('every form of the product', () => {
  it('is found on its page', () => {
    expect(forms.length).toBeGreaterThan(80);
    expect(forms.filter(({ inputs }) => inputs.some(({ kind }) => kind === 'file')).length).toBeGreaterThan(
      5,
    );
  });

  it('gets at least 500 strings of ours, of which 80 are awkward Chinese', () => {
    expect(hostileStrings.length).toBeGreaterThanOrEqual(500);
    expect(hostileStrings.filter(({ kind }) => kind === 'chinese').length).toBeGreaterThanOrEqual(80);
  });

  it('B001 B002 B003 B004 B005 B006 B007 B008 [ASVS 1.2.1] [ASVS 1.3.3] [ASVS 1.3.4] [ASVS 1.4.2] [ASVS 2.2.1] [ASVS 2.2.2] [ASVS 15.3.3] [ASVS 15.3.5] answers bad texts, bad files and bad forms in the right way, fails never and writes nothing', async () => {
    // every tenth case here; all of them, with many more strings, in npm run test:faults
    const report = await runHostile(world, served, forms, { share: 1, only: (_, n) => n % 10 === 0 });
    expect(report.wrong).toEqual([]);
    expect(report.requests).toBeGreaterThan(600);
  }, 300_000);
});
