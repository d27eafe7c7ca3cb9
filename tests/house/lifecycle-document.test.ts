import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lifecycleDocument } from '#app/documents/lifecycle-document.ts';
import { translator } from '#app/i18n/translate.ts';

const file = new URL('../../docs/lifecycles.md', import.meta.url);

test('docs/lifecycles.md says what the machines say', () => {
  const drawn = lifecycleDocument(translator('zh-CN'), translator('en'));
  if (process.env.UPDATE_DOCS) writeFileSync(file, drawn);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(drawn);
});
