import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachDocuments } from '#app/operations/applications/attach-document.server.ts';
import { openSection } from '#app/operations/applications/open-section.server.ts';
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

describe('an organization that began as one of another type', () => {
  const opened = async (section: string) => {
    const view = await openSection(world.house, await world.as(lead), id, section);
    if (!view.ok) throw new Error('the section does not open');
    return { ...view.value, names: view.value.fields.map((field) => field.name) };
  };

  it('is asked what its type asks for, keeps what it filled in, and goes through the rest again', async () => {
    expect(await save({ registrationType: 'other' })).toMatchObject({ ok: true, value: { wrong: [] } });
    const { documents } = await opened('documents');
    expect((await opened('organization')).mayChangeKind).toBe(true);
    await world.must(lead, 'application', id, 'change_kind', { registrationType: 'unregistered' });

    expect((await organization()).registration_type).toBe('unregistered');
    const asked = await opened('organization');
    expect(asked.names).not.toContain('uscc');
    expect(asked.raw).toMatchObject({ registrationType: 'unregistered', community: '文昌社区' });
    expect([asked.complete, (await opened('plan')).complete, (await opened('team')).complete]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await opened('plan')).names).toContain('registerWithinMonths');
    const papers = await opened('documents');
    expect(papers.names).toContain('foundersApplication');
    expect(papers.names).not.toContain('registrationCertificate');
    expect(papers.documents).toEqual(documents);

    const { uscc: _code, foundedOn: _day, ...rest } = right;
    const saved = await saveSection(world.house, {
      actor: await world.as(lead),
      id,
      section: 'organization',
      input: inputOf({ ...rest, registrationType: 'unregistered' }),
      version: asked.version,
    });
    expect(saved).toMatchObject({ ok: true, value: { wrong: [] } });
    expect((await opened('organization')).complete).toBe(true);
  });

  const change = (registrationType: string, who = lead) =>
    world.send(who, 'application', id, 'change_kind', { registrationType });

  it('leaves nothing in the register that its type is not asked for, and its code to the real owner', async () => {
    await save();
    await world.store.write((trx) =>
      trx
        .updateTable('organization')
        .set({ uscc_inspected: '已查验' })
        .where('id', '=', organizationId)
        .execute(),
    );
    await world.must(lead, 'application', id, 'change_kind', { registrationType: 'unregistered' });
    expect(await organization()).toMatchObject({
      uscc: null,
      uscc_inspected: null,
      record_no: null,
      founded_on: null,
      community: right.community,
    });
    const owner = await world.draft({ type: 'service_org' });
    const theirs = await saveSection(world.house, {
      actor: await world.as(owner.lead),
      id: owner.id,
      section: 'organization',
      input: inputOf(right),
    });
    expect(theirs).toMatchObject({ ok: true, value: { wrong: [] } });
    // what was typed is there again for whoever changes back
    await world.must(lead, 'application', id, 'change_kind', { registrationType: 'service_org' });
    expect((await opened('organization')).raw).toMatchObject({
      uscc: right.uscc,
      foundedOn: right.foundedOn,
    });
  });

  it('keeps a record number only while it is recorded', async () => {
    ({ id, organizationId, lead } = await world.draft({ type: 'recorded' }));
    expect((await organization()).record_no).not.toBeNull();
    await change('unregistered');
    expect((await organization()).record_no).toBeNull();
  });

  it('sends in the documents of its type alone, and finds the others again when it changes back', async () => {
    ({ id, organizationId, lead } = await world.draft({ type: 'unregistered' }));
    const before = (await opened('documents')).documents;
    await world.must(lead, 'application', id, 'change_kind', { registrationType: 'recorded' });
    await attachDocuments(world.house, {
      actor: await world.as(lead),
      id,
      documents: ['recordingCertificate', 'charter'].map((slot) => ({
        id: `document-${slot}`,
        slot,
        name: `${slot}.pdf`,
        mime: 'application/pdf',
        size: 10,
        sha256: 'c'.repeat(64),
      })),
    });
    await world.store.write((trx) =>
      trx.updateTable('application_section').set({ complete: 1 }).where('application_id', '=', id).execute(),
    );
    expect((await opened('documents')).documents).toMatchObject(
      Object.fromEntries(Object.entries(before).filter(([slot]) => slot.startsWith('founders'))),
    );
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    const { content } = await world.store.read
      .selectFrom('snapshot')
      .select('content')
      .where('application_id', '=', id)
      .executeTakeFirstOrThrow();
    const slots = (JSON.parse(content) as { documents: { slot: string }[] }).documents.map((d) => d.slot);
    expect([...new Set(slots)].sort()).toEqual([
      'charter',
      'peopleList',
      'recordingCertificate',
      'serviceEvidence',
      'undertaking',
    ]);
  });

  it('names who changed it to whoever had a section open', async () => {
    await world.person('helper', 'staff', 'organization', organizationId);
    await save({}, undefined, 'helper');
    const { version } = await section();
    await world.must(lead, 'application', id, 'change_kind', { registrationType: 'foundation' });
    expect(await save({}, version, 'helper')).toMatchObject({
      refusals: [{ code: 'changedMeanwhile', params: { name: lead } }],
    });
  });

  it('does not change to the type that it has', async () => {
    const before = await section();
    expect(await change('service_org')).toMatchObject({
      ok: false,
      refusals: [{ field: 'registrationType', code: 'application.kindIsTheSame' }],
    });
    expect(await section()).toMatchObject({ version: before.version, complete: before.complete });
  });

  it('is shown the way there only where one may go it', async () => {
    await world.person('helper', 'staff', 'organization', organizationId);
    const view = await openSection(world.house, await world.as('helper'), id, 'organization');
    expect(view.ok && view.value.mayChangeKind).toBe(false);
  });

  it('says so before it submits: afterwards the type stands', async () => {
    await save();
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    const late = await openEvent(world.house, await world.as(lead), 'application', id, 'kind');
    expect(late.ok && late.value.reasons.length > 0).toBe(true);
  });
});
