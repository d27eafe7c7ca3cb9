import { expect } from 'vitest';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { paths } from '#app/paths.ts';
import type { Visitor } from './stage.ts';

export type Answers = Readonly<Record<string, string | boolean | readonly string[]>>;

/** A PDF that is one. */
export const paper = {
  name: '材料.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

/** Fills the form of the page as a person would: text typed, options chosen, boxes ticked, a paper given for files. */
export async function fill({ page }: Visitor, answers: Answers): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const inputs = page.locator(`main [name="${name}"]`);
    if ((await inputs.count()) === 0) throw new Error(`The form asks for no ${name}`);
    const first = inputs.first();
    const kind = await first.evaluate((e) => `${e.tagName} ${(e as HTMLInputElement).type}`);
    const chosen = Array.isArray(answer) ? answer.map(String) : [String(answer)];
    if (kind === 'INPUT checkbox' && (answer === true || answer === 'yes')) await first.check();
    else if (kind === 'INPUT checkbox')
      for (const value of chosen) await page.check(`main [name="${name}"][value="${value}"]`);
    else if (kind === 'INPUT radio') {
      const value = answer === true ? 'yes' : answer === false ? 'no' : chosen[0];
      await page.check(`main [name="${name}"][value="${value}"]`);
    } else if (kind === 'INPUT file') await first.setInputFiles(paper);
    else if (kind.startsWith('SELECT')) await first.selectOption(chosen);
    else await first.fill(chosen[0] ?? '');
  }
}

/** Sends the page's form and waits for the page after it. */
export async function submit({ page }: Visitor): Promise<void> {
  await Promise.all([
    page.waitForLoadState('load'),
    page.locator('main form .submit-row button:not([formaction])').first().click(),
  ]);
}

/** Opens the door of an event from its record's page, fills its form, sends it, and expects to be back at the record. */
export async function act(
  visitor: Visitor,
  lifecycle: LifecycleName,
  id: string,
  event: string,
  answers: Answers = {},
): Promise<void> {
  const record = paths.record(lifecycle, id);
  const door = paths.event(lifecycle, id, lifecycleNamed(lifecycle).events[event]!.noun);
  await visitor.go(record);
  await visitor.look();
  await visitor.page.locator(`main a[href="${door}"]`).first().click();
  await visitor.page.waitForURL(`**${door}`);
  await visitor.look();
  await fill(visitor, answers);
  await visitor.page.locator('main form .submit-row button:not([formaction])').first().click();
  await visitor.page
    .waitForURL((url) => url.pathname === record, { timeout: 15_000 })
    .catch(async () => {
      expect(
        await visitor.page.locator('main').textContent(),
        `${event} should lead back to the record`,
      ).toBe('');
    });
}
