import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { abilitiesDocument } from '#app/documents/abilities-document.ts';
import { lifecycleDocument } from '#app/documents/lifecycle-document.ts';
import { translator } from '#app/i18n/translate.ts';

/** Compares a page of the documentation with what is drawn now; with UPDATE_DOCS set, draws it. */
function isDrawn(name: string, drawn: string): void {
  const file = new URL(`../../docs/${name}`, import.meta.url);
  if (process.env.UPDATE_DOCS) writeFileSync(file, drawn);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(drawn);
}

test('docs/lifecycles.md says what the machines say', () => {
  isDrawn('lifecycles.md', lifecycleDocument(translator('zh-CN'), translator('en')));
});

test('docs/abilities.md says what the policy says', () => {
  isDrawn('abilities.md', abilitiesDocument());
});
