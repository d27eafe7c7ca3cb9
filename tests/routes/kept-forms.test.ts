import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INTERRUPTED_MS, MOST_DRAFTS, RECOGNISED_MS, SAVED_MS } from '#app/domain/forms/form-draft.ts';
import { usualSecurity } from '#app/domain/people/security-settings.ts';
import { limitsFor } from '#app/domain/people/sessions.ts';
import { forgetOldFormDrafts } from '#app/operations/drafts/forget-form-drafts.server.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';

const { idleMs: IDLE_MS, ageMs: ABSOLUTE_MS } = limitsFor(usualSecurity, ['director']);

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  await world.person('director2', 'director', 'center', world.centerId);
}, 60_000);

afterAll(async () => {
  await served.close();
  await world.close();
});

const words = '业务范围与孵化中心的章程不符，建议改报其他项目';

/** An application under screening, and the address of the form by which the director refuses it. */
async function screened() {
  const { id, lead } = await world.draft();
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  await world.must('manager', 'application', id, 'accept');
  return { id, form: `/applications/${id}/refusal` };
}

const drafts = (place: string) =>
  world.store.read.selectFrom('form_draft').selectAll().where('place', '=', place).execute();
const textOf = async (cookie: string, path: string) => (await served.get(cookie, path)).text();
const hidden = (page: string, name: string) =>
  page.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

/** Sends a form after the sender's session ended unused; answers what came back and the browser's cookie. */
async function sendTooLate(form: string, typed: Record<string, string>, wait = IDLE_MS + 1) {
  const session = await served.cookieOf('director');
  world.clock.advance(wait);
  const answer = await served.post(session, form, { key: 'sent-too-late', version: '3', ...typed });
  const kept = answer.headers.getSetCookie().find((line) => line.startsWith('kept='));
  return { answer, kept, browser: kept?.split(';')[0] ?? '' };
}

