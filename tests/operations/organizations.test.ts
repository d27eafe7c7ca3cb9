import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '#app/domain/forms/field.ts';
import { openRegisterForm } from '#app/operations/organizations/open-register-form.server.ts';
import { registerScope } from '#app/operations/organizations/register-access.server.ts';
import { updateOrganization } from '#app/operations/organizations/update-organization.server.ts';
import { viewOrganization } from '#app/operations/organizations/view-organization.server.ts';
import { registerPage } from '#db/reads/register.server.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const stored = (id: string) =>
  world.store.read.selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** The form as the manager finds it, changed and sent. */
async function change(id: string, values: Values, who = 'manager', version?: number) {
  const form = await openRegisterForm(world.house, await world.as('manager'), id);
  if (form === undefined) throw new Error('The manager finds no form');
  return updateOrganization(world.house, {
    id,
    values: { ...form.values, ...values },
    version: version ?? form.version,
    actor: await world.as(who),
    address: '10.0.0.1',
  });
}

const codes = (result: Awaited<ReturnType<typeof updateOrganization>>) =>
  result.ok ? [] : result.refusals.map((r) => ('field' in r ? `${r.field} ${r.code}` : r.code));

describe('changing the register', () => {
  it('writes what changed and logs which fields, never what stood in them', async () => {
    const { id } = await world.organization();
    const result = await change(id, { phone: '13911112222', community: '东街社区' });
    expect(codes(result)).toEqual([]);
    expect(await stored(id)).toMatchObject({
      phone: '13911112222',
      community: '东街社区',
      version: 2,
      person_name: '张三',
    });
    const log = await world.store.read
      .selectFrom('security_event')
      .selectAll()
      .where('kind', '=', 'organization.changed')
      .execute();
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ person_id: world.idOf('manager'), address: '10.0.0.1' });
    expect(JSON.parse(log[0]?.detail ?? '')).toEqual({ organizationId: id, fields: ['community', 'phone'] });
    expect(log[0]?.detail).not.toContain('139');
  });

  it('without a change writes nothing', async () => {
    const { id } = await world.organization();
    expect(codes(await change(id, {}))).toEqual([]);
    expect((await stored(id)).version).toBe(1);
    expect(
      await world.store.read
        .selectFrom('security_event')
        .selectAll()
        .where('kind', '=', 'organization.changed')
        .execute(),
    ).toEqual([]);
  });

  it('clears what was left blank', async () => {
    const { id } = await world.organization();
    const form = await openRegisterForm(world.house, await world.as('manager'), id);
    const { phone: _phone, ...rest } = form?.values ?? {};
    await updateOrganization(world.house, {
      id,
      values: rest,
      version: 1,
      actor: await world.as('manager'),
      address: '',
    });
    expect((await stored(id)).phone).toBeNull();
  });

  it('gives the new name to its records and to the search', async () => {
    const { id, organizationId } = await world.draft({ name: '文昌志愿服务队' });
    await change(organizationId, { organizationName: '文昌夕阳红服务中心' });
    expect((await world.record('application', id)).row.organization_name).toBe('文昌夕阳红服务中心');
    const waits = await world.store.read
      .selectFrom('wait')
      .select('organization_name')
      .where('record_id', '=', id)
      .execute();
    expect(waits).toEqual([{ organization_name: '文昌夕阳红服务中心' }]);
    const scope = await registerScope(world.store.read, await world.as('manager'));
    const find = async (q: string) =>
      (
        await registerPage(world.store.read, scope, { q, standing: '', type: '', community: '', size: 25 })
      ).rows.map((r) => r.id);
    expect(await find('夕阳')).toEqual([organizationId]);
    expect(await find('志愿')).toEqual([]);
  });

  it('is refused when somebody changed it meanwhile', async () => {
    const { id } = await world.organization();
    await change(id, { community: '东街社区' });
    expect(codes(await change(id, { community: '西街社区' }, 'manager', 1))).toEqual([
      'organization.changedMeanwhile',
    ]);
    expect((await stored(id)).community).toBe('东街社区');
  });

  it('is refused to everyone but the manager of its center', async () => {
    const { id, lead } = await world.organization();
    for (const who of ['director', 'supervisor', 'party', lead])
      expect(codes(await change(id, { community: '东街社区' }, who)), who).toEqual(['notYours']);
    for (const who of ['reviewer1', 'payer', 'auditor'])
      expect(codes(await change(id, { community: '东街社区' }, who)), who).toEqual(['unseen']);
    expect((await stored(id)).community).toBe('文昌社区');
  });

  it('is refused to a manager who holds an office in the organization', async () => {
    const { id } = await world.organization();
    await world.person('manager2', 'finance', 'organization', id);
    expect(codes(await change(id, { community: '东街社区' }, 'manager2'))).toEqual(['notYours']);
  });

  it('refuses a code of another kind, a code and a name that are taken', async () => {
    const code = '51411025MJF0000000';
    const one = await world.organization({ name: '甲社会服务中心', type: 'service_org', uscc: code });
    const two = await world.organization({ name: '乙社会服务中心', type: 'association' });
    expect(codes(await change(two.id, { uscc: '52411025MJF0000008' }))).toEqual([
      'uscc organization.codeMisfit',
    ]);
    expect(codes(await change(two.id, { uscc: code }))).toEqual(['uscc organization.taken']);
    expect(codes(await change(two.id, { organizationName: '甲社会服务中心' }))).toEqual([
      'organizationName organization.taken',
    ]);
    expect(codes(await change(two.id, { recordNo: '备1' }))).toEqual(['recordNo organization.recordMisfit']);
    expect((await stored(one.id)).uscc).toBe(code);
  });
});

