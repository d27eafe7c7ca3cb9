import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lettersFor, readDocx } from '../operations/letter-reading.ts';
import { activate, admitted, type Life } from '../operations/life-world.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let life: Life;
beforeAll(async () => {
  stage = await openStage();
  life = await admitted(stage.world);
  await activate(stage.world, life);
  await stage.knows(life.lead);
});
afterAll(() => stage.close());

test('a lead reads on a phone what was issued, and takes the agreement along as a file', async () => {
  const visitor = await stage.enter(life.lead, { phone: true });
  await visitor.go(`/applications/${life.application}`);
  await visitor.look();
  const listed = await visitor.page.locator('#letters a').allTextContents();
  expect(listed).toEqual(['入驻协议', '入驻协议（待签署）', '入壳公示', '受理回执']);
  await visitor.page.locator('#letters a').first().click();
  await visitor.page.waitForURL('**/letters/agreement-*');
  await visitor.look();
  expect(await visitor.page.locator('h1').textContent()).toBe('社会组织入驻孵化协议');
  const waiting = visitor.page.waitForEvent('download');
  await visitor.page.locator('a.button').click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^社会组织入驻孵化协议（.+）\.docx$/);
  expect(readDocx(readFileSync(await download.path())).text).toContain('12个月');
});

test('every letter reads well on a desktop and prints as nothing but itself on A4', async () => {
  const visitor = await stage.enter('director');
  for (const letter of await lettersFor(stage.world, 'director', 'application', life.application)) {
    await visitor.go(`/applications/${life.application}/letters/${letter}`);
    await visitor.look();
    const printed = (await visitor.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...printed.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map((m) =>
      [m[1], m[2]].map((points) => Math.round((Number(points) * 25.4) / 72)).join('×'),
    );
    expect(new Set(sizes), letter).toEqual(new Set(['210×297']));
    await visitor.page.emulateMedia({ media: 'print' });
    for (const hidden of ['header.bar', '.letter-bar', 'footer.foot'])
      expect(await visitor.page.locator(hidden).isVisible(), `${hidden} of ${letter}`).toBe(false);
    expect(await visitor.page.locator('article.letter').isVisible()).toBe(true);
    await visitor.page.emulateMedia({ media: null });
  }
});
