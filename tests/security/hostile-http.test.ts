import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from '#app/domain/forms/plain-text.ts';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';
import { watchTables } from './digest.ts';
import { hostileStrings } from './hostile-cases.ts';
import { foreignMarkup } from './hostile-run.ts';

let world: World;
let served: Served;
let manager: string;
let lead: string;
let draft: { id: string; lead: string };

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  manager = await served.cookieOf('manager');
  draft = await world.draft();
  lead = await served.cookieOf(draft.lead);
});
afterAll(async () => {
  await served.close();
  await world.close();
});

/** What a form page offers: its key and its version. */
async function offered(cookie: string, path: string): Promise<{ key: string; version: string }> {
  const html = await (await served.get(cookie, path)).text();
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return { key: of('key'), version: of('version') };
}
const events = async (id: string) =>
  (await world.store.read.selectFrom('history').select('seq').where('record_id', '=', id).execute()).length;
const letters = async () => (await world.store.read.selectFrom('outbox').select('id').execute()).length;

describe('B009 [ASVS 1.2.4] [ASVS 1.2.9] a search', () => {
  it.each(['%', '_', '\\', '[', '*', '"', "'", 'a" OR "b', 'NEAR(', '字'.repeat(700), '__proto__'])(
    'for %s is taken at its word and answered soon',
    async (q) => {
      for (const path of ['/applications', '/organizations', '/incubations', '/directory', '/admin/people']) {
        const who = path === '/admin/people' ? await served.cookieOf('director') : manager;
        const begun = performance.now();
        const answer = await served.get(who, `${path}?q=${encodeURIComponent(q)}`);
        expect(answer.status, path).toBe(200);
        const html = await answer.text();
        expect(foreignMarkup(html)).toBeNull();
        if (['%', '_', '\\', '*'].includes(q)) expect(html, path).not.toContain('第1志愿服务队');
        expect(performance.now() - begun).toBeLessThan(2_000);
      }
    },
  );
});

