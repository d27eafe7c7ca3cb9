import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMonths } from '#app/domain/calendar.ts';
import type { EvaluationContext } from '#app/domain/lifecycles/evaluation/facts.ts';
import type { IncubationContext } from '#app/domain/lifecycles/incubation/facts.ts';
import { anyone } from '#app/domain/policy/actor.ts';
import { viewSpecialEvaluation } from '#app/operations/view/special-evaluation-view.server.ts';
import * as evaluations from '#tests/domain/evaluation-story.ts';
import * as incubations from '#tests/domain/incubation-story.ts';
import { sheetInput, someone } from '#tests/domain/machine-driver.ts';
import * as reports from '#tests/domain/report-story.ts';
import { openWorld, type World } from '#tests/world.ts';
import { type Page, pageFor, place, players } from './view-stage.ts';

let world: World;
let organization: { id: string; lead: string };
beforeEach(async () => {
  world = await openWorld();
  organization = await world.organization();
});
afterEach(() => world.close());

const secret = (who: string) => `只有${who}知道的评语`;

/** In scoring, with a sheet of each assessor that says whose it is; their totals differ. */
function scoringWithSheets() {
  const story = evaluations.scoring();
  for (const [i, id] of ['a1', 'a2', 'a3'].entries()) {
    const sheet = sheetInput(evaluations.rubricOf('final'), 80 + i * 3);
    const comment = Object.keys(sheet).find((name) => name.endsWith('.comment')) ?? '';
    story.send('score', { by: evaluations.assessor(id), input: { ...sheet, [comment]: secret(id) } });
  }
  return story;
}

describe('an evaluation before its scoring is closed', () => {
  test('shows each assessor their own sheet and nothing of another’s', async () => {
    const id = await place(world, 'evaluation', scoringWithSheets(), organization);
    for (const [word, name] of [
      ['a1', 'assessor1'],
      ['a2', 'assessor2'],
      ['a3', 'assessor3'],
    ] as const) {
      const page = (await pageFor(world, name, 'evaluation', id))!;
      expect(page.sections).toContain('own-sheet');
      expect(page.text).toContain(secret(word));
      for (const other of ['a1', 'a2', 'a3'].filter((w) => w !== word))
        expect(page.text).not.toContain(secret(other));
    }
  });

  test('shows the office and the organization no sheet at all', async () => {
    const id = await place(world, 'evaluation', scoringWithSheets(), organization);
    for (const name of ['manager', 'director', 'supervisor', organization.lead]) {
      const page = (await pageFor(world, name, 'evaluation', id))!;
      for (const word of ['a1', 'a2', 'a3']) expect(page.text).not.toContain(secret(word));
      for (const part of ['own-sheet', 'sheets', 'spread', 'dimensions', 'result'])
        expect(page.sections).not.toContain(part);
    }
  });

  test('does not exist for the public, nor for an assessor of another evaluation', async () => {
    const id = await place(world, 'evaluation', scoringWithSheets(), organization);
    expect(await pageFor(world, anyone, 'evaluation', id)).toBeUndefined();
    expect(await pageFor(world, 'assessor5', 'evaluation', id)).toBeUndefined();
  });
});

