import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginApplication } from '#app/domain/lifecycles/application/begin.ts';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { startApplication } from '#app/operations/applications/start-application.server.ts';
import { here } from '../operations/people/accounts.ts';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';

const together = 16;
let world: World;
let served: Served;
let director: string;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  director = await served.cookieOf('director');
});
beforeEach(async () => {
  await world.store.write(async (trx) => {
    await trx.updateTable('call').set({ quota: null }).execute();
    await trx.updateTable('seat').set({ status: 'free', organization_id: null }).execute();
  });
});
afterAll(async () => {
  await served.close();
  await world.close();
});

/** Applications of a rolling call that passed their review and wait for the decision. */
async function reviewed(count: number): Promise<readonly string[]> {
  const context: ApplicationContext = {
    ...beginApplication({
      at: world.clock.now(),
      settings: settingsWith(),
      track: 'recorded',
      callId: world.callId,
      closesAt: null,
    }),
    score: { hundredths: 9_000 } as ApplicationContext['score'],
  };
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { id } = await world.organization();
    ids.push(await world.recordIn('application', 'decision_pending', context, id, world.callId));
  }
  return ids;
}

/** Admits all of them at the same moment; answers the statuses. */
async function admitTogether(ids: readonly string[], residency: 'onsite' | 'virtual') {
  const answers = await Promise.all(
    ids.map(async (id) => {
      const { row } = await world.record('application', id);
      const form = { residency, note: '', version: String(row.version), key: `place-of-${id}` };
      return served.post(director, `/applications/${id}/decision`, form);
    }),
  );
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  return answers.map(({ status }) => status);
}

const statesOf = async (ids: readonly string[]) =>
  Promise.all(ids.map((id) => world.stateOf('application', id)));
const seats = () => world.store.read.selectFrom('seat').selectAll().orderBy('code').execute();

/** Leaves so many seats free. */
async function leaveFree(count: number): Promise<void> {
  const taken = (await seats()).slice(count).map(({ id }) => id);
  await world.store.write((trx) =>
    trx.updateTable('seat').set({ status: 'unusable' }).where('id', 'in', taken).execute(),
  );
}

/** One of them was let in, and the others were told why not. */
async function expectOne(ids: readonly string[], statuses: readonly number[]): Promise<string> {
  expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409 || status === 422)).toHaveLength(ids.length - 1);
  const states = await statesOf(ids);
  expect(states.filter((state) => state === 'public_notice')).toHaveLength(1);
  return ids[states.indexOf('public_notice')] ?? '';
}

describe('[ASVS 2.3.4] what there is one of', () => {
  it('the last place of a call goes to one of sixteen who are admitted at once', async () => {
    const ids = await reviewed(together);
    const admitted = await world.store.read
      .selectFrom('application')
      .select('id')
      .where('state', '=', 'public_notice')
      .execute();
    await world.store.write((trx) =>
      trx
        .updateTable('call')
        .set({ quota: admitted.length + 1 })
        .execute(),
    );
    await expectOne(ids, await admitTogether(ids, 'virtual'));
  });

  it('the last seat goes to one of sixteen, is theirs from then on, and free again when they withdraw', async () => {
    await leaveFree(1);
    const ids = await reviewed(together);
    const winner = await expectOne(ids, await admitTogether(ids, 'onsite'));
    const { row } = await world.record('application', winner);
    const held = (await seats()).filter(({ organization_id }) => organization_id !== null);
    expect(held).toMatchObject([{ status: 'reserved', organization_id: row.organization_id }]);
    // the others may still come without a seat, or after the first stepped back
    const [second = '', third = ''] = ids.filter((id) => id !== winner);
    expect(await admitTogether([second], 'virtual')).toEqual([303]);
    expect(await admitTogether([third], 'onsite')).toEqual([409]);
    const lead = `lead of ${winner}`;
    await world.person(lead, 'lead', 'organization', row.organization_id);
    await world.must(lead, 'application', winner, 'withdraw', { reason: '组织决定暂缓。' });
    expect(await admitTogether([third], 'onsite')).toEqual([303]);
    // and when the notice is over it is still one seat
    await world.pass({ days: 15 });
    expect(await world.stateOf('application', third)).toBe('agreement_pending');
    expect((await seats()).filter(({ organization_id }) => organization_id !== null)).toHaveLength(1);
  });

  it('an organization has one application, of sixteen that are begun at once', async () => {
    const { id: organizationId, lead } = await world.organization();
    const actor = await world.as(lead);
    const begun = await Promise.all(
      Array.from({ length: together }, (_, i) =>
        startApplication(world.house, {
          callId: world.callId,
          applying: { organizationId },
          actor,
          requestId: 'request',
          address: here.address,
          idempotency: { key: `begun-${i}-of-sixteen`, bodyHash: String(i) },
        }),
      ),
    );
    expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      begun.filter((each) => !each.ok && each.refusals[0]?.code === 'application.anotherBegun'),
    ).toHaveLength(together - 1);
  });
});
