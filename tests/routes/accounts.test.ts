import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invite } from '#app/operations/people/invite.server.ts';
import { comeIn, elsewhere, goodPassword, letterTo, withPassword } from '../operations/people/accounts.ts';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
});
afterAll(async () => {
  await served.close();
  await world.close();
});

const cookieIn = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const whereTo = (answer: Response) =>
  new URL(answer.headers.get('location') ?? '/nowhere', served.origin).pathname;

const signIn = (form: Readonly<Record<string, string>>) =>
  served.post('', '/sign-in', { redirectTo: '', ...form });

describe('an invitation that is accepted with an account', () => {
  it('says on the next page which role it gave, and where, to its person alone', async () => {
    const email = await withPassword(world, 'manager');
    const given = { role: 'assessor' as const, scopeId: world.centerId, locale: 'en', address: '192.0.2.1' };
    await invite(world.house, { actor: await world.as('director'), email, ...given });
    const { token } = await letterTo(world, email);
    const answer = await served.post('', `/links/${token}`, {});
    const next = answer.headers.get('location') ?? '';
    expect(next).toMatch(/^\/sign-in\?redirectTo=%2Fdesk%3Fjoined%3D/);
    expect(await (await served.get('', next)).text()).toContain('邀请已接受');
    const desk = new URL(next, served.origin).searchParams.get('redirectTo') ?? '';
    const textFor = async (who: string) => (await served.get(await served.cookieOf(who), desk)).text();
    const said = await textFor('manager');
    expect(said).toContain('邀请已接受');
    expect(said).toMatch(/您现在担任[^<]+评估专家/);
    expect(await textFor('director')).not.toContain('邀请已接受');
  });
});

