import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProgressReportContext } from '#app/domain/lifecycles/progress-report/facts.ts';
import { standingReports, sumsBefore } from '#app/domain/lifecycles/progress-report/siblings.ts';
import { requestAmendment } from '#app/operations/request-amendment.server.ts';
import { contentFor } from '#app/operations/view/content.server.ts';
import { openRecord } from '#app/operations/view/record-view.server.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { leadOf } from './model/family.ts';
import { checkRecord } from './model/invariants.ts';
import {
  acceptedReport,
  amendedFigures,
  askedToAmend,
  incubationOfReport,
  laidOut,
  reportContext,
} from './model/progress-report-stage.ts';

let world: World;
let first: string;
let incubation: string;
let lead: string;
beforeEach(async () => {
  world = await openWorld();
  first = await laidOut(world, '2026-Q1');
  incubation = await incubationOfReport(world, first);
  lead = await leadOf(world, 'progress_report', first);
});
afterEach(() => world.close());

const all = () => reportsOfIncubation(world.store.read, incubation);
const ask = async (who: string, report: string, input = { fields: ['activities'], reason: '漏记一场。' }) => {
  const asked = await requestAmendment(world.house, {
    reportId: report,
    input,
    actor: await world.as(who),
    requestId: 'test',
  });
  return asked.ok ? [] : asked.refusals.map((r) => r.code);
};

async function amended(id: string): Promise<void> {
  await world.must('manager', 'progress_report', id, 'allow_amendment');
  await world.must(lead, 'progress_report', id, 'edit', await amendedFigures(world, id));
  await world.must(lead, 'progress_report', id, 'submit', { truth: true });
  await world.must('manager', 'progress_report', id, 'accept');
}

const sectionsFor = async (who: string, id: string) => {
  const actor = await world.as(who);
  const opened = await openRecord(world.house, actor, 'progress_report', id);
  return opened === undefined ? [] : (await contentFor(world.house, actor, opened)).sections;
};

test('only the lead asks, of a report that is accepted, once at a time, and says what and why', async () => {
  expect(await ask(lead, first)).toEqual(['progress_report.notAccepted']);
  await acceptedReport(world, incubation, '2026-Q1');
  expect(await ask('manager', first)).toEqual(['notYours']);
  expect(await ask('reviewer1', first)).toEqual(['unseen']);
  expect(await ask(lead, first, { fields: [], reason: '漏记一场。' })).toEqual([
    'progress_report.amendmentUnnamed',
  ]);
  const id = await askedToAmend(world, first);
  expect(await ask(lead, first)).toEqual(['progress_report.amendmentOpen']);
  expect(await ask(lead, id)).toEqual(['progress_report.amendTheFirst']);
  await checkRecord(world, 'progress_report', id);
});

test('its figures replace the first ones in the sums; both are kept, shown side by side and linked', async () => {
  for (const key of ['2026-Q1', '2026-Q2']) await acceptedReport(world, incubation, key);
  const before = (await reportContext(world, first)).draft;
  const id = await askedToAmend(world, first);
  await amended(id);
  const { context } = (await all()).find((r) => r.context.period.key === '2026-Q3')!;
  expect(sumsBefore(context.period, await all())?.activities).toBe(Number(before.activities) * 2 + 1);
  expect((await reportContext(world, first)).draft).toEqual(before);
  const shown = await sectionsFor('mentor', first);
  expect(shown.map((s) => s.id)).toEqual(expect.arrayContaining(['amendments', 'amended']));
  expect(JSON.stringify(shown.find((s) => s.id === 'amendments'))).toContain(`/reports/${id}`);
  const table = shown.find((s) => s.id === 'amended');
  expect(table?.kind === 'table' ? table.rows.map((r) => r.id) : []).toEqual([
    'activities',
    'expenses',
    'ledgerExpenses',
  ]);
  expect(JSON.stringify(await sectionsFor('mentor', id))).toContain(`/reports/${first}`);
});

test('the accepted year follows an amended quarter as an amendment of its own', async () => {
  for (const key of ['2026-Q1', '2026-Q2', '2026']) await acceptedReport(world, incubation, key);
  await amended(await askedToAmend(world, first));
  const year = (await all()).filter((r) => r.context.period.kind === 'yearly');
  expect(year.map((r) => [r.state, r.context.amendment !== undefined])).toEqual([
    ['accepted', false],
    ['accepted', true],
  ]);
  const standing = standingReports(await all());
  const sum = (name: string) =>
    standing
      .filter((r) => r.context.period.kind === 'quarterly')
      .reduce((n, r) => n + Number(r.context.draft[name] ?? 0), 0);
  const counted = standing.find((r) => r.context.period.kind === 'yearly')!.context;
  for (const name of ['activities', 'expenses']) expect(counted.draft[name]).toBe(sum(name));
  expect(counted.draft.ledgerExpenses).toBe(counted.draft.expenses);
  await checkRecord(world, 'progress_report', year[1]!.id);
});

test('heads may not overtake what the next accepted report counted on', async () => {
  for (const key of ['2026-Q1', '2026-Q2']) await acceptedReport(world, incubation, key);
  const id = await askedToAmend(world, first);
  await world.must('manager', 'progress_report', id, 'allow_amendment');
  const next = (await all()).find((r) => r.context.period.key === '2026-Q2')!.context.draft;
  await world.must(lead, 'progress_report', id, 'edit', {
    ...(await amendedFigures(world, id)),
    cumulativePersons: Number(next.cumulativePersons) + 1,
  });
  const refused = await world.send(lead, 'progress_report', id, 'submit', { truth: true });
  expect(refused.ok ? [] : refused.refusals.map((r) => r.code)).toEqual([
    'progress_report.cumulativeOvertakes.persons',
  ]);
});

test('an amendment that is asked for in a pause has its time once the pause is over', async () => {
  await acceptedReport(world, incubation, '2026-Q1');
  const until = { until: '2026-05-20', reason: '场地整修。' };
  await world.must(lead, 'incubation', incubation, 'request_pause', until);
  await world.must('director', 'incubation', incubation, 'pause', until);
  const id = await askedToAmend(world, first);
  await world.must('manager', 'progress_report', id, 'allow_amendment');
  const running = async (): Promise<boolean> =>
    ((await world.record('progress_report', id)).context as ProgressReportContext).deadlines.resubmitDays !==
    undefined;
  expect(await running()).toBe(false);
  await world.must(lead, 'incubation', incubation, 'resume');
  expect(await running()).toBe(true);
});