describe('an evaluation whose scoring is closed', () => {
  test('shows those who judge every total, and the organization nothing before the result', async () => {
    const story = scoringWithSheets().send('close_scoring', { by: evaluations.manager });
    const id = await place(world, 'evaluation', story, organization);
    for (const name of ['manager', 'director', 'supervisor', 'assessor1'])
      expect((await pageFor(world, name, 'evaluation', id))!.sections).toEqual(
        expect.arrayContaining(['sheets', 'spread', 'dimensions']),
      );
    const page = (await pageFor(world, organization.lead, 'evaluation', id))!;
    for (const part of ['sheets', 'spread', 'dimensions', 'result', 'item-scores', 'adjustments'])
      expect(page.sections).not.toContain(part);
  });

  test('shows the organization the result once it is fixed, and still no sheet', async () => {
    const id = await place(world, 'evaluation', evaluations.appealed(), organization);
    const page = (await pageFor(world, organization.lead, 'evaluation', id))!;
    expect(page.sections).toEqual(
      expect.arrayContaining(['result', 'must-haves', 'appeals', 'self-assessment']),
    );
    for (const part of ['sheets', 'spread', 'dimensions', 'adjustments'])
      expect(page.sections).not.toContain(part);
    expect(page.text).not.toContain('panelScore');
    // What it grounds an appeal on: means, item by item, and nothing that tells one sheet from another.
    const scores = page.content.sections.find((s) => s.id === 'item-scores')!;
    expect(scores).toMatchObject({ kind: 'table', fold: false });
    const context = (await world.record('evaluation', id)).context as EvaluationContext;
    const total = scores.kind === 'table' ? scores.rows.at(-1) : undefined;
    expect(total?.cells[2]).toEqual({ score: context.panelScore!.hundredths });
    for (const word of ['a1', 'a2', 'a3']) {
      expect(JSON.stringify(scores)).not.toContain(secret(word));
      expect(JSON.stringify(scores)).not.toContain(world.idOf(players[word]!));
    }
    // Those who judge have the sheets themselves.
    expect((await pageFor(world, 'director', 'evaluation', id))!.sections).not.toContain('item-scores');
  });

  test('leaves the organization its figures where the incubation ends before they are final', async () => {
    const story = evaluations.appealed().send('incubation_ended', { by: someone('system', '') });
    const id = await place(world, 'evaluation', story, organization);
    expect(await world.stateOf('evaluation', id)).toBe('cancelled');
    const page = (await pageFor(world, organization.lead, 'evaluation', id))!;
    expect(page.sections).toEqual(expect.arrayContaining(['result', 'item-scores']));
    expect(page.sections).not.toContain('sheets');
  });

  test('keeps the reason of an adjustment out of the history that the organization reads', async () => {
    const id = await place(world, 'evaluation', evaluations.moderating(), organization);
    const reason = '三位专家的评分偏低，合议调高。';
    await world.must('assessor1', 'evaluation', id, 'adjust', {
      direction: 'up',
      points: 2,
      reason,
      agreeing: [world.idOf('assessor2'), world.idOf('assessor3')],
    });
    expect((await pageFor(world, 'director', 'evaluation', id))!.text).toContain(reason);
    expect((await pageFor(world, organization.lead, 'evaluation', id))!.text).not.toContain(reason);
  });

  test('keeps what was noted at the visit among those who judge', async () => {
    const id = await place(world, 'evaluation', evaluations.scoring(), organization);
    expect((await pageFor(world, 'assessor2', 'evaluation', id))!.text).toContain(evaluations.visit.notes);
    expect((await pageFor(world, organization.lead, 'evaluation', id))!.text).not.toContain(
      evaluations.visit.notes,
    );
  });
});

describe('a progress report', () => {
  const writing = '正在写的总结，还没有交。';

  test('shows its draft to the organization alone until it is handed in', async () => {
    const id = await place(world, 'progress_report', reports.draft({ summary: writing }), organization);
    expect((await pageFor(world, organization.lead, 'progress_report', id))!.text).toContain(writing);
    for (const name of ['manager', 'director', 'supervisor', 'mentor'])
      expect((await pageFor(world, name, 'progress_report', id))!.text).not.toContain(writing);
  });

  test('shows what was handed in, its proof and the comments on it', async () => {
    const id = await place(world, 'progress_report', reports.returned(), organization);
    const page = (await pageFor(world, 'manager', 'progress_report', id))!;
    expect(page.sections).toEqual(expect.arrayContaining(['comments', 'figures', 'answers', 'versions']));
    expect(page.text).toContain('请核对服务人数。');
    expect(page.text).toContain('"code":"hash"');
  });

  test('sets the period before beside it', async () => {
    const incubation = await place(world, 'incubation', incubations.active(), organization);
    await place(world, 'progress_report', reports.submitted({ activities: 77 }), organization, incubation);
    const second = { kind: 'quarterly', key: '2026-Q2', from: '2026-04-01', to: '2026-06-30' } as const;
    const story = reports.open(second).send('edit', reports.editing({ activities: 88 }));
    const id = await place(world, 'progress_report', story, organization, incubation);
    const page = (await pageFor(world, organization.lead, 'progress_report', id))!;
    const figures = page.content.sections.find((s) => s.id === 'figures');
    const row = figures?.kind === 'table' ? figures.rows.find((r) => r.id === 'activities') : undefined;
    expect(row?.cells.slice(1, 3)).toEqual([{ number: 88 }, { number: 77 }]);
  });
});

