import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  goodPassword,
  keepSecurity,
  requireSecondFactor,
  withPassword,
} from '../operations/people/accounts.ts';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  await requireSecondFactor(world);
  served = await serveWorld(world);
});
afterAll(async () => {
  await served.close();
  await world.close();
});

/** The cookies of an answer that are set, as a browser sends them back. */
const cookiesIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
const secretIn = (page: string) =>
  /<code class="secret-text">([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? '';
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(world.clock.now()) });
const signIn = async (name: string) => {
  const email = await withPassword(world, name);
  return served.post('', '/sign-in', { email, password: goodPassword, redirectTo: '/applications' });
};

describe('signing in as somebody who must have a second factor', () => {
  it('[ASVS 6.3.3] leads to setting it up before any page opens, then asks for a code', async () => {
    const first = await signIn('manager');
    const step = '/sign-in/second-factor?redirectTo=%2Fapplications';
    expect([first.status, first.headers.get('location')]).toEqual([303, step]);
    const waiting = cookiesIn(first);
    expect(waiting).toMatch(/^sign-in=/);
    expect((await served.get(waiting, '/applications')).headers.get('location')).toContain('/sign-in?');
    expect((await served.get(waiting, '/sign-in/code')).headers.get('location')).toContain('second-factor');
    const page = await (await served.get(waiting, step)).text();
    expect(page).toContain('<svg class="qr"');
    expect(page).not.toContain('style=');
    const secret = secretIn(page);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const sealed = /name="sealed" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const wrong = await served.post(waiting, step, { sealed, code: '000000' });
    expect(wrong.status).toBe(422);
    expect(secretIn(await wrong.text())).toBe(secret);
    const done = await served.post(waiting, step, { sealed, code: codeOf(secret) });
    const codes = await done.text();
    expect(done.status).toBe(200);
    expect(codes.match(/<li><code/g)).toHaveLength(10);
    const session = cookiesIn(done);
    expect((await served.get(session, '/applications')).status).toBe(200);
    expect((await served.get(waiting, step)).headers.get('location')).toContain('again');

    world.clock.advance(60_000);
    const second = await signIn('manager');
    expect(second.headers.get('location')).toBe('/sign-in/code?redirectTo=%2Fapplications');
    const asked = cookiesIn(second);
    expect((await served.post(asked, '/sign-in/code', { code: '000000' })).status).toBe(422);
    const path = '/sign-in/code?redirectTo=%2Fapplications';
    const entered = await served.post(asked, path, { code: codeOf(secret) });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/applications']);
    expect((await served.get(cookiesIn(entered), '/account/second-factor')).status).toBe(200);
  });

  it('the steps of nobody lead to the beginning', async () => {
    for (const step of ['code', 'second-factor', 'password']) {
      const answer = await served.get('', `/sign-in/${step}`);
      expect(answer.headers.get('location'), step).toContain('/sign-in?');
      expect((await served.post('', `/sign-in/${step}`, { code: '123456' })).status, step).toBeLessThan(500);
    }
  });
});

describe('an ended session', () => {
  it('[ASVS 7.3.1] leads to the sign-in page, which says why, and back', async () => {
    await keepSecurity(world, { secondFactor: false });
    const cookie = await served.cookieOf('director');
    expect((await served.get(cookie, '/desk')).status).toBe(200);
    world.clock.advance(61 * 60_000);
    const answer = await served.get(cookie, '/desk');
    expect(answer.headers.get('location')).toBe('/sign-in?redirectTo=%2Fdesk');
    expect(await (await served.get(cookie, '/sign-in?redirectTo=%2Fdesk')).text()).toContain(
      '有一段时间没有操作',
    );
    expect(await (await served.get('', '/sign-in')).text()).not.toContain('有一段时间没有操作');
  });
});

describe('the settings of safety', () => {
  it('are changed by the administrator, with the history, and by nobody else', async () => {
    const cookie = await served.cookieOf('admin');
    const page = await (await served.get(cookie, '/admin/security-settings')).text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    const form = {
      key: hidden('key'),
      version: hidden('version'),
      policy: 'mlps',
      secondFactor: 'optional',
      officialIdleMinutes: '60',
      officialHours: '12',
      memberIdleMinutes: '30',
      memberHours: '24',
    };
    const refused = await served.post(cookie, '/admin/security-settings', form);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('不能超过 30 分钟');
    const saved = { ...form, officialIdleMinutes: '30' };
    expect(
      (await served.post(await served.cookieOf('director'), '/admin/security-settings', saved)).status,
    ).toBe(404);
    expect((await served.post(cookie, '/admin/security-settings', saved)).status).toBe(303);
    const after = await (await served.get(cookie, '/admin/security-settings')).text();
    expect(after).toContain('按长度 → 按等保二级');
    expect(
      (await served.post(cookie, '/admin/security-settings', { ...saved, key: 'another-key' })).status,
    ).toBe(409);
  });
});
