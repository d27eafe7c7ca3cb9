import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invite } from '#app/operations/people/invite.server.ts';
import { makeLink } from '#app/operations/people/links.server.ts';
import { goodPassword, keepSecurity, letterTo, withPassword } from '../operations/people/accounts.ts';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';
import { builtDoors } from './doors.ts';

let world: World;
let served: Served;
let invitation: string;

const sessions = async () => (await world.store.read.selectFrom('session').select('id').execute()).length;
const invited = async (email: string) => {
  const actor = await world.as('director');
  const given = { role: 'manager' as const, scopeId: world.centerId, locale: 'zh-CN', address: '192.0.2.1' };
  await invite(world.house, { actor, email, ...given });
  return (await letterTo(world, email)).token;
};

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  invitation = await invited('newcomer@test.example');
});
afterAll(async () => {
  await served.close();
  await world.close();
});

/** Every page that asks for a secret, as whoever gets to see it. */
async function pagesWithSecrets(): Promise<readonly (readonly [path: string, html: string])[]> {
  const director = await served.cookieOf('director');
  const links = await world.store.write(async (trx) => {
    const at = world.clock.now();
    const personId = world.idOf('manager');
    const setup = await makeLink(trx, { purpose: 'setup', personId: null, payload: {} }, at);
    return { setup, reset: await makeLink(trx, { purpose: 'reset', personId, payload: {} }, at) };
  });
  // under mlps a password of long ago is renewed on a page of its own, before the session begins
  const email = await withPassword(world, 'payer');
  await keepSecurity(world, { secondFactor: false, policy: 'mlps' });
  await world.store.write((trx) =>
    trx
      .updateTable('person')
      .set({ password_changed_at: '2025-01-01T00:00:00.000Z' })
      .where('id', '=', world.idOf('payer'))
      .execute(),
  );
  const old = await served.post('', '/sign-in', { email, password: goodPassword });
  const waiting = old.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const renewing = await served.get(waiting, '/sign-in/password');
  await keepSecurity(world, { secondFactor: false });
  const asked: [string, string][] = [
    ['', '/sign-in'],
    ['', `/links/${invitation}`],
    ['', `/links/${links.reset}`],
    ['', `/setup/${links.setup}`],
    [director, '/account/password'],
    [director, '/account/sessions?end=others'],
    [director, '/account/second-factor'],
  ];
  const others = await Promise.all(
    asked.map(async ([cookie, path]) => {
      const answer = await served.get(cookie, path);
      return [`${path} ${answer.status}`, await answer.text()] as const;
    }),
  );
  return [...others, [`/sign-in/password ${renewing.status}`, await renewing.text()]];
}

