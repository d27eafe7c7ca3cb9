import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loader as download } from '#app/routes/documents/download.ts';
import { loader as notice } from '#app/routes/public/notice.tsx';
import { loader as notices } from '#app/routes/public/notices.tsx';
import { action, loader } from '#app/routes/public/objection.tsx';
import { historyOf } from '#db/reads/history.server.ts';
import { pageFor } from '#tests/operations/view-stage.ts';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf, getting, posting, thrown } from './door.ts';
import { onNotice } from './review-story.ts';

let world: World;
let told: Awaited<ReturnType<typeof onNotice>>;
beforeEach(async () => {
  world = await openWorld();
  told = await onNotice(world);
});
afterEach(() => world.close());

const path = () => `/notices/${told.notice}/objection`;
const params = () => ({ id: told.notice });
const words = {
  key: 'key-of-this-form',
  concerns: 'organization',
  statement: '该组织负责人同时在另一家机构任职，请核实。',
  objectorName: '王小明',
  objectorContact: '13900001234',
};

/** An objection of nobody named, with a picture. */
function withEvidence(): FormData {
  const form = new FormData();
  form.set('key', 'form-with-a-file');
  form.set('concerns', 'organization');
  form.set('statement', words.statement);
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  form.set('evidence', new File([png], '照片.png', { type: 'image/png' }));
  return form;
}

const send = async (form: Parameters<typeof posting>[2], who: string | null = null) =>
  thrown(async () => action(posting(await doorOf(world, who), path(), form, params())));

const numberOf = async () => {
  const { context } = await world.record('application', told.id);
  return (context as unknown as { objections: readonly { number: string }[] }).objections[0]?.number ?? '';
};

describe('a public notice', () => {
  it('shows what is public, and that one may object', async () => {
    const door = await doorOf(world);
    const view = await notice(getting(door, `/notices/${told.notice}`, params()));
    expect(view).toMatchObject({
      lifecycle: 'application',
      program: expect.any(String),
      standing: 'running',
      objections: 0,
      objectable: true,
      closed: [],
    });
    const said = JSON.stringify(view);
    for (const secret of ['张三', '13800001234', 'reviewer1', world.idOf('reviewer1')])
      expect(said).not.toContain(secret);
    const list = await notices(getting(door, '/notices'));
    expect(list.notices.map((n) => n.id)).toEqual([told.notice]);
  });

  it('runs out, and then takes no objection', async () => {
    await world.pass({ days: 12 });
    const door = await doorOf(world);
    const view = await notice(getting(door, `/notices/${told.notice}`, params()));
    expect(view.standing).toBe('kept');
    const answer = await action(posting(door, path(), words, params()));
    expect(answer.status).toBe(409);
  });

  it('that there is none of is not found', async () => {
    const door = await doorOf(world);
    const answer = await thrown(() => notice(getting(door, '/notices/none', { id: 'none' })));
    expect(answer.status).toBe(404);
  });
});

describe('objecting', () => {
  it('is open to anyone, stops the clock and answers a number', async () => {
    const { form } = await loader(getting(await doorOf(world), path(), params()));
    expect(form?.fields.map((f) => f.name)).toContain('statement');
    const answer = await send({ ...words, key: form?.key ?? '' });
    expect(answer.status).toBe(303);
    const number = await numberOf();
    expect(number).toMatch(/^YY-\d{4}-\d{4}$/);
    expect(answer.headers.get('location')).toBe(`${path()}?receipt=${number}`);
    const { receipt } = await loader(getting(await doorOf(world), `${path()}?receipt=${number}`, params()));
    expect(receipt).toMatchObject({ number, open: true, answerBy: expect.stringMatching(/^2026-/) });
    const view = await notice(getting(await doorOf(world), `/notices/${told.notice}`, params()));
    expect(view).toMatchObject({
      standing: 'stopped',
      objections: 1,
      openObjections: 1,
      endsAt: null,
      closed: [],
    });
  });

  it('sent twice has one effect and the same receipt', async () => {
    const first = await send(words);
    const second = await send(words);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    const chain = await historyOf(world.store.read, 'application', told.id);
    expect(chain.filter((event) => event.event === 'object')).toHaveLength(1);
  });

  it('leads two people to their own receipts', async () => {
    const first = await send(words);
    const second = await send({ ...words, key: 'another-form', statement: '另有一事请一并核实，谢谢。' });
    expect(second.headers.get('location')).not.toBe(first.headers.get('location'));
  });

  it('keeps the words and the name out of the history, also of someone signed in', async () => {
    await send(words, 'manager');
    const chain = await historyOf(world.store.read, 'application', told.id);
    const event = chain.find((e) => e.event === 'object');
    expect(event).toMatchObject({ actor_id: null, actor_name: '', role: 'public' });
    expect(JSON.stringify(chain)).not.toContain('王小明');
    expect(JSON.stringify(chain)).not.toContain(words.statement);
    const apart = await world.store.read.selectFrom('event_apart').selectAll().execute();
    expect(JSON.stringify(apart)).toContain('王小明');
  });

  it('without a name or evidence is refused, and what was typed is drawn again', async () => {
    const door = await doorOf(world);
    const answer = await action(
      posting(door, path(), { ...words, objectorName: '', objectorContact: '' }, params()),
    );
    expect(answer.status).toBe(409);
    const { errors, raw } = await answer.json();
    expect(errors.map((e) => e.code)).toEqual(['objection.namelessWithoutEvidence']);
    expect(raw).toMatchObject({ statement: words.statement });
    expect(await world.stateOf('application', told.id)).toBe('public_notice');
  });

  it('without a name but with evidence is taken, and the file is kept', async () => {
    const answer = await send(withEvidence());
    expect(answer.status).toBe(303);
    const documents = await world.store.read
      .selectFrom('document')
      .select(['name', 'uploaded_by'])
      .where('slot', '=', 'evidence')
      .execute();
    expect(documents).toEqual([{ name: '照片.png', uploaded_by: null }]);
  });

  it('keeps the evidence, too, for those who settle it, also from who knows its address', async () => {
    await send(withEvidence());
    const { id } = await world.store.read
      .selectFrom('document')
      .select('id')
      .where('slot', '=', 'evidence')
      .executeTakeFirstOrThrow();
    const open = async (who: string) =>
      download(getting(await doorOf(world, who), `/documents/${id}`, { id }));
    for (const who of [told.lead, 'manager', 'reviewer1', 'party']) {
      expect((await thrown(() => open(who))).status, who).toBe(404);
      expect((await pageFor(world, who, 'application', told.id))?.text, who).not.toContain(id);
    }
    for (const who of ['director', 'supervisor']) {
      expect((await open(who)).status, who).toBe(200);
      expect((await pageFor(world, who, 'application', told.id))?.text, who).toContain(id);
    }
  });

  it('with a form that leaves out what is asked is refused by field', async () => {
    const door = await doorOf(world);
    const answer = await action(
      posting(door, path(), { key: 'key-of-this-form', statement: '短' }, params()),
    );
    expect(answer.status).toBe(422);
    const { errors } = await answer.json();
    expect(errors.map((e) => ('field' in e ? e.field : e.code)).sort()).toEqual(['concerns', 'statement']);
  });

  it('answers no receipt of a number that is not of this notice', async () => {
    const door = await doorOf(world);
    const answer = await thrown(() => loader(getting(door, `${path()}?receipt=YY-2026-0099`, params())));
    expect(answer.status).toBe(404);
  });
});
