import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveWorld } from '../served.ts';
import { monday } from '../world.ts';
import { watchTables } from './digest.ts';
import { builtDoors, type Door, spreadOut } from './doors.ts';
import { sameHeaders, samePage } from './same-page.ts';
import { canary, foreigners, openStage, playB, type Stage } from './stage.ts';

let stage: Stage;
let served: Served;
let doors: readonly Door[];
const cookies = new Map<string, string>([['public', '']]);
/** What every list and page without an id showed to each caller before B had a case. */
const before = new Map<string, string>();

const unknown = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
// a format and the name of a list are words of ours, nobody's ids
const hasId = ({ pattern }: Door) => /\/:(?!format|list)/.test(pattern);
const callers = ['public', 'leadA', ...foreigners.slice(1), 'auditor'];

/** Doors for everyone: what stands there was published, or is opened by whoever holds the token. */
const publicDoors = /^\/(calls|notices|directory|certificates|setup|links)\//;

/** Whose ids a door takes: the longest beginning of its address that B has something for. */
function idsFor(door: Door): readonly string[] {
  const beginning = door.pattern.slice(1, door.pattern.indexOf('/:'));
  const name = beginning === 'incubations' ? 'incubations' : beginning;
  return stage.idsOfB[name] ?? [];
}

const withId = (door: Door, id: string) =>
  door.pattern
    .replace(/:(id|number|token\??)/, id)
    .replace(':section', 'organization')
    .replace('/:token?', '');

// a second factor that is being set up is another one with each drawing
const listsAndPages = () =>
  doors
    .filter((door) => door.canRead && !hasId(door) && door.pattern !== '/account/second-factor')
    .map(({ pattern }) => pattern.replace('/:token?', '').replace(':format', 'csv'));
const searches = [
  '/organizations?q=服务',
  '/applications?q=服务',
  '/directory?q=丝雀',
  '/applications?sort=due',
  '/incubations?q=丝雀',
  '/evaluations',
  '/desk?after=x',
];

async function page(who: string, path: string): Promise<Response> {
  return served.get(cookies.get(who) ?? '', path);
}

beforeAll(async () => {
  const opened = await openStage();
  served = await serveWorld(opened.world, { demo: false });
  for (const who of [...callers, 'foreignDirector']) {
    if (who !== 'public' && !cookies.has(who)) cookies.set(who, await served.cookieOf(who));
  }
  doors = spreadOut(await builtDoors());
  for (const who of callers.filter((name) => name !== 'auditor' && name !== 'admin')) {
    for (const path of [...listsAndPages(), ...searches]) {
      const answer = await page(who, path);
      before.set(`${who} ${path}`, `${answer.status} ${samePage(await answer.text(), [])}`);
    }
  }
  stage = { ...opened, ...(await playB(opened)) };
  // the clock stood still, as far as those can tell who have no part in it
  opened.world.clock.set(monday);
  cookies.set(stage.b.lead, await served.cookieOf(stage.b.lead));
}, 120_000);
afterAll(async () => {
  await served.close();
  await stage.world.close();
});

const leaks = (text: string) => Object.values(canary).filter((word) => text.includes(word));