describe('one organization', () => {
  it('shows its life with what each reader may follow', async () => {
    const { id, organizationId, lead } = await world.draft();
    const seen = async (who: string) =>
      (await viewOrganization(world.house, await world.as(who), organizationId))?.life.map((l) => l.id);
    expect(await seen('manager')).toEqual([id]);
    expect(await seen(lead)).toEqual([id]);
    expect(await seen('community')).toEqual([]);
    for (const who of ['reviewer1', 'mentor', 'payer', 'admin', 'auditor'])
      expect(await seen(who), who).toBeUndefined();
  });

  it('is nothing to the lead of another', async () => {
    const mine = await world.organization();
    const other = await world.organization();
    expect(await viewOrganization(world.house, await world.as(mine.lead), other.id)).toBeUndefined();
    expect(await viewOrganization(world.house, await world.as('manager'), 'none')).toBeUndefined();
  });

  it('masks people for all but the manager, the director and its own lead', async () => {
    const { id, lead } = await world.organization();
    await world.store.write((trx) =>
      trx
        .updateTable('organization')
        .set({ email: 'zhang@test.example', address: '襄城县城关街道文昌社区1号楼' })
        .where('id', '=', id)
        .execute(),
    );
    const seen = async (who: string) => (await viewOrganization(world.house, await world.as(who), id))?.facts;
    for (const who of ['manager', 'director', lead])
      expect(await seen(who), who).toMatchObject({
        personName: '张三',
        phone: '13800001234',
        email: 'zhang@test.example',
      });
    for (const who of ['supervisor', 'party', 'community'])
      expect(await seen(who), who).toMatchObject({
        personName: '张*',
        phone: '138****1234',
        email: 'z***@test.example',
        address: '襄城县城关街道文昌社区***',
      });
  });

  it('shows the papers of its application, and never evidence of objectors', async () => {
    const { id, organizationId } = await world.draft();
    await world.store.write((trx) =>
      trx
        .insertInto('document')
        .values({
          id: 'secret',
          center_id: world.centerId,
          lifecycle: 'application',
          record_id: id,
          slot: 'evidence',
          name: '举报.pdf',
          mime: 'application/pdf',
          size: 1,
          sha256: 'b'.repeat(64),
          uploaded_by: null,
          uploaded_at: world.clock.now(),
          removed_at: null,
        })
        .execute(),
    );
    const view = await viewOrganization(world.house, await world.as('manager'), organizationId);
    expect(view?.papers.map((p) => p.slot)).toContain('charter');
    expect(view?.papers.map((p) => p.name)).not.toContain('举报.pdf');
  });

  it('says which deadline comes first', async () => {
    const { id, organizationId, lead } = await world.draft();
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    const view = await viewOrganization(world.house, await world.as('manager'), organizationId);
    expect(view?.nextDue).toMatchObject({ id, state: 'submitted', due: '2026-03-04T16:00:00.000Z' });
  });
});

describe('the register', () => {
  it('is as wide as the reader: center, region, own organization', async () => {
    const one = await world.organization();
    const two = await world.organization();
    const seen = async (who: string) => {
      const scope = await registerScope(world.store.read, await world.as(who));
      const page = await registerPage(world.store.read, scope, {
        q: '',
        standing: '',
        type: '',
        community: '',
        size: 25,
      });
      return page.rows.map((r) => r.id);
    };
    for (const who of ['manager', 'director', 'supervisor', 'party', 'community'])
      expect(await seen(who), who).toEqual([two.id, one.id]);
    expect(await seen(one.lead)).toEqual([one.id]);
    for (const who of ['reviewer1', 'mentor', 'auditor', 'admin']) expect(await seen(who), who).toEqual([]);
  });
});
