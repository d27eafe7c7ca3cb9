import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { startApplication } from '#app/operations/applications/start-application.server.ts';
import { openWorld, type World } from '../world.ts';
import { admitted } from './life-world.ts';
import { here } from './people/accounts.ts';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const agreed = { consent: true, truth: true };
const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? 'done' : (result.refusals ?? []).map((each) => each.code).join(' ');

const begin = async (organizationId: string, lead: string) =>
  codes(
    await startApplication(world.house, {
      callId: world.callId,
      applying: { organizationId },
      actor: await world.as(lead),
      requestId: 'request',
      address: here.address,
    }),
  );

/** Screened and passed: a panel is to be appointed. */
async function toPanel(settings: { supplementRounds?: number } = {}) {
  const { id, lead, organizationId } = await world.draft({ settings });
  await world.must(lead, 'application', id, 'submit', agreed);
  await world.must('manager', 'application', id, 'accept');
  return { id, lead, organizationId };
}

describe('[ASVS 2.3.2] up to the limit and no further', () => {
  it('an organization has one application under way, and may apply again when that is over', async () => {
    const { id, lead, organizationId } = await world.draft();
    expect(await begin(organizationId, lead)).toBe('application.anotherBegun');
    await world.must(lead, 'application', id, 'submit', agreed);
    expect(await begin(organizationId, lead)).toBe('application.anotherBegun');
    await world.must(lead, 'application', id, 'withdraw', { reason: '暂缓。' });
    expect(await begin(organizationId, lead)).toBe('done');
  });

  it('who is incubated does not apply', async () => {
    const { organizationId, lead } = await admitted(world);
    expect(await begin(organizationId, lead)).toBe('application.alreadyIncubated');
  });

  it('who is barred until a day applies from that day on', async () => {
    const { id, lead } = await world.organization();
    await world.store.write((trx) =>
      trx.updateTable('organization').set({ barred_until: '2026-03-12' }).where('id', '=', id).execute(),
    );
    expect(await begin(id, lead)).toBe('application.barred');
    // the last minute of the day before, by the center's clock
    world.clock.set('2026-03-11T15:59:00.000Z');
    expect(await begin(id, lead)).toBe('application.barred');
    world.clock.set('2026-03-11T16:00:00.000Z');
    expect(await begin(id, lead)).toBe('done');
  });

  it.each([0, 1, 2])('of %d rounds of supplements none more is asked for', async (supplementRounds) => {
    const { id, lead } = await toPanel({ supplementRounds });
    for (let round = 0; round < supplementRounds; round += 1) {
      await world.must('manager', 'application', id, 'request_supplement', { 'reason.charter': '缺修订页' });
      await world.must(lead, 'application', id, 'resubmit', { 'answer.charter': '已补' });
    }
    const more = await world.send('manager', 'application', id, 'request_supplement', {
      'reason.charter': '还缺一页',
    });
    expect(codes(more)).toBe('application.supplementRoundsUsed');
  });

  it('a panel has three members or more, and an odd number of them, before it meets', async () => {
    const { id } = await toPanel();
    await world.must('party', 'application', id, 'record_party_opinion', {
      supports: true,
      opinion: '同意。',
    });
    await world.must('manager', 'application', id, 'pass', {
      'check.eligible': true,
      'check.documentsReadable': true,
    });
    const meet = async () =>
      codes(
        await world.send('manager', 'application', id, 'convene', {
          meetingOn: '2026-03-20',
          place: '会议室',
        }),
      );
    const seat = async (...names: string[]) => {
      await world.must('manager', 'application', id, 'appoint_panel', { members: names.map(world.idOf) });
      const { context } = await world.record('application', id);
      for (const { personId, stage } of (context as ApplicationContext).panel) {
        const name = names.find((each) => world.idOf(each) === personId);
        if (name && stage === 'named')
          await world.must(name, 'application', id, 'declare', { declaration: 'none', confidential: true });
      }
    };
    await seat('reviewer1', 'reviewer2');
    expect(await meet()).toContain('application.panelNotOdd');
    await seat('reviewer1', 'reviewer2', 'reviewer3', 'reviewer4');
    expect(await meet()).toContain('application.panelNotOdd');
    await seat('reviewer1', 'reviewer2', 'reviewer3', 'reviewer4', 'reviewer5');
    expect(await meet()).toBe('done');
  });
});
