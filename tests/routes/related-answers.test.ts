import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '#app/domain/forms/field.ts';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { anyone } from '#app/domain/policy/actor.ts';
import { translator } from '#app/i18n/translate.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import { activation, milestone } from '../domain/incubation-story.ts';
import { report } from '../domain/report-story.ts';
import { activate, admitted, untilDay } from '../operations/life-world.ts';
import { type Watch, watchTables } from '../security/digest.ts';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let served: Served;
let watch: Watch;
let director: string;
const t = translator('zh-CN');

beforeEach(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  director = await served.cookieOf('director');
  watch = await watchTables(world);
});
afterEach(async () => {
  await watch.close();
  await served.close();
  await world.close();
});

let serial = 0;

/** Has a director prepare a call; answers the status and what the page says. */
async function prepareCall(change: Readonly<Record<string, string>>) {
  serial += 1;
  const answer = await served.post(director, '/admin/calls', {
    key: `call-${serial}-of-these`,
    title: '2026年第二批招募',
    summary: '面向备案社区社会组织。',
    programId: world.programId,
    opensOn: '2026-03-10',
    closesOn: '2026-04-10',
    quota: '5',
    ...change,
  });
  return { status: answer.status, text: await answer.text() };
}

/** What the engine answers; where it refuses, nothing may have changed. */
async function answered(
  who: Parameters<World['send']>[0],
  ...asked: Parameters<World['send']> extends [unknown, ...infer Rest] ? Rest : never
) {
  await watch.changed();
  const result = await world.send(who, ...asked);
  if (result.ok) return ['done'];
  expect(await watch.changed()).toEqual([]);
  return result.refusals.map(({ code }) => code);
}

describe('[ASVS 2.2.3] answers that do not fit each other', () => {
  it('a call that closes before it opens, or of another center’s program', async () => {
    await watch.changed();
    const early = await prepareCall({ closesOn: '2026-03-09' });
    expect(early.status).toBe(422);
    expect(early.text).toContain(t('refusal.call.endsBeforeItBegins'));
    expect((await prepareCall({ programId: world.callId })).status).toBe(422);
    expect(await watch.changed()).toEqual([]);
    expect((await prepareCall({ closesOn: '2026-03-10' })).status).toBe(303);
  });

  it('a code of another kind than the organization says it is', async () => {
    const code = '52411025MJGDEM0154';
    const wrong = await world.draft({ type: 'association', uscc: code, name: '襄城县暖阳社会工作协会' });
    expect(
      await answered(wrong.lead, 'application', wrong.id, 'submit', { consent: true, truth: true }),
    ).toEqual(['application.codeDoesNotFit']);
    await world.store.write((trx) =>
      trx.updateTable('organization').set({ uscc: null }).where('id', '=', wrong.organizationId).execute(),
    );
    const right = await world.draft({ type: 'service_org', uscc: code, name: '襄城县暖阳社会工作服务中心' });
    expect(
      await answered(right.lead, 'application', right.id, 'submit', { consent: true, truth: true }),
    ).toEqual(['done']);
  });

  it('a milestone after the end of the term', async () => {
    const { incubation } = await admitted(world);
    const plan = (change: Values) =>
      answered(
        'manager',
        'incubation',
        incubation,
        'activate',
        activation({ mentor: world.idOf('mentor'), ...change }),
      );
    expect(await plan({ termMonths: 6, milestones: [milestone(7)] })).toEqual([
      'incubation.milestoneBeyondTerm',
    ]);
    expect(await plan({ termMonths: 6, milestones: [milestone(6)] })).toEqual(['done']);
  });

  it('a report whose expenses are not those of the ledger, or whose heads are fewer than were counted', async () => {
    const life = await admitted(world);
    await activate(world, life);
    await untilDay(world, '2026-07-02');
    const open = (await reportsOfIncubation(world.store.read, life.incubation)).find(
      (r) => r.state === 'open',
    );
    const id = open?.id ?? '';
    const handIn = async (change: Values) => {
      await world.must(life.lead, 'progress_report', id, 'edit', report(change));
      return answered(life.lead, 'progress_report', id, 'submit', { truth: true });
    };
    expect(await handIn({ ledgerExpenses: 123_400 })).toContain('progress_report.ledgerDiffers');
    expect(await handIn({ cumulativePersons: 59 })).toContain('progress_report.cumulativeFalls.persons');
    expect(await handIn({ attended: 51 })).toContain('progress_report.attendanceUnexplained');
  });

  it('an objection to another decision than the one that is settled', async () => {
    const life = await admitted(world);
    const other = await admitted(world);
    const number = await objectedTo(life.application);
    await objectedTo(other.application);
    expect(
      await answered('director', 'application', other.application, 'dismiss_objection', {
        objection: number,
        finding: '经核实不影响。',
      }),
    ).toEqual(['objection.notOpen']);
    expect(
      await answered('director', 'application', life.application, 'dismiss_objection', {
        objection: number,
        finding: '经核实不影响。',
      }),
    ).toEqual(['done']);
  });
});

/** Puts an application under notice again and objects to it; answers the number of the objection. */
async function objectedTo(id: string): Promise<string> {
  await world.store.write((trx) =>
    trx.updateTable('application').set({ state: 'public_notice' }).where('id', '=', id).execute(),
  );
  await world.must(anyone, 'application', id, 'object', {
    concerns: 'organization',
    statement: '该组织负责人同时在另一家机构任职。',
    objectorName: '王某',
    objectorContact: '13800000000',
  });
  const { context } = await world.record('application', id);
  return (context as ApplicationContext).objections[0]?.number ?? '';
}