describe('a page that asks for a password', () => {
  it('[ASVS 6.2.6] [ASVS 6.2.7] hides what is typed, and lets a password manager fill it and anybody paste', async () => {
    const seen = new Map<string, number>();
    for (const [path, html] of await pagesWithSecrets()) {
      const inputs = [...html.matchAll(/<input\b[^>]*\sname="(password|current)"[^>]*>/g)];
      expect(inputs.length, path).toBeGreaterThan(0);
      for (const [tag, name = ''] of inputs) {
        expect(tag, path).toContain('type="password"');
        expect(tag, path).toMatch(/autocomplete="(current|new)-password"/i);
        expect(tag, path).not.toMatch(/readonly|maxlength/i);
        seen.set(name, (seen.get(name) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(seen)).toEqual({ password: 6, current: 3 });
    // and no input of the product is named or said to be one without being hidden
    const components = join(process.cwd(), 'app');
    for (const file of readdirSync(components, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.tsx')) continue;
      expect(readFileSync(join(components, file), 'utf8'), file).not.toMatch(/onPaste|oncopy/i);
    }
    expect(readFileSync(join(process.cwd(), 'public', 'enhance.js'), 'utf8')).not.toMatch(/paste/i);
  });
});

describe('a session', () => {
  it('[ASVS 7.4.1] [ASVS 14.3.1] is over once somebody signed out, whatever is done with its cookie, and the browser is told to forget', async () => {
    const cookie = await served.cookieOf('manager');
    expect((await served.get(cookie, '/desk')).headers.get('cache-control')).toBe('no-store');
    const out = await served.post(cookie, '/sign-out', {});
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(out.headers.getSetCookie()).toEqual([expect.stringMatching(/^session=;.*Max-Age=0/)]);
    for (const path of ['/desk', '/account', '/applications', '/admin/people']) {
      const answer = await served.get(cookie, path);
      expect([answer.status, answer.headers.get('location')?.split('?')[0]], path).toEqual([302, '/sign-in']);
      expect(await answer.text()).toBe('');
    }
    expect((await served.post(cookie, '/account', { name: '别人' })).status).toBe(303);
  });

  it('[ASVS 7.4.4] can be left from every page that is drawn for somebody', async () => {
    const { id, lead } = await world.draft();
    let drawn = 0;
    for (const who of ['director', 'manager', 'admin', 'auditor', 'reviewer1', lead]) {
      const cookie = await served.cookieOf(who);
      for (const { pattern, canRead, isResource } of await builtDoors()) {
        if (!canRead || isResource) continue;
        const path = pattern
          .replace('/:token?', '')
          .replace(':collection', 'applications')
          .replace(':noun', 'submission')
          .replace(':section', 'organization')
          .replace(/:\w+/, id);
        const answer = await served.get(cookie, path);
        const html = await answer.text();
        if (!answer.headers.get('content-type')?.startsWith('text/html') || html === '') continue;
        expect(html, `${who} ${path}`).toMatch(/<form method="post" action="\/sign-out"[^>]*><button/);
        drawn += 1;
      }
    }
    expect(drawn).toBeGreaterThan(200);
  });

  it('[ASVS 7.2.2] is no secret of the installation: none opens anything in its place', async () => {
    const secret = 'a-secret-of-the-installation-itself-32';
    const tries: Record<string, string>[] = [
      { authorization: `Bearer ${secret}` },
      { authorization: `Basic ${Buffer.from(`admin:${secret}`).toString('base64')}` },
      { 'x-api-key': secret },
      { cookie: `session=${secret}` },
      { cookie: `session=${world.idOf('admin')}` },
    ];
    for (const headers of tries) {
      const asked = { redirect: 'manual', headers } as const;
      for (const path of ['/desk', '/admin', '/organizations/export/csv'])
        expect((await fetch(`${served.origin}${path}?key=${secret}&token=${secret}`, asked)).status).toBe(
          302,
        );
    }
    // a token is made by chance for each session, and what is kept of it opens nothing
    const [one, two] = [await served.cookieOf('admin'), await served.cookieOf('admin')];
    expect(one).not.toBe(two);
    const kept = await world.store.read.selectFrom('session').select('id').execute();
    for (const { id } of kept)
      expect((await served.get(`session=${id}`, '/desk')).headers.get('location')).toContain('/sign-in');
  });

  it('[ASVS 7.6.2] does not begin by following a link: only by sending what its page asks for', async () => {
    const before = await sessions();
    const known = await invited('auditor@test.example');
    for (const token of [invitation, known]) {
      for (const method of ['GET', 'HEAD', 'GET']) {
        const answer = await fetch(`${served.origin}/links/${token}`, { method, redirect: 'manual' });
        expect(answer.status).toBe(200);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    }
    expect(await sessions()).toBe(before);
    const words = { name: '陈静', password: 'a new and good password' };
    const accepted = await served.post('', `/links/${invitation}`, words);
    expect([accepted.status, accepted.headers.getSetCookie().length]).toEqual([303, 2]);
    expect(await sessions()).toBe(before + 1);
  });
});

describe('what a browser keeps', () => {
  it('[ASVS 14.3.3] is a cookie and nothing else: no script of ours stores anything', () => {
    const folder = join(process.cwd(), 'build', 'client');
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.m?js$/.test(file),
    );
    expect(scripts).toContain('enhance.js');
    for (const file of scripts.filter((each) => each === 'enhance.js' || !each.startsWith('assets')))
      expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(
        /localStorage|sessionStorage|indexedDB|document\.cookie|caches\.|serviceWorker|cookieStore/,
      );
  });
});
