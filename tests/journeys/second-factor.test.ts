import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireSecondFactor } from '../operations/people/accounts.ts';
import { openStage, password, type Stage, type Visitor } from './stage.ts';
import { fill, submit } from './steps.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await requireSecondFactor(stage.world);
});
afterAll(() => stage.close());

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.parse(stage.world.clock.now()),
  });

async function typePassword(visitor: Visitor): Promise<void> {
  await visitor.go('/sign-in?redirectTo=%2Fapplications');
  await fill(visitor, { email: 'manager@test.example', password });
  await submit(visitor);
}

test('a manager sets up two-step sign-in, comes in with a code, and without the phone with a recovery code', async () => {
  const first = await stage.open({ phone: true });
  await typePassword(first);
  await first.page.waitForURL('**/sign-in/second-factor**');
  await first.look();
  const secret = ((await first.page.locator('main .secret-text').textContent()) ?? '').replaceAll(' ', '');
  await fill(first, { code: codeOf(secret) });
  await submit(first);
  await first.page.waitForSelector('.recovery-codes');
  await first.look();
  const codes = await first.page.locator('.recovery-codes .secret-text').allTextContents();
  expect(codes).toHaveLength(10);
  await first.page.locator('main .actions a').click();
  await first.page.waitForURL('**/applications');
  await first.go('/account/second-factor');
  await first.look();
  await first.go('/account/sessions');
  await first.look();
  await first.leave();

  stage.world.clock.advance(60_000);
  const second = await stage.open({ scripts: false });
  await typePassword(second);
  await second.page.waitForURL('**/sign-in/code**');
  await fill(second, { code: '000000' });
  await submit(second);
  expect(await second.page.locator('main').textContent()).toContain('验证码不对');
  await fill(second, { code: codeOf(secret) });
  await submit(second);
  await second.page.waitForURL('**/applications');
  await second.leave();

  const third = await stage.open();
  await typePassword(third);
  await third.page.waitForURL('**/sign-in/code**');
  await third.look();
  await fill(third, { code: (codes[3] ?? '').toLowerCase() });
  await submit(third);
  await third.page.waitForURL('**/applications');
  await third.go('/account/second-factor');
  expect(await third.page.locator('main').textContent()).toContain('还有 9 个没有用过');
  await third.leave();
});
