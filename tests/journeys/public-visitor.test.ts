import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { fill, paper } from './steps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a visitor on a phone reads what is public, in Chinese and in English', async () => {
  const visitor = await stage.open({ phone: true });
  for (const path of [
    '/',
    `/calls/${stage.world.callId}`,
    '/notices',
    '/directory',
    '/certificates',
    '/certificates/CK-2026-999',
    '/nothing-here',
    '/sign-in',
  ]) {
    await visitor.go(path);
    await visitor.look();
    expect(await visitor.page.locator('html').getAttribute('lang'), path).toBe('zh-CN');
  }
  const english = await stage.open({ english: true });
  await english.go('/');
  await english.look();
  expect(await english.page.locator('html').getAttribute('lang')).toBe('en');
  // What the center wrote is in its own language; what we say is in the reader's.
  const ours = await english.page.locator('header nav, main h2:not(:has(a)), main .button').allTextContents();
  expect(ours.length).toBeGreaterThan(5);
  expect(ours.join(' ')).not.toMatch(/[\u4e00-\u9fff]/);
});

test('a group without an account begins an application by its e-mail address, without scripts', async () => {
  const visitor = await stage.open({ scripts: false });
  await visitor.go(`/calls/${stage.world.callId}/apply`);
  await fill(visitor, {
    email: 'new-group@example.org',
    organizationName: '襄城县文昌社区银铃志愿服务队',
    registrationType: 'recorded',
  });
  await visitor.page.locator('main form .submit-row button').first().click();
  await visitor.go('/mail');
  const link = visitor.page.locator('main a[href*="/links/"]').first();
  await link.click();
  await visitor.page.waitForURL('**/links/**');
  const passwords = await visitor.page.locator('main input[type=password]').all();
  for (const password of passwords) await password.fill('a-long-enough-password');
  await fill(visitor, { name: '刘洋' });
  await visitor.page.locator('main form .submit-row button').first().click();
  await visitor.page.waitForURL(/\/applications\/[0-9A-Z]{26}$/);
  const id = new URL(visitor.page.url()).pathname.split('/').at(-1)!;
  expect(await stage.world.stateOf('application', id)).toBe('draft');
  await visitor.page.locator(`main a[href="/applications/${id}/form/documents"]`).click();
  await visitor.page.locator('main input[type=file]').first().setInputFiles(paper);
  await visitor.page.locator('main form button[type=submit]').first().click();
  await visitor.page.waitForURL(`**/applications/${id}`);
  await visitor.go(`/applications/${id}/form/documents`);
  expect(await visitor.page.locator('main').textContent()).toContain('材料.pdf');
});
