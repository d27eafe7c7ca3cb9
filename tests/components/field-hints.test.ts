import { describe, expect, test } from 'vitest';
import { hintOf } from '#app/components/forms/field-words.ts';
import type { Field } from '#app/domain/forms/field.ts';
import { translator } from '#app/i18n/translate.ts';

const t = translator('zh-CN');

describe('the hint of a field', () => {
  test('joins what somebody wrote, full stop and all, to what the field asks for', () => {
    const field: Field = {
      kind: 'paragraph',
      name: 'answer.charter',
      max: 1000,
      hint: { text: '章程缺第三页，请补全。' },
    };
    expect(hintOf(t, field)).toBe('章程缺第三页，请补全；最多 1000 字');
  });

  test('asks for no more choices than there are options', () => {
    const optionsOf = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ value: String(i), label: { text: `甲${i}` } }));
    const hint = (options: number, bounds: { min?: number; max?: number }) =>
      hintOf(t, { kind: 'choices', name: 'team', options: optionsOf(options), ...bounds });
    expect(hint(12, { min: 2, max: 9 })).toBe('请选 2–9 项');
    expect(hint(9, { min: 2, max: 9 })).toBe('至少选 2 项');
    expect(hint(2, { min: 2, max: 9 })).toBe('至少选 2 项');
    expect(hint(2, { min: 1, max: 9 })).toBe('可多选');
    expect(hint(12, { max: 3 })).toBe('最多选 3 项');
    expect(hint(2, { max: 3 })).toBe('可多选');
  });

  test('writes years without the comma of thousands, and other figures with it', () => {
    expect(hintOf(t, { kind: 'integer', name: 'year', min: 2000, max: 2100 })).toBe('2000–2100');
    expect(hintOf(t, { kind: 'integer', name: 'anything', min: 0, max: 1440 })).toBe('0–1,440');
  });
});