describe('a form that is sent again', () => {
  it('B026 has one effect and the same answer', async () => {
    const { id, lead: who } = await world.draft();
    const cookie = await served.cookieOf(who);
    const path = `/applications/${id}/submission`;
    const form = { ...(await offered(cookie, path)), consent: 'yes', truth: 'yes' };
    const first = await served.post(cookie, path, form);
    const [count, sent] = [await events(id), await letters()];
    const second = await served.post(cookie, path, form);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect([await events(id), await letters()]).toEqual([count, sent]);
  });

  it('B027 with other content is refused with words, and nothing is written', async () => {
    const { id, lead: who } = await world.draft();
    const cookie = await served.cookieOf(who);
    const path = `/applications/${id}/submission`;
    const form = { ...(await offered(cookie, path)), consent: 'yes', truth: 'yes' };
    expect((await served.post(cookie, path, form)).status).toBe(303);
    const watch = await watchTables(world);
    const other = await served.post(cookie, path, { ...form, extra: '别的内容' });
    expect(other.status).toBe(422);
    expect(await other.text()).toContain('这次的内容不同');
    expect(await watch.changed()).toEqual([]);
    await watch.close();
  });

  it('B028 sixteen times at once has one effect', async () => {
    const { id, lead: who } = await world.draft();
    const cookie = await served.cookieOf(who);
    const path = `/applications/${id}/submission`;
    const form = { ...(await offered(cookie, path)), consent: 'yes', truth: 'yes' };
    const before = await events(id);
    const answers = await Promise.all(Array.from({ length: 16 }, () => served.post(cookie, path, form)));
    expect(answers.map(({ status }) => status).filter((status) => status !== 303 && status !== 409)).toEqual(
      [],
    );
    expect((await events(id)) - before).toBe(1);
  });

  it('B030 a day and more later is answered as it was', async () => {
    const { id, lead: who } = await world.draft();
    const cookie = await served.cookieOf(who);
    const path = `/applications/${id}/submission`;
    const form = { ...(await offered(cookie, path)), consent: 'yes', truth: 'yes' };
    const first = await served.post(cookie, path, form);
    world.clock.advance(25 * 3_600_000);
    const again = await served.cookieOf(who);
    const count = await events(id);
    const later = await served.post(again, path, form);
    expect([later.status, later.headers.get('location')]).toEqual([303, first.headers.get('location')]);
    expect(await events(id)).toBe(count);
    manager = await served.cookieOf('manager');
    lead = await served.cookieOf(draft.lead);
  });

  it('B029 B074 after the session has ended leads to the sign-in page and writes nothing', async () => {
    const { id, lead: who } = await world.draft();
    const cookie = await served.cookieOf(who);
    const path = `/applications/${id}/submission`;
    const form = { ...(await offered(cookie, path)), consent: 'yes', truth: 'yes' };
    await served.post(cookie, '/sign-out', {});
    const watch = await watchTables(world);
    const answer = await served.post(cookie, path, form);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/sign-in/),
    ]);
    expect(await watch.changed()).toEqual([]);
    await watch.close();
  });

  it('B025 B031 from two tabs wins once; the other keeps what was typed', async () => {
    const { id, lead: who } = await world.draft();
    const cookie = await served.cookieOf(who);
    const path = `/applications/${id}/form/services`;
    const [one, two] = [await offered(cookie, path), await offered(cookie, path)];
    const first = await served.post(cookie, path, { ...one, difference: '第一个窗口', then: 'leave' });
    expect(first.status).toBe(303);
    const second = await served.post(cookie, path, { ...two, difference: '第二个窗口里写的' });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('第二个窗口里写的');
  });

  it('B024 [ASVS 8.3.1] in a state where the button is not shown is told so', async () => {
    const { id, lead: who } = await world.draft();
    await world.must(who, 'application', id, 'submit', { consent: true, truth: true });
    const cookie = await served.cookieOf(who);
    const watch = await watchTables(world);
    const answer = await served.post(cookie, `/applications/${id}/submission`, {
      consent: 'yes',
      truth: 'yes',
    });
    expect(answer.status).toBe(409);
    expect(await watch.changed()).toEqual([]);
    await watch.close();
  });

  it('B073 with another person’s key has no part in theirs', async () => {
    const mine = await world.draft();
    const theirs = await world.draft();
    const path = `/applications/${theirs.id}/submission`;
    const form = {
      ...(await offered(await served.cookieOf(theirs.lead), path)),
      consent: 'yes',
      truth: 'yes',
    };
    const cookie = await served.cookieOf(mine.lead);
    const watch = await watchTables(world);
    expect((await served.post(cookie, path, form)).status).toBe(404);
    expect(await watch.changed()).toEqual([]);
    await watch.close();
  });
});

describe('[ASVS 1.1.1] texts that are accepted', () => {
  it('B001 B002 come back on the page sign for sign as they were typed, and nowhere as markup', async () => {
    const path = `/applications/${draft.id}/form/services`;
    const name = 'difference';
    const max = 1000;
    let kept = 0;
    for (const { text, refused } of hostileStrings.filter((_, n) => n % 4 === 0)) {
      if (refused || [...text].length > max) continue;
      const { version } = await offered(lead, path);
      const saved = await served.post(lead, `${path}/draft`, { version, [name]: text });
      if (saved.status !== 200) continue;
      const page = await (await served.get(lead, path)).text();
      expect(foreignMarkup(page), text).toBeNull();
      const shown =
        new RegExp(`<textarea[^>]*name="${name}"[^>]*>(.*?)</textarea>`, 's').exec(page)?.[1] ?? '';
      const plain = shown.replace(
        /&(amp|lt|gt|quot|#x27);/g,
        (_, sign: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[sign] ?? "'",
      );
      // a draft keeps every sign as it was typed; what is submitted is kept in its normal form
      expect(plain.replace(/^\n/, ''), JSON.stringify(text)).toBe(
        text.replace(/\r\n?/g, '\n').replace(/^\n/, ''),
      );
      kept += 1;
    }
    expect(kept).toBeGreaterThan(120);
  }, 120_000);

  it('B002 I-30 have one normal form, which is its own', () => {
    for (const { text } of hostileStrings) {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
    }
  });
});