describe('the sign-in page', () => {
  it('lets in, with a cookie that scripts cannot read, and leads on', async () => {
    const email = await withPassword(world, 'manager');
    const answer = await signIn({ email, password: goodPassword, redirectTo: '/applications?sort=due' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/applications?sort=due');
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await served.get(cookieIn(answer), '/desk')).status).toBe(200);
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'leads nowhere else (%s)',
    async (redirectTo) => {
      const email = await withPassword(world, 'manager');
      const answer = await signIn({ email, password: goodPassword, redirectTo });
      expect(answer.headers.get('location')).toBe('/desk');
    },
  );

  it.each([
    ['/drafts/forget', '/desk'],
    ['/applications/7/form/team/draft', '/applications/7/form/team'],
    ['/reports/7/submission/draft?x=1', '/reports/7/submission?x=1'],
    ['/incubations/draft', '/incubations/draft'],
  ])('leads from an address that shows nothing to the page beside it (%s)', async (redirectTo, page) => {
    const email = await withPassword(world, 'manager');
    const answer = await signIn({ email, password: goodPassword, redirectTo });
    expect(answer.headers.get('location')).toBe(page);
  });

  it('says what is wrong without repeating the password', async () => {
    const answer = await signIn({ email: 'nobody@test.example', password: 'my secret words here' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('邮箱或密码不对');
    expect(page).toContain('nobody@test.example');
    expect(page).not.toContain('my secret words here');
  });

  it('makes a guesser wait', async () => {
    const email = await withPassword(world, 'mentor');
    for (let i = 0; i < 5; i += 1) await signIn({ email, password: 'a wrong password here' });
    const answer = await signIn({ email, password: goodPassword });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await answer.text()).toContain('请 1 分钟后再试');
  });

  it('leads somebody who asked for a closed page back there', async () => {
    const answer = await served.get('', '/account/sessions');
    expect(answer.headers.get('location')).toBe('/sign-in?redirectTo=%2Faccount%2Fsessions');
  });
});

describe('the own account', () => {
  it.each(['/account', '/account/password', '/account/sessions'])('%s is drawn', async (path) => {
    expect((await served.get(await served.cookieOf('director'), path)).status).toBe(200);
  });

  it('is changed, in either language', async () => {
    const cookie = await served.cookieOf('director');
    const form = { name: '张主任', phone: '0374-1234567', locale: 'en' };
    expect((await served.post(cookie, '/account', form)).headers.get('location')).toBe('/account?saved');
    expect(await (await served.get(cookie, '/account?saved')).text()).toContain('Saved');
    expect(await (await served.get(cookie, '/account')).text()).toContain('张主任');
    expect((await served.post(cookie, '/account', { ...form, phone: 'x' })).status).toBe(422);
  });

  it('signs out by a form, and only by one', async () => {
    const cookie = await served.cookieOf('party');
    expect((await served.get(cookie, '/sign-out')).status).toBe(200);
    expect((await served.get(cookie, '/desk')).status).toBe(200);
    expect((await served.post(cookie, '/sign-out', {})).status).toBe(303);
    expect((await served.get(cookie, '/desk')).status).toBe(302);
  });

  it('[ASVS 7.5.2] lists where it is signed in, and ends another device when the password is given again', async () => {
    const email = await withPassword(world, 'payer');
    await comeIn(world, email, goodPassword, elsewhere);
    const cookie = await served.cookieOf('payer');
    const list = () => served.get(cookie, '/account/sessions').then((answer) => answer.text());
    expect(await list()).toContain(elsewhere.address);
    const other = await world.store.read
      .selectFrom('session')
      .select('id')
      .where('address', '=', elsewhere.address)
      .executeTakeFirstOrThrow();
    const path = `/account/sessions?end=${other.id}`;
    expect(await (await served.get(cookie, path)).text()).toContain('name="current"');
    expect((await served.get(cookie, '/account/sessions?end=nobody')).status).toBe(404);
    const end = (current: string) => served.post(cookie, path, { session: other.id, current });
    expect((await end('a wrong password here')).status).toBe(422);
    expect(await list()).toContain(elsewhere.address);
    expect((await end(goodPassword)).status).toBe(303);
    expect(await list()).not.toContain(elsewhere.address);
    await comeIn(world, email, goodPassword, elsewhere);
    const all = { session: 'others', current: goodPassword };
    expect((await served.post(cookie, '/account/sessions?end=others', all)).status).toBe(303);
    expect(await list()).not.toContain(elsewhere.address);
    expect((await served.get(cookie, '/desk')).status).toBe(200);
  });

  it('[ASVS 6.4.1] [ASVS 9.2.1] resets a forgotten password by a letter, whose link is gone afterwards', async () => {
    const email = 'community@test.example';
    const asked = await served.post('', '/password-reset', { email });
    expect(await asked.text()).toContain('如果这个邮箱有账号');
    const { token } = await letterTo(world, email);
    expect((await served.get('', `/links/${token}`)).status).toBe(200);
    expect((await served.post('', `/links/${token}`, { password: 'short' })).status).toBe(422);
    const reset = await served.post('', `/links/${token}`, { password: 'a new and good password' });
    const next = reset.headers.get('location') ?? '';
    expect([reset.status, next]).toEqual([303, '/desk?password']);
    expect(await (await served.get(cookieIn(reset), next)).text()).toContain('密码已修改');
    expect((await served.get('', `/links/${token}`)).status).toBe(410);
    const again = await served.post('', `/links/${token}`, { password: 'yet another good password' });
    expect([again.status, again.headers.getSetCookie()]).toEqual([410, []]);
    world.clock.advance(1_000);
    await served.post('', '/password-reset', { email });
    const late = (await letterTo(world, email)).token;
    world.clock.advance(3_600_000);
    expect((await served.get('', `/links/${late}`)).status).toBe(410);
    expect((await served.post('', `/links/${late}`, { password: 'a third good password' })).status).toBe(410);
    expect((await served.get('', '/links/never-made')).status).toBe(404);
  });
});

describe('people', () => {
  it('are invited and come in by the letter', async () => {
    const cookie = await served.cookieOf('director');
    const form = { email: 'expert@test.example', given: `reviewer:${world.centerId}` };
    expect((await served.post(cookie, '/admin/people', form)).status).toBe(200);
    const { token } = await letterTo(world, form.email);
    const page = await (await served.get('', `/links/${token}`)).text();
    expect(page).toContain(form.email);
    const words = { name: '陈静', password: 'a new and good password' };
    const accepted = await served.post('', `/links/${token}`, words);
    expect([accepted.status, whereTo(accepted)]).toEqual([303, '/desk']);
  });

  it('cannot be made what the inviter may not give', async () => {
    const cookie = await served.cookieOf('director');
    const answer = await served.post(cookie, '/admin/people', { email: 'x@test.example', given: 'admin:*' });
    expect(answer.status).toBe(422);
    expect((await served.get(await served.cookieOf('manager'), '/admin/people')).status).toBe(404);
  });

  it('of the center are listed and opened', async () => {
    const cookie = await served.cookieOf('admin');
    expect((await served.get(cookie, '/admin/people?q=manager')).status).toBe(200);
    const path = `/admin/people/${world.idOf('manager2')}`;
    expect((await served.get(cookie, path)).status).toBe(200);
    expect(await (await served.post(cookie, path, { do: 'disable' })).text()).toContain('已停用');
    expect((await served.get(await served.cookieOf('reviewer1'), path)).status).toBe(404);
  });

  it('of an organization are looked after by its lead', async () => {
    const { id, lead } = await world.organization();
    const path = `/organizations/${id}/people`;
    const cookie = await served.cookieOf(lead);
    expect((await served.get(cookie, path)).status).toBe(200);
    const form = { email: 'helper@test.example', role: 'staff', delegate: 'yes' };
    expect(await (await served.post(cookie, path, form)).text()).toContain('邀请已发出');
    expect((await served.post(cookie, path, { ...form, role: 'finance', email: 'no address' })).status).toBe(
      422,
    );
    expect((await served.get(await served.cookieOf('reviewer1'), path)).status).toBe(404);
  });

  it('see the letters of the demo', async () => {
    expect(await (await served.get('', '/mail')).text()).toContain('expert@test.example');
  });

  it('cannot set up a second first administrator', async () => {
    for (const path of ['/setup', '/setup/nothing']) expect((await served.get('', path)).status).toBe(404);
    const words = { name: '李明', email: 'x@test.example', password: 'a new and good password' };
    expect((await served.post('', '/setup/nothing', words)).status).toBe(410);
  });
});
