import { readdirSync } from 'node:fs';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { catalogues } from '#app/i18n/catalogue.ts';
import { type Locale, locales } from '#app/i18n/locale.ts';

const folder = (locale: Locale) => new URL(`../../app/i18n/${locale}/`, import.meta.url);
const areaFiles = (locale: Locale) => readdirSync(folder(locale)).filter((name) => name.endsWith('.ts'));
const entries = (locale: Locale) => Object.entries(catalogues[locale]);
const han = /\p{Script=Han}/u;

/** Messages that are the same in every language: nothing but placeholders and signs. */
const isWordless = (message: string) => message.replace(/\{\w+\}/g, '').match(/\p{L}/u) === null;

/** Keys whose Chinese has letters on purpose, or whose English shows Chinese on purpose (a name). */
const sameInBoth = new Set<string>(['shell.otherLanguage']);

/** Each language writes a range of days from the parts that it needs. */
const differentPlaceholders = new Set(['ui.date.rangeInMonth']);

function placeholders(elements: readonly MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    found.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) placeholders(option.value, found);
    }
  }
  return found;
}

const placeholdersOf = (message: string) => [...placeholders(parse(message, { ignoreTag: true }))].sort();

describe('the message catalogues', () => {
  it('have the same areas in each language', () => {
    expect(areaFiles('en')).toEqual(areaFiles('zh-CN'));
  });

  it.each(locales)('hold every key of every area file of %s', async (locale) => {
    const merged = new Set(Object.keys(catalogues[locale]));
    for (const file of areaFiles(locale)) {
      const area: Record<string, Record<string, string>> = await import(
        new URL(file, folder(locale)).pathname
      );
      const missing = Object.values(area).flatMap((messages) =>
        Object.keys(messages).filter((key) => !merged.has(key)),
      );
      expect(missing, `${file} is not in app/i18n/catalogue.ts`).toEqual([]);
    }
  });

  it.each(locales)('name each key once in %s', async (locale) => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const file of areaFiles(locale)) {
      const area: Record<string, Record<string, string>> = await import(
        new URL(file, folder(locale)).pathname
      );
      for (const key of Object.values(area).flatMap((messages) => Object.keys(messages))) {
        if (seen.has(key)) twice.push(`${key}: ${seen.get(key)} and ${file}`);
        seen.set(key, file);
      }
    }
    expect(twice).toEqual([]);
  });

  it('have the same keys in each language', () => {
    expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues['zh-CN']).sort());
  });

  it.each(locales)('have no empty message in %s', (locale) => {
    expect(entries(locale).filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  it.each(locales)('parse, every one, in %s', (locale) => {
    for (const [key, message] of entries(locale)) {
      expect(() => parse(message, { ignoreTag: true }), key).not.toThrow();
    }
  });

  it('fill the same placeholders in each language', () => {
    const different = Object.entries(catalogues['zh-CN'])
      .filter(([key]) => !differentPlaceholders.has(key))
      .map(([key, zh]) => ({
        key,
        zh: placeholdersOf(zh),
        en: placeholdersOf(catalogues.en[key as keyof typeof catalogues.en]),
      }))
      .filter(({ zh, en }) => zh.join() !== en.join());
    expect(different).toEqual([]);
  });

  it('have no Chinese in the English', () => {
    const chinese = entries('en').filter(([key, message]) => han.test(message) && !sameInBoth.has(key));
    expect(chinese).toEqual([]);
  });

  it('have Chinese in the Chinese', () => {
    const foreign = entries('zh-CN').filter(
      ([key, message]) => !han.test(message) && !isWordless(message) && !sameInBoth.has(key),
    );
    expect(foreign).toEqual([]);
  });
});