describe('an incubation', () => {
  test('lists to each reader only the records that they may open', async () => {
    const id = await place(world, 'incubation', incubations.active(), organization);
    const report = await place(world, 'progress_report', reports.submitted(), organization, id);
    const evaluation = await place(world, 'evaluation', evaluations.onNotice(), organization, id);
    const lead = (await pageFor(world, organization.lead, 'incubation', id))!;
    expect(lead.text).toContain(report);
    expect(lead.text).toContain(evaluation);
    const mentor = (await pageFor(world, 'mentor', 'incubation', id))!;
    expect(mentor.text).toContain(report);
    expect(mentor.text).not.toContain(evaluation);
    const party = (await pageFor(world, 'party', 'incubation', id))!;
    expect(party.text).not.toContain(report);
    expect(party.text).not.toContain(evaluation);
  });

  test('shows an order that is only proposed to the office, and one that is signed to everyone', async () => {
    const story = incubations.active().send('order_rectification', {
      by: incubations.manager,
      input: incubations.order,
    });
    const proposed = await place(world, 'incubation', story, organization);
    expect((await pageFor(world, 'director', 'incubation', proposed))!.sections).toContain('proposal');
    expect((await pageFor(world, organization.lead, 'incubation', proposed))!.text).not.toContain(
      '工位空置 35 天',
    );
    const other = await world.organization();
    const signed = await place(world, 'incubation', incubations.ordered(), other);
    expect((await pageFor(world, other.lead, 'incubation', signed))!.text).toContain('工位空置 35 天');
  });

  test('offers a special evaluation to director and supervisor, one at a time', async () => {
    const id = await place(world, 'incubation', incubations.active(), organization);
    const offered = async (name: string) =>
      (await pageFor(world, name, 'incubation', id))!.text.includes('special-evaluation');
    expect(await offered('director')).toBe(true);
    expect(await offered('supervisor')).toBe(true);
    expect(await offered('manager')).toBe(false);
    expect(await offered(organization.lead)).toBe(false);
    await place(world, 'evaluation', evaluations.planned({ kind: 'special' }), organization, id);
    expect(await offered('director')).toBe(false);
  });

  test('opens the door of a special evaluation to those two, and says why it is closed', async () => {
    const id = await place(world, 'incubation', incubations.active(), organization);
    const door = async (name: string) => viewSpecialEvaluation(world.house, await world.as(name), id);
    const codes = async (name: string) => {
      const view = await door(name);
      return view.ok ? view.value.reasons.map((r) => r.code) : view.refusals.map((r) => r.code);
    };
    expect(await codes('director')).toEqual([]);
    expect(await codes('manager')).toEqual(['notYours']);
    expect(await codes('assessor1')).toEqual(['unseen']);
    await place(world, 'evaluation', evaluations.planned({ kind: 'special' }), organization, id);
    expect(await codes('supervisor')).toEqual(['evaluation.specialOpen']);
  });
});

describe('an incubation that is decided on', () => {
  const linesOf = (page: Page, id: string) => {
    const section = page.content.sections.find((s) => s.id === id);
    return section?.kind === 'facts'
      ? new Map(section.lines.map((l) => ['key' in l.label ? l.label.key : '', l.value]))
      : undefined;
  };

  test('to be extended says from which day to which, why, and what was granted before', async () => {
    const id = await place(world, 'incubation', incubations.active(), organization);
    const { input } = incubations.asking;
    await world.must(organization.lead, 'incubation', id, 'request_extension', input);
    const { term } = (await world.record('incubation', id)).context as IncubationContext;
    const lines = linesOf((await pageFor(world, 'director', 'incubation', id))!, 'extension')!;
    expect(lines.get('content.extension.now')).toEqual({ from: term!.startsOn, to: term!.endsOn });
    expect(lines.get('content.extension.asked')).toEqual({
      key: 'content.extension.change',
      params: { from: term!.endsOn, to: addMonths(term!.endsOn, 6) },
    });
    expect(lines.get('content.extension.reason')).toEqual({ text: input?.reason });
    expect(lines.get('content.extension.before')).toEqual({ key: 'content.extension.never' });
  });

  test('to leave says when it may apply again, and once it has left shows the signed hand-over', async () => {
    const id = await place(world, 'incubation', incubations.active(), organization);
    await world.must(organization.lead, 'incubation', id, 'request_exit', incubations.leaving.input);
    const leaving = linesOf((await pageFor(world, organization.lead, 'incubation', id))!, 'exit')!;
    expect(leaving.get('content.exit.mayApplyFrom')).toMatchObject({ params: { months: 6 } });
    expect(leaving.has('incubation.field.handoverDocument')).toBe(false);
    await world.must('manager', 'incubation', id, 'complete_handover', incubations.handover.input);
    const left = linesOf((await pageFor(world, organization.lead, 'incubation', id))!, 'exit')!;
    const { barred_until } = await world.store.read
      .selectFrom('organization')
      .select('barred_until')
      .where('id', '=', organization.id)
      .executeTakeFirstOrThrow();
    expect(left.get('content.exit.mayApplyFrom')).toEqual({ date: barred_until });
    expect(left.get('incubation.field.handoverDocument')).toMatchObject({
      documents: [{ name: 'handover.pdf' }],
    });
  });
});
