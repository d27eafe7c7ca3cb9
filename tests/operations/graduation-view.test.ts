import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anyone } from '#app/domain/policy/actor.ts';
import * as graduations from '#tests/domain/graduation-story.ts';
import * as incubations from '#tests/domain/incubation-story.ts';
import { file } from '#tests/domain/machine-driver.ts';
import { openWorld, type World } from '#tests/world.ts';
import { pageFor, place } from './view-stage.ts';

let world: World;
let organization: { id: string; lead: string };
beforeEach(async () => {
  world = await openWorld();
  organization = await world.organization();
});
afterEach(() => world.close());

describe('a graduation', () => {
  test('says on each line of its checklist what it rests on or what would open it', async () => {
    const id = await place(world, 'graduation', graduations.candidate(), organization);
    const page = (await pageFor(world, organization.lead, 'graduation', id))!;
    const checklist = page.content.sections.find((s) => s.id === 'checklist');
    const lines = checklist?.kind === 'checklist' ? checklist.lines : [];
    expect(lines.map((l) => l.id)).toHaveLength(7);
    for (const line of lines) expect(line.ok ? line.evidence : line.note, line.id).toBeTruthy();
  });

  test('shows the papers of its hand-over once both sides have signed, those of either', async () => {
    const parent = await place(world, 'incubation', incubations.graduating(), organization);
    const id = await place(world, 'graduation', graduations.leaving(), organization, parent);
    const papersOf = async () => {
      const page = (await pageFor(world, organization.lead, 'graduation', id))!;
      const papers = page.content.sections.find((s) => s.id === 'documents');
      return papers?.kind === 'documents' ? papers.documents.map((d) => d.name) : [];
    };
    const before = await papersOf();
    const signed = (name: string) => ({ ...graduations.handedOver, handoverDocuments: [file(name)] });
    await world.must(organization.lead, 'graduation', id, 'complete_handover', signed('keys'));
    await world.must('manager', 'graduation', id, 'complete_handover', signed('seat'));
    expect(await papersOf()).toEqual([...before, file('keys').name, file('seat').name]);
  });

  test('shows an objector’s words to director and supervisor only, and the name to nobody', async () => {
    const id = await place(world, 'graduation', graduations.onNotice(), organization);
    const { input } = graduations.objection();
    const { statement, objectorName, objectorContact, ...rest } = input as Record<string, string>;
    const { advance } = await import('#app/operations/advance.server.ts');
    const raised = await advance(world.house, {
      lifecycle: 'graduation',
      id,
      event: 'object',
      actor: anyone,
      requestId: 'test',
      input: rest,
      apart: { statement: statement!, objectorName: objectorName!, objectorContact: objectorContact! },
    });
    expect(raised.ok).toBe(true);
    for (const [name, reads] of [
      ['director', true],
      ['supervisor', true],
      ['manager', false],
      [organization.lead, false],
    ] as const) {
      const page = (await pageFor(world, name, 'graduation', id))!;
      expect(page.sections, name).toContain('objections');
      expect(page.text.includes(statement!), name).toBe(reads);
      expect(page.text).not.toContain(objectorName);
      expect(page.text).not.toContain(objectorContact);
    }
  });
});
