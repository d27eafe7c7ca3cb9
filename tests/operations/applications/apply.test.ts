import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegistrationType } from '#app/domain/forms/application-form.ts';
import { openCall } from '#app/operations/applications/open-call.server.ts';
import { askToApply, startApplication } from '#app/operations/applications/start-application.server.ts';
import { startByLink } from '#app/operations/applications/start-by-link.server.ts';
import { resolveViewer } from '#app/operations/people/resolve-viewer.server.ts';
import { openWorld, type World } from '../../world.ts';
import { here, letterTo } from '../people/accounts.ts';

const asked = { organizationName: '襄城县暖心志愿服务队', registrationType: 'recorded' as RegistrationType };
const newcomer = { name: '王芳', password: 'a quite good password', locale: 'zh-CN' };
const from = { ...here, requestId: 'request' };
let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? 'done' : (result.refusals ?? []).map((each) => each.code).join(' ');

const ask = (email: string, callId = world.callId) =>
  askToApply(world.house, { ...asked, callId, email, locale: 'zh-CN', address: here.address });

const setCall = (change: { published_at?: string | null; opens_at?: string; closes_at?: string | null }) =>
  world.store.write((trx) => trx.updateTable('call').set(change).where('id', '=', world.callId).execute());

describe('applying without an account', () => {
  it('makes account, organization, lead, draft and session at once when the link is followed', async () => {
    expect(codes(await ask('new@test.example'))).toBe('done');
    expect(
      await world.store.read
        .selectFrom('person')
        .select('id')
        .where('email', '=', 'new@test.example')
        .execute(),
    ).toEqual([]);
    const { token } = await letterTo(world, 'new@test.example');
    const started = await startByLink(world.house, token, newcomer, from);
    if (!started.ok) throw new Error(codes(started));
    const record = await world.record('application', started.value.applicationId);
    expect(record.row).toMatchObject({
      state: 'draft',
      organization_name: asked.organizationName,
      kind: 'recorded',
    });
    const viewer = await resolveViewer(world.store, started.value.token, world.clock.now());
    expect(viewer.actor.memberships).toEqual([
      { role: 'lead', scope: 'organization', scopeId: record.row.organization_id },
    ]);
    const organization = await world.store.read
      .selectFrom('organization')
      .select(['standing', 'listed', 'email', 'division_code'])
      .where('id', '=', record.row.organization_id)
      .executeTakeFirst();
    expect(organization).toEqual({
      standing: 'applicant',
      listed: 0,
      email: 'new@test.example',
      division_code: '411025001',
    });
  });

  it('happens once for each link', async () => {
    await ask('new@test.example');
    const { token } = await letterTo(world, 'new@test.example');
    const both = await Promise.all([1, 2].map(() => startByLink(world.house, token, newcomer, from)));
    expect(both.map(codes).sort()).toEqual(['done', 'people.linkOver']);
    expect(await world.store.read.selectFrom('application').select('id').execute()).toHaveLength(1);
  });

  it('answers the same for an address that has an account, whose letter says to sign in', async () => {
    expect(codes(await ask('manager@test.example'))).toBe('done');
    const { letter, token } = await letterTo(world, 'manager@test.example');
    expect(token).toBe('');
    expect(letter?.link).toBe(`/sign-in?redirectTo=${encodeURIComponent(`/calls/${world.callId}/apply`)}`);
  });

  it('leaves nothing behind when the call has closed meanwhile', async () => {
    await ask('new@test.example');
    const { token } = await letterTo(world, 'new@test.example');
    await setCall({ closes_at: world.clock.now() });
    expect(codes(await startByLink(world.house, token, newcomer, from))).toBe('application.callClosed');
    expect(
      await world.store.read
        .selectFrom('person')
        .select('id')
        .where('email', '=', 'new@test.example')
        .execute(),
    ).toEqual([]);
    expect(await world.store.read.selectFrom('session').selectAll().execute()).toEqual([]);
  });

  it('is refused for calls that are not open, and unseen for those that are not published', async () => {
    await setCall({ opens_at: '2099-01-01T00:00:00.000Z' });
    expect(codes(await ask('new@test.example'))).toBe('application.callNotOpen');
    await setCall({ published_at: null });
    expect(codes(await ask('new@test.example'))).toBe('unseen');
    expect(codes(await ask('new@test.example', 'nothing'))).toBe('unseen');
  });
});

describe('applying with an account', () => {
  const begin = async (
    who: string,
    applying: Parameters<typeof startApplication>[1]['applying'],
    key?: string,
  ) =>
    startApplication(world.house, {
      callId: world.callId,
      applying,
      actor: await world.as(who),
      requestId: 'request',
      address: here.address,
      ...(key ? { idempotency: { key, bodyHash: 'hash' } } : {}),
    });

  it('begins a draft for the own organization, and the second time says that there is one', async () => {
    const { id, lead } = await world.organization();
    expect(codes(await begin(lead, { organizationId: id }))).toBe('done');
    expect(codes(await begin(lead, { organizationId: id }))).toBe('application.anotherBegun');
    const door = await openCall(world.house, await world.as(lead), world.callId);
    expect(door?.organizations[0]?.live).toMatchObject({ lifecycle: 'application' });
  });

  it('sent twice begins one draft and answers the same', async () => {
    const { id, lead } = await world.organization();
    const first = await begin(lead, { organizationId: id }, 'the-same-key');
    const second = await begin(lead, { organizationId: id }, 'the-same-key');
    expect(first.ok && second.ok && second.value.id === first.value.id).toBe(true);
  });

  it('is refused for another’s organization, for staff, and while barred', async () => {
    const mine = await world.organization();
    const other = await world.organization();
    await world.person('helper', 'staff', 'organization', mine.id);
    expect(codes(await begin(mine.lead, { organizationId: other.id }))).toBe('unseen');
    expect(codes(await begin('helper', { organizationId: mine.id }))).toBe('unseen');
    await world.store.write((trx) =>
      trx.updateTable('organization').set({ barred_until: '2028-01-01' }).where('id', '=', mine.id).execute(),
    );
    expect(codes(await begin(mine.lead, { organizationId: mine.id }))).toBe('application.barred');
  });

  it('makes a new organization for somebody who leads none', async () => {
    const begun = await begin('community', { applicant: asked, email: 'community@test.example' });
    if (!begun.ok) throw new Error(codes(begun));
    expect((await world.record('application', begun.value.id)).row.organization_name).toBe(
      asked.organizationName,
    );
    const again = await begin('community', { applicant: asked, email: 'community@test.example' });
    expect(codes(again)).toBe('application.youLeadIt');
  });
});
