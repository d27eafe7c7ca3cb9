import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterTo } from '../operations/people/accounts.ts';
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

const whereTo = (answer: Response) =>
  new URL(answer.headers.get('location') ?? '/nowhere', served.origin).pathname;

const upload = (cookie: string, path: string, parts: readonly (readonly [string, string | File])[]) => {
  const body = new FormData();
  for (const [name, value] of parts) body.append(name, value);
  return fetch(served.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: served.origin },
    body,
  });
};

describe('applying for the first time', () => {
  it('goes from the call by a letter to a draft', async () => {
    const path = `/calls/${world.callId}/apply`;
    expect((await served.get('', path)).status).toBe(200);
    const form = {
      email: 'fresh@test.example',
      organizationName: '襄城县暖心志愿服务队',
      registrationType: 'recorded',
    };
    expect((await served.post('', path, { ...form, registrationType: 'king' })).status).toBe(422);
    expect(await (await served.post('', path, form)).text()).toContain('验证邮件已发往 fresh@test.example');
    const { token } = await letterTo(world, form.email);
    expect(await (await served.get('', `/links/${token}`)).text()).toContain(form.organizationName);
    const words = { name: '王芳', password: 'a new and good password' };
    const started = await served.post('', `/links/${token}`, words);
    expect(whereTo(started)).toMatch(/^\/applications\/\w+$/);
    const cookie = started.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await (await served.get(cookie, whereTo(started))).text()).toContain('组织情况');
    const again = await served.get(cookie, path);
    expect(await again.text()).toContain('已有一件申请正在办理');
  });

  it('is impossible for calls that do not exist', async () => {
    expect((await served.get('', '/calls/nothing/apply')).status).toBe(404);
  });

  it('begins at once for somebody who leads an organization, and once', async () => {
    const { id, lead } = await world.organization();
    const cookie = await served.cookieOf(lead);
    const form = { organizationId: id, key: 'a-key-of-this-form' };
    const first = await served.post(cookie, `/calls/${world.callId}/apply`, form);
    const second = await served.post(cookie, `/calls/${world.callId}/apply`, form);
    expect(whereTo(first)).toMatch(/^\/applications\//);
    expect(whereTo(second)).toBe(whereTo(first));
    const third = await served.post(cookie, `/calls/${world.callId}/apply`, { organizationId: id });
    expect(third.status).toBe(409);
  });
});

describe('a section', () => {
  it('is kept with what is wrong, told so, and goes on when it is right', async () => {
    const { id, lead } = await world.draft();
    const cookie = await served.cookieOf(lead);
    const path = `/applications/${id}/form/services`;
    expect((await served.get(cookie, path)).status).toBe(200);
    const wrong = {
      residentNeed: '太短',
      services: '',
      activitiesLastYear: 'many',
      personTimesLastYear: '3',
    };
    const answer = await served.post(cookie, path, { ...wrong, version: '1' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const words of ['太短', 'many', '已存为草稿', '请填写或选择“开展的服务”'])
      expect(page).toContain(words);
    expect(await (await served.get(cookie, path)).text()).toContain('many');
    const text = '社区里的独居老人多，需要有人上门探望、陪同就医。';
    const right = {
      residentNeed: text,
      services: text,
      activitiesLastYear: '12',
      personTimesLastYear: '300',
      version: '2',
    };
    expect(whereTo(await served.post(cookie, path, right))).toBe(`/applications/${id}/form/plan`);
    expect((await served.post(cookie, path, right)).status).toBe(409);
    const leave = { ...wrong, version: '3', then: 'leave' };
    expect(whereTo(await served.post(cookie, path, leave))).toBe(`/applications/${id}`);
  });

  it('takes drafts in the background and answers the version', async () => {
    const { id, lead } = await world.draft();
    const cookie = await served.cookieOf(lead);
    const path = `/applications/${id}/form/services/draft`;
    const first = await served.post(cookie, path, { residentNeed: '写到一半', version: '1' });
    expect([first.status, await first.json()]).toEqual([200, { version: 2 }]);
    expect((await served.post(cookie, path, { residentNeed: '写到一半', version: '1' })).status).toBe(409);
  });

  it('does not exist for others, and is closed after submission', async () => {
    const { id, lead } = await world.draft();
    const other = await world.organization();
    const path = `/applications/${id}/form/team`;
    expect((await served.get(await served.cookieOf(other.lead), path)).status).toBe(404);
    expect((await served.get('', path)).status).toBe(302);
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    expect(whereTo(await served.get(await served.cookieOf(lead), path))).toBe(`/applications/${id}`);
  });

  it('takes documents, judges them by their content, and takes off what is no longer ticked', async () => {
    const { id, lead } = await world.draft();
    const cookie = await served.cookieOf(lead);
    const path = `/applications/${id}/form/documents`;
    const pdf = new File([Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')], '佐证.pdf', {
      type: 'application/pdf',
    });
    const page = new File(['<html><script>'], '佐证.pdf', { type: 'application/pdf' });
    expect((await upload(cookie, path, [['serviceEvidence', page]])).status).toBe(415);
    expect(whereTo(await upload(cookie, path, [['serviceEvidence', pdf]]))).toBe(`/applications/${id}`);
    expect(await (await served.get(cookie, path)).text()).toContain('佐证.pdf');
    const { id: documentId } = await world.store.read
      .selectFrom('document')
      .select('id')
      .where('record_id', '=', id)
      .where('name', '=', '佐证.pdf')
      .executeTakeFirstOrThrow();
    await upload(cookie, path, [
      ['shown', documentId],
      ['serviceEvidence.kept', documentId],
    ]);
    expect(await (await served.get(cookie, path)).text()).toContain('佐证.pdf');
    await upload(cookie, path, [['shown', documentId]]);
    expect(await (await served.get(cookie, path)).text()).not.toContain('佐证.pdf');
  });
});
