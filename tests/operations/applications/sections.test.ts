import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachDocuments } from '#app/operations/applications/attach-document.server.ts';
import { openSection } from '#app/operations/applications/open-section.server.ts';
import { removeDocuments } from '#app/operations/applications/remove-document.server.ts';
import { saveSection } from '#app/operations/applications/save-section.server.ts';
import { openEvent } from '#app/operations/view/event-view.server.ts';
import { openWorld, type World } from '../../world.ts';
import { codes, inputOf, right } from './filled-in.ts';

let world: World;
let id: string;
let organizationId: string;
let lead: string;

beforeEach(async () => {
  world = await openWorld();
  ({ id, organizationId, lead } = await world.draft({ type: 'service_org' }));
});
afterEach(() => world.close());

const save = async (change: typeof right = {}, version?: number, who = lead, section = 'organization') =>
  saveSection(world.house, {
    actor: await world.as(who),
    id,
    section,
    input: inputOf({ ...right, ...change }),
    ...(version === undefined ? {} : { version }),
  });

const organization = () =>
  world.store.read
    .selectFrom('organization')
    .selectAll()
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();

const section = async () => {
  const opened = await openSection(world.house, await world.as(lead), id, 'organization');
  if (!opened.ok) throw new Error(codes(opened));
  return opened.value;
};

describe('a section of the application form', () => {
  it('that is right is complete, and the register and the records learn of it', async () => {
    expect(await save()).toMatchObject({ ok: true, value: { version: 2, wrong: [] } });
    expect(await organization()).toMatchObject({
      name: right.organizationName,
      uscc: right.uscc,
      fields: '["elderly","children"]',
      person_name: '王芳',
    });
    expect((await world.record('application', id)).row.organization_name).toBe(right.organizationName);
    expect(await section()).toMatchObject({ complete: true, version: 2, raw: { ...right } });
  });

  it('that is wrong is kept as it was typed, and only what is right reaches the register', async () => {
    const saved = await save({ phone: 'call me', address: '新街 2 号', uscc: '52411025MJGDEM0150' });
    expect(saved.ok && saved.value.wrong.map((each) => each.field)).toEqual(['uscc', 'phone']);
    expect(await section()).toMatchObject({
      complete: false,
      raw: { phone: 'call me', address: '新街 2 号' },
    });
    expect(await organization()).toMatchObject({ phone: '13800001234', address: '新街 2 号', uscc: null });
  });

  it('whose code is not written yet is incomplete, and no code is called a wrong one', async () => {
    await save({ uscc: '' });
    const view = await openEvent(world.house, await world.as(lead), 'application', id, 'submission');
    const reasons = view.ok ? view.value.reasons.map((reason) => reason.code) : [];
    expect(reasons).toContain('application.formIncomplete');
    expect(reasons).not.toContain('application.codeDoesNotFit');
  });

  it('is corrected later', async () => {
    await save({ phone: '' });
    await save({}, 2);
    expect(await section()).toMatchObject({ complete: true, version: 3 });
  });

  it('that somebody changed meanwhile is not overwritten', async () => {
    await save({}, 1);
    const late = await save({ address: '旧街 3 号' }, 1);
    expect(late).toMatchObject({
      ok: false,
      refusals: [{ code: 'changedMeanwhile', params: { name: lead } }],
    });
    expect((await organization()).address).toBe(right.address);
  });

  it('with a code that another organization of the center has says what to do', async () => {
    await world.organization({ type: 'service_org', uscc: String(right.uscc) });
    const saved = await save();
    expect(saved.ok && saved.value.wrong).toEqual([{ field: 'uscc', code: 'application.codeTaken' }]);
    expect((await organization()).uscc).toBeNull();
  });

  it('takes a pilot code only after its certificate was inspected', async () => {
    const pilot = '52411025M00000001X';
    const first = await save({ uscc: pilot });
    expect(first.ok && first.value.wrong.map((each) => each.code)).toEqual(['uscc.pilot']);
    await world.store.write((trx) =>
      trx
        .updateTable('organization')
        .set({ uscc: pilot, uscc_inspected: '已查验' })
        .where('id', '=', organizationId)
        .execute(),
    );
    expect(await save({ uscc: pilot })).toMatchObject({ ok: true, value: { wrong: [] } });
  });

  it('is for its lead and staff, in a draft or while it is supplemented', async () => {
    const other = await world.organization();
    await world.person('helper', 'staff', 'organization', organizationId);
    await world.person('bookkeeper', 'finance', 'organization', organizationId);
    expect(codes(await save({}, undefined, other.lead))).toBe('unseen');
    expect(codes(await save({}, undefined, 'helper'))).toBe('done');
    expect(['notYours', 'unseen']).toContain(codes(await save({}, undefined, 'bookkeeper')));
    expect(['notYours', 'unseen']).toContain(codes(await save({}, undefined, 'manager')));
    expect(codes(await save({}, undefined, lead, 'nothing'))).toBe('unseen');
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    expect(codes(await save())).toBe('application.notEditable');
  });

  it('begins with what the register knows', async () => {
    await world.store.write((trx) =>
      trx.deleteFrom('application_section').where('application_id', '=', id).execute(),
    );
    expect((await section()).raw).toMatchObject({
      personName: '张三',
      community: '文昌社区',
      fields: ['elderly'],
    });
  });
});

describe('a document of an application', () => {
  const document = (name: string, sha256: string, slot = 'charter') => ({
    id: `document-${name}`,
    slot,
    name: `${name}.pdf`,
    mime: 'application/pdf',
    size: 10,
    sha256: sha256.repeat(64),
  });
  const attach = async (documents: ReturnType<typeof document>[], who = lead) =>
    attachDocuments(world.house, { actor: await world.as(who), id, documents });
  const namesIn = async (slot: string) => {
    const opened = await openSection(world.house, await world.as(lead), id, 'documents');
    return opened.ok ? (opened.value.documents[slot] ?? []).map((each) => each.name) : [];
  };

  it('is attached once, however often it is sent', async () => {
    expect(codes(await attach([document('章程修订', 'b')]))).toBe('done');
    expect(codes(await attach([{ ...document('章程修订', 'b'), id: 'another' }]))).toBe('done');
    expect(await namesIn('charter')).toEqual(['charter.pdf', '章程修订.pdf']);
  });

  it('goes only where documents are asked for, and no more than are asked for', async () => {
    expect(codes(await attach([document('x', 'b', 'nothing')]))).toBe('unseen');
    const many = ['b', 'c', 'd', 'e', 'f'].map((hash, n) => document(`n${n}`, hash));
    expect(codes(await attach(many))).toBe('form.tooManyFiles');
    expect(await namesIn('charter')).toEqual(['charter.pdf']);
  });

  it('is taken off by its own people only', async () => {
    const other = await world.draft();
    const theirs = await world.store.read
      .selectFrom('document')
      .select('id')
      .where('record_id', '=', other.id)
      .execute();
    const remove = async (who: string, documentIds: string[]) =>
      codes(await removeDocuments(world.house, { actor: await world.as(who), id, documentIds }));
    await attach([document('章程修订', 'b')]);
    expect(await remove(other.lead, ['document-章程修订'])).toBe('unseen');
    expect(await remove(lead, ['document-章程修订', ...theirs.map((each) => each.id)])).toBe('done');
    expect(await namesIn('charter')).toEqual(['charter.pdf']);
    const left = await world.store.read
      .selectFrom('document')
      .select('id')
      .where('record_id', '=', other.id)
      .where('removed_at', 'is', null)
      .execute();
    expect(left).toHaveLength(theirs.length);
  });
});
