import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { registerBytes, registerName } from '#tests/documents/register-rendering.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  // the day of which the sample register speaks
  stage.world.clock.set('2026-11-24T01:00:00.000Z');
});
afterAll(() => stage.close());

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const count = async (table: 'organization' | 'incubation') =>
  (await stage.world.store.read.selectFrom(table).select('id').execute()).length;

test('a manager brings in the register of an office, and gets back the rows that need mending', async () => {
  const manager = await stage.enter('manager');
  const { page } = manager;
  await manager.go(paths.organizations());
  await page.locator(`main a[href="${paths.importRegister()}"]`).first().click();
  await manager.look();
  await page.locator('main form button[type=submit]').click();
  await page.locator('[data-error-summary]').waitFor();
  await manager.look();

  await page
    .locator('main input[type=file]')
    .setInputFiles({ name: `${registerName}.xlsx`, mimeType: xlsx, buffer: Buffer.from(registerBytes()) });
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL('**/organizations/import?upload=*');
  await manager.look();
  const before = await count('organization');
  const confirm = page.locator('main form[method=post] button[type=submit]');
  const promised = Number(/\d+/.exec((await confirm.textContent()) ?? '')?.[0]);
  expect(promised).toBeGreaterThan(10);

  // every row, then the columns as the person names them: still only looking
  await page.locator('#rows nav a').nth(1).click();
  await manager.look();
  await page.locator('#choices > summary').click();
  await manager.look();
  await page.locator('#choices button[type=submit]').click();
  await page.waitForURL('**/organizations/import?*map.*');
  await manager.look();
  expect(await count('organization')).toBe(before);

  await confirm.click();
  await page.waitForURL('**/organizations/import?run=*');
  await manager.look();
  expect((await count('organization')) - before).toBe(promised);
  expect(await count('incubation')).toBeGreaterThan(0);

  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#rejected a').click()]);
  const bad = readFileSync(await download.path());
  expect(bad.subarray(0, 2).toString('latin1')).toBe('PK');
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);

  // the same file once more brings nothing in twice
  await manager.go(paths.importRegister());
  await page
    .locator('main input[type=file]')
    .setInputFiles({ name: `${registerName}.xlsx`, mimeType: xlsx, buffer: Buffer.from(registerBytes()) });
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL('**/organizations/import?upload=*');
  const afterwards = await count('organization');
  await confirm.click();
  await page.waitForURL('**/organizations/import?run=*');
  expect(await count('organization')).toBe(afterwards);
});
