import { afterAll, beforeAll, expect, test } from 'vitest';
import { LARGEST_FILE } from '#app/domain/files.ts';
import { collectForms } from '#tests/security/collect-forms.ts';
import { badNames, refusedFiles } from '#tests/security/hostile-files.ts';
import { harmless, multipart } from '#tests/security/hostile-request.ts';
import { type FoundForm, runHostile } from '#tests/security/hostile-run.ts';
import { openWorld, type World } from '#tests/world.ts';
import { tellFigure, times } from './figures.ts';
import type { MemoryWatch } from './memory.ts';
import { type ServedApart, serveApart } from './served-apart.ts';

const mostGrownMb = 64;
const ofFiles = /^B0(3[569]|4[0-9]|5[0-3])$/;

/** As large as a file may be. */
const largest = {
  name: '年度报告.pdf',
  type: 'application/pdf',
  bytes: Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    Buffer.alloc(LARGEST_FILE - 100, 'a'),
    Buffer.from('%%EOF'),
  ]),
};

let world: World;
let served: ServedApart;
let memory: MemoryWatch | null;
let uploads: readonly FoundForm[];

beforeAll(async () => {
  world = await openWorld();
  served = await serveApart(world);
  const forms = await collectForms(world, served);
  uploads = forms.filter(({ inputs }) => inputs.some(({ kind }) => kind === 'file'));
  // what hostile files cost is held against what honest ones take at the same doors, at their largest
  memory = served.watchMemory();
  for (const form of uploads) {
    const cookie = form.who === null ? '' : await served.cookieOf(form.who);
    const field = form.inputs.find(({ kind }) => kind === 'file')?.name ?? '';
    for (let n = 0; n < 3; n += 1) {
      const { type, body } = multipart(harmless(form), [[field, largest]]);
      const answer = await fetch(served.origin + form.action, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: served.origin, 'content-type': type ?? '' },
        body,
      });
      expect(answer.status).toBeLessThan(500);
      await answer.arrayBuffer();
    }
  }
  memory?.fromHighest();
});
afterAll(async () => {
  await served.close();
  await world.close();
});

test('every hostile file at every upload is refused or taken as a thing that does nothing, and takes no memory', async () => {
  const chosen = uploads.slice(0, times(uploads.length));
  const report = await runHostile(world, served, chosen, {
    share: 0,
    only: (one) => ofFiles.test(one.id),
  });
  const grown = memory?.highest() ?? 0;
  tellFigure({
    row: 15,
    promise: 'Uploads are inert',
    tried: `${refusedFiles.length} hostile files and ${badNames.length + 1} hostile names at ${chosen.length} uploads, ${report.requests} in all; the server took ${grown} MB more than for honest files`,
    lost: report.wrong.length,
  });
  expect(report.wrong).toEqual([]);
  expect(report.requests).toBeGreaterThanOrEqual(chosen.length * refusedFiles.length);
  expect(grown).toBeLessThan(mostGrownMb);
});
