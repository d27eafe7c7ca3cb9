import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseLocale, locales } from '#app/i18n/locale.ts';

it('the account decides before the browser', () => {
  expect(chooseLocale('en', 'zh-CN')).toBe('en');
});

it('the browser decides when the account says nothing', () => {
  expect(chooseLocale(null, 'en-US,en;q=0.9,zh-CN;q=0.8')).toBe('en');
  expect(chooseLocale(undefined, 'fr, zh-TW;q=0.5, en;q=0.4')).toBe('zh-CN');
  expect(chooseLocale(null, 'en;q=0.2, zh;q=0.7')).toBe('zh-CN');
});

it('Chinese is spoken when nothing is known, or nothing that we speak', () => {
  expect(chooseLocale(null, null)).toBe('zh-CN');
  expect(chooseLocale('fr', 'fr')).toBe('zh-CN');
  expect(chooseLocale(null, 'en;q=0')).toBe('zh-CN');
});

it('nonsense never breaks the choice', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => locales.includes(chooseLocale(a, b))));
});