describe('nobody sees what is another’s', () => {
  it('every door with an id stands in the matrix, or is for everyone', () => {
    const without = doors.filter(
      (door) => hasId(door) && !publicDoors.test(door.pattern) && idsFor(door).length === 0,
    );
    expect(without.map(({ pattern }) => pattern)).toEqual([]);
  });

  it('B021 [ASVS 8.2.2] another’s id and one that does not exist are answered alike, byte for byte, to every caller', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const door of doors.filter((each) => hasId(each) && !publicDoors.test(each.pattern))) {
      if (!door.canRead) continue;
      for (const who of callers) {
        // who keeps accounts may open any person's, and who audits reads histories: their own columns are below
        if (who === 'admin' && door.pattern.startsWith('/admin/people/')) continue;
        const missing = await page(who, withId(door, unknown));
        const missingText = samePage(await missing.text(), [unknown]);
        for (const id of idsFor(door)) {
          const answer = await page(who, withId(door, id));
          const text = await answer.text();
          asked += 1;
          const place = `${who} ${withId(door, id)}`;
          if (leaks(text).length > 0) wrong.push(`${place}: leaks ${leaks(text)}`);
          const isRefused = answer.status === 404 || (who === 'public' && answer.status === 302);
          if (!isRefused) wrong.push(`${place}: ${answer.status}`);
          if (answer.status !== missing.status || samePage(text, [id]) !== missingText)
            wrong.push(`${place}: told apart from an unknown id`);
          if (sameHeaders(answer.headers) !== sameHeaders(missing.headers))
            wrong.push(`${place}: other headers`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(700);
  }, 240_000);

  it('B021 [ASVS 8.2.2] nor does anything move or get written when forms are sent to them', async () => {
    const watch = await watchTables(stage.world);
    const wrong: string[] = [];
    let asked = 0;
    for (const door of doors.filter(
      (each) => each.canSend && hasId(each) && !publicDoors.test(each.pattern),
    )) {
      for (const who of callers) {
        if (who === 'admin' && door.pattern.startsWith('/admin/people/')) continue;
        for (const id of [...idsFor(door).slice(0, 2), unknown]) {
          const answer = await served.post(cookies.get(who) ?? '', withId(door, id), {
            key: 'key-of-a-stranger',
            version: '1',
            intent: 'save',
            reason: '想看看',
            name: '改名服务队',
          });
          asked += 1;
          const text = await answer.text();
          // a page's own script is told that nobody is signed in; it cannot follow to the sign-in page
          const turnedAway = door.isResource && door.pattern.endsWith('/draft') ? [401] : [303];
          const isRefused = answer.status === 404 || (who === 'public' && turnedAway.includes(answer.status));
          // a form is read before its record is looked for, so that what is wrong with it may be told first
          if (!isRefused && !(answer.status === 422 && leaks(text).length === 0))
            wrong.push(`${who} ${withId(door, id)}: ${answer.status}`);
          if (leaks(text).length > 0) wrong.push(`${who} ${withId(door, id)}: leaks`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(1_000);
    expect((await watch.changed()).filter((table) => table !== 'person')).toEqual([]);
    await watch.close();
  }, 240_000);

  it('[ASVS 8.4.1] I-26 lists, the desk, searches and the directory are the same whether B has a case or not', async () => {
    const wrong: string[] = [];
    for (const [key, was] of before) {
      const [who = '', path = ''] = key.split(' ');
      // the figures of the home page are public counters
      if (path === '/') continue;
      const answer = await page(who, path);
      const text = await answer.text();
      if (`${answer.status} ${samePage(text, [])}` !== was) wrong.push(key);
      if (leaks(text).length > 0) wrong.push(`${key}: leaks`);
    }
    expect(wrong).toEqual([]);
    expect(before.size).toBeGreaterThan(300);
  }, 120_000);

  it('B057 [ASVS 3.2.1] [ASVS 5.4.1] a document of another is not there, and its own people get it, as an attachment that can do nothing', async () => {
    const [id = ''] = stage.idsOfB.documents ?? [];
    for (const who of callers) {
      const answer = await page(who, `/documents/${id}`);
      expect([302, 404], who).toContain(answer.status);
      expect(await answer.text()).not.toContain(canary.words);
    }
    const own = await page(stage.b.lead, `/documents/${id}`);
    expect(own.status).toBe(200);
    expect(own.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(own.headers.get('content-security-policy')).toContain('sandbox');
    expect(own.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await own.text()).toContain(canary.words);
  });

  it('B022 ids that are none are pages that are not there', async () => {
    const strange = ['0', '-1', '1e20', '..%2f1', '1%00', 'null', '%F0%9F%90%A5', "1'--", stage.otherCenter];
    for (const door of doors.filter((each) => each.canRead && hasId(each) && !/setup/.test(each.pattern))) {
      for (const id of strange) {
        const answer = await page('leadA', withId(door, id));
        expect([302, 404], `${door.pattern} ${id}: ${answer.status}`).toContain(answer.status);
        await answer.arrayBuffer();
      }
    }
  }, 120_000);

  it('[ASVS 8.2.1] who is not signed in reaches nothing but the public doors', async () => {
    const open: string[] = [];
    for (const door of doors.filter((each) => each.canRead)) {
      const answer = await page('public', withId(door, unknown));
      await answer.arrayBuffer();
      if (answer.status === 200) open.push(door.pattern);
    }
    expect(open.filter((pattern) => !['/', '/:index'].includes(pattern)).sort()).toEqual([
      '/certificates',
      '/directory',
      '/notices',
      '/password-reset',
      '/sign-in',
    ]);
  });

  it('the system administrator sees no case, and the auditor changes nothing', async () => {
    const watch = await watchTables(stage.world);
    for (const path of [
      '/desk',
      '/applications',
      '/organizations',
      `/applications/${stage.idsOfB.applications?.[0]}`,
    ]) {
      expect(leaks(await (await page('admin', path)).text())).toEqual([]);
    }
    for (const door of doors.filter(
      (each) => each.canSend && /^\/(admin|organizations|incubations)/.test(each.pattern),
    )) {
      const id = idsFor(door)[0] ?? unknown;
      const answer = await served.post(cookies.get('auditor') ?? '', withId(door, id), {
        do: 'disable',
        intent: 'save',
      });
      expect([403, 404, 422], `${door.pattern}: ${answer.status}`).toContain(answer.status);
      await answer.arrayBuffer();
    }
    expect(await watch.changed()).toEqual([]);
    await watch.close();
  });
});
