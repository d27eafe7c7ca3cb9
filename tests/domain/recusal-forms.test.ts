import { expect, test } from 'vitest';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { Role } from '#app/domain/policy/actor.ts';
import { translator } from '#app/i18n/translate.ts';

const seats = [{ personId: 'a', name: '甲', stage: 'declared' }];
const context = { panel: seats, assessors: seats, sheets: {} };

const asked = (lifecycle: 'application' | 'evaluation', role: Role) =>
  lifecycleNamed(lifecycle)
    .events.recuse?.form?.(context as never, {}, { role } as never)
    .map((field) => field.name);

test.each([
  ['application', 'reviewer'],
  ['evaluation', 'assessor'],
] as const)('in an %s a %s who steps back is not asked for whom', (lifecycle, role) => {
  expect(asked(lifecycle, role)).toEqual(['reason']);
  expect(asked(lifecycle, 'manager')).toEqual(['member', 'reason']);
});

test('a day within a sentence of a record is said as a date', () => {
  const note = { key: 'application.content.meeting', params: { date: '2026-11-19' } };
  expect(translator('zh-CN').words(note)).toBe('评审会日期：2026年11月19日');
});