describe('a form that is sent after its session ended', () => {
  test('waits for the same person in the same browser, and says so', async () => {
    const { form } = await screened();
    const { answer, kept, browser } = await sendTooLate(form, { reason: words });
    expect(answer.status).toBe(303);
    const signIn = `/sign-in?redirectTo=${encodeURIComponent(form)}`;
    expect(answer.headers.get('location')).toBe(signIn);
    expect(kept).toMatch(/^kept=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    expect(await textOf(browser, signIn)).toContain('刚才提交的内容已经留存');
    expect(await textOf('', signIn)).not.toContain('刚才提交的内容已经留存');

    const director = await served.cookieOf('director');
    const page = await textOf(`${director}; ${browser}`, form);
    expect(page).toContain(words);
    expect(page).toContain('提交时登录已过期');
    expect(page).not.toContain('sent-too-late');
    expect(await textOf(director, form)).not.toContain(words);
    const other = await served.cookieOf('director2');
    expect(await textOf(`${other}; ${browser}`, form)).not.toContain(words);
    const elsewhere = await screened();
    expect(await textOf(`${director}; ${browser}`, elsewhere.form)).not.toContain(words);
  });

  test('is gone once it was sent again', async () => {
    const { id, form } = await screened();
    const { browser } = await sendTooLate(form, { reason: words });
    const cookie = `${await served.cookieOf('director')}; ${browser}`;
    const page = await textOf(cookie, form);
    const again = { key: hidden(page, 'key'), version: hidden(page, 'version') };
    expect((await served.post(cookie, form, { ...again, reason: '' })).status).toBe(422);
    expect(await drafts(form)).toHaveLength(1);
    expect((await served.post(cookie, form, { ...again, reason: words, grounds: 'governance' })).status).toBe(
      303,
    );
    expect(await world.stateOf('application', id)).toBe('rejected');
    expect(await drafts(form)).toEqual([]);
  });

  test('can be dropped, by its person alone', async () => {
    const { form } = await screened();
    const { browser } = await sendTooLate(form, { reason: words });
    const other = `${await served.cookieOf('director2')}; ${browser}`;
    await served.post(other, '/drafts/forget', { place: form });
    expect(await drafts(form)).toHaveLength(1);
    const own = `${await served.cookieOf('director')}; ${browser}`;
    const dropped = await served.post(own, '/drafts/forget', { place: form });
    expect(dropped.headers.get('location')).toBe(form);
    expect(await drafts(form)).toEqual([]);
    const foreign = await served.post(own, '/drafts/forget', { place: '//evil.example/' });
    expect(foreign.headers.get('location')).toBe('/desk');
  });

  test('shows also on pages of accounts and administration, in the form that it was', async () => {
    const typed = { name: '改了一半的名字', phone: '0374-3561234', locale: 'zh-CN' };
    const { browser } = await sendTooLate('/account', typed);
    const cookie = `${await served.cookieOf('director')}; ${browser}`;
    expect(await textOf(cookie, '/account')).toContain('改了一半的名字');

    const place = `/admin/seats?center=${world.centerId}`;
    await sendTooLate(place, { intent: 'add', code: 'A-77', room: '二楼东侧' });
    const late = await sendTooLate(place, { intent: 'add', code: 'A-78', room: '二楼西侧' });
    const page = await textOf(`${await served.cookieOf('director')}; ${late.browser}`, place);
    expect(page).toContain('二楼西侧');
    expect(page).not.toContain('二楼东侧');
  });

  test('is not kept without a session that was somebody’s, nor with a password in it', async () => {
    const { form } = await screened();
    const nobody = await served.post('session=made-up', form, { reason: words });
    expect(nobody.status).toBe(303);
    expect(nobody.headers.getSetCookie()).toEqual([]);
    const forgotten = await sendTooLate(form, { reason: words }, ABSOLUTE_MS + RECOGNISED_MS + 1);
    expect(forgotten.kept).toBeUndefined();
    expect(await drafts(form)).toEqual([]);

    const secret = await sendTooLate('/account/password', { current: 'old', password: 'a new password' });
    expect(secret.answer.status).toBe(303);
    expect(secret.kept).toBeUndefined();
    await sendTooLate(form, { reason: words, password: 'hunter2hunter2', current: 'hunter1' });
    const [draft] = await drafts(form);
    expect(JSON.parse(draft?.values ?? '')).toEqual([['reason', words]]);
  });

  test('hostile names are names among others, and the form is drawn', async () => {
    const { form } = await screened();
    const typed = {
      ['__proto__']: 'polluted',
      constructor: 'polluted',
      'a.99999999.b': 'x',
      reason: words,
    };
    const { browser } = await sendTooLate(form, typed);
    const cookie = `${await served.cookieOf('director')}; ${browser}`;
    const answer = await served.get(cookie, form);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain(words);
    expect(page).not.toContain('polluted');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('goes after its time', async () => {
    const { form } = await screened();
    const { browser } = await sendTooLate(form, { reason: words });
    world.clock.advance(INTERRUPTED_MS);
    const cookie = `${await served.cookieOf('director')}; ${browser}`;
    expect(await textOf(cookie, form)).not.toContain(words);
    expect(await forgetOldFormDrafts(world.house)).toBeGreaterThan(0);
    expect(await drafts(form)).toEqual([]);
  });
});

describe('a form that saves itself', () => {
  test('is there again for its person, on any device, until it is sent', async () => {
    const { id, form } = await screened();
    const director = await served.cookieOf('director');
    const version = hidden(await textOf(director, form), 'version');
    const saved = await served.post(director, `${form}/draft`, { key: 'form-key-1-draft-1', reason: words });
    expect(saved.status).toBe(200);
    expect(saved.headers.get('content-type')).toMatch(/^application\/json/);
    const again = await served.post(director, `${form}/draft`, {
      key: 'form-key-1-draft-2',
      reason: `${words}。`,
    });
    expect(again.status).toBe(200);
    expect(await drafts(form)).toHaveLength(1);
    expect(await world.stateOf('application', id)).toBe('screening');
    const elsewhere = await textOf(await served.cookieOf('director'), form);
    expect(elsewhere).toContain(`${words}。`);
    expect(elsewhere).toContain('填写的草稿');
    expect(await textOf(await served.cookieOf('director2'), form)).not.toContain(words);
    const sent = await served.post(director, form, {
      key: 'form-key-1',
      version,
      reason: words,
      grounds: 'governance',
    });
    expect(sent.status).toBe(303);
    expect(await drafts(form)).toEqual([]);
    // one that was under way while the form was sent comes too late
    await served.post(director, `${form}/draft`, { key: 'form-key-1-draft-3', reason: words });
    expect(await drafts(form)).toEqual([]);
  });

  test('only for those whose form it is', async () => {
    const { form } = await screened();
    const typed = { key: 'form-key-2-draft-1', reason: words };
    expect((await served.post('', `${form}/draft`, typed)).status).toBe(401);
    expect((await served.post(await served.cookieOf('manager'), `${form}/draft`, typed)).status).toBe(404);
    expect((await served.post(await served.cookieOf('lead1'), `${form}/draft`, typed)).status).toBe(404);
    const director = await served.cookieOf('director');
    expect((await served.post(director, `${form}s/draft`, typed)).status).toBe(404);
    expect((await served.post(director, '/applications/unknown/refusal/draft', typed)).status).toBe(404);
    const foreign = await fetch(`${served.origin}${form}/draft`, {
      method: 'POST',
      headers: { cookie: director, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams(typed),
    });
    expect(foreign.status).toBe(403);
    expect((await served.get(director, `${form}/draft`)).status).toBeGreaterThanOrEqual(400);
    expect(await drafts(form)).toEqual([]);
  });

  test('empty, huge and hostile ones write nothing more than they may', async () => {
    const { form } = await screened();
    const director = await served.cookieOf('director');
    expect((await served.post(director, `${form}/draft`, { key: 'form-key-3' })).status).toBe(409);
    const huge = await served.post(director, `${form}/draft`, { reason: 'x'.repeat(1024 * 1024) });
    expect(huge.status).toBe(413);
    expect(await drafts(form)).toEqual([]);
    for (let i = 0; i < MOST_DRAFTS + 3; i += 1)
      await world.store.write((trx) =>
        trx
          .insertInto('form_draft')
          .values({
            person_id: world.idOf('director'),
            place: `/old/${i}`,
            browser: '',
            values: '[]',
            size: 2,
            saved_at: `2026-01-01T00:00:${10 + i}.000Z`,
            expires_at: '2099-01-01T00:00:00.000Z',
          })
          .execute(),
      );
    expect((await served.post(director, `${form}/draft`, { reason: words })).status).toBe(200);
    const own = await world.store.read
      .selectFrom('form_draft')
      .select('place')
      .where('person_id', '=', world.idOf('director'))
      .execute();
    expect(own).toHaveLength(MOST_DRAFTS);
    expect(own.map(({ place }) => place)).toContain(form);
  });

  test('replaces what was interrupted before, and is forgotten after a month', async () => {
    const { form } = await screened();
    const { browser } = await sendTooLate(form, { reason: words });
    const director = `${await served.cookieOf('director')}; ${browser}`;
    await served.post(director, `${form}/draft`, { key: 'form-key-4-draft-1', reason: '想过以后另写的理由' });
    const page = await textOf(director, form);
    expect(page).toContain('想过以后另写的理由');
    expect(page).not.toContain(words);
    world.clock.advance(SAVED_MS);
    await forgetOldFormDrafts(world.house);
    expect(await drafts(form)).toEqual([]);
  });

  test('shows its words also where the step is closed by now', async () => {
    const { id, form } = await screened();
    const director = await served.cookieOf('director');
    await served.post(director, `${form}/draft`, { key: 'form-key-5-draft-1', reason: words });
    await world.must('director2', 'application', id, 'refuse', {
      grounds: ['governance'],
      reason: '另一位主任已决定',
    });
    const page = await textOf(director, form);
    expect(page).toContain('您填写的内容');
    expect(page).toContain(words);
    expect(page).not.toContain('<textarea');
  });
});
