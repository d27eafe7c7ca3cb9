import { describe, expect, test } from 'vitest';
import { hintOf } from '#app/components/forms/field-words.ts';
import { acceptedKinds, LARGEST_FILE, megabytes } from '#app/domain/files.ts';
import type { Field } from '#app/domain/forms/field.ts';
import { translator, translators } from '#app/i18n/translate.ts';

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

  test('says which files are taken, and how large, as the check and other sentences have it', () => {
    const field: Field = { kind: 'files', name: 'evidence', max: 5 };
    expect(hintOf(t, field)).toBe(
      '最多 5 个文件；支持 PDF / JPG / PNG / DOCX / XLSX，每个不超过 20 MB，一次共不超过 25 MB',
    );
    for (const say of translators()) {
      const kinds = [hintOf(say, field), say('refusal.file.kind'), say('error.415.text')];
      for (const kind of acceptedKinds)
        for (const sentence of kinds) expect(sentence).toContain(kind.toUpperCase());
      expect(say('error.413.text')).toContain(`${megabytes(LARGEST_FILE)} MB`);
    }
  });

  test('is one English sentence: capitals at its beginning and in names alone', () => {
    const say = translator('en');
    expect(hintOf(say, { kind: 'files', name: 'evidence', max: 5 })).toBe(
      'Up to 5 files; PDF / JPG / PNG / DOCX / XLSX; at most 20 MB each and 25 MB at once',
    );
    expect(hintOf(say, { kind: 'date', name: 'on', notAfter: '2026-12-31' })).toBe(
      'Year-month-day, for example 2026-03-05; not after 2026-12-31',
    );
    const hint = { text: 'Page 3 is missing.' };
    expect(hintOf(say, { kind: 'paragraph', name: 'answer', max: 1000, hint })).toBe(
      'Page 3 is missing; at most 1000 characters',
    );
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
