import { describe, expect, it } from 'vitest';
import { translator } from '#app/i18n/translate.ts';

const zh = translator('zh-CN');
const en = translator('en');

describe('a translator', () => {
  it('is made once per language', () => {
    expect(translator('en')).toBe(en);
  });

  it('says a plain message and fills placeholders', () => {
    expect(zh('ui.button.save')).toBe('保存');
    expect(zh('ui.due.inDays', { days: 4 })).toBe('还有 4 天');
  });

  it('follows the plural rules of its language', () => {
    expect(en('ui.due.inDays', { days: 1 })).toBe('1 day left');
    expect(en('ui.due.inDays', { days: 12 })).toBe('12 days left');
  });

  it('leaves dots where nobody filled a placeholder, rather than losing the page', () => {
    expect(zh('ui.due.inDays')).toBe('还有 … 天');
  });

  it('says words that are a key, words in two languages, and plain words', () => {
    expect(en.words({ key: 'ui.yes' })).toBe('Yes');
    expect(en.words({ zh: '章程', en: 'Charter' })).toBe('Charter');
    expect(zh.words({ zh: '章程', en: 'Charter' })).toBe('章程');
    expect(zh.words({ text: '刘洋' })).toBe('刘洋');
    expect(zh.words({ key: 'no.such.key' })).toBe('no.such.key');
  });

  it('answers nothing for a key that does not exist', () => {
    expect(zh.maybe('no.such.key')).toBeUndefined();
    expect(zh.maybe('constructor')).toBeUndefined();
  });

  it('writes a day as people read it, and leaves what is no day as it was typed', () => {
    const of = (text: string) => zh.refusal({ code: 'register.date.noSuchDay', params: { text } });
    expect(of('2020-02-29')).toContain('2020年2月29日');
    expect(of('2020-02-30')).toContain('2020-02-30');
    expect(of('2020-13-01')).toContain('2020-13-01');
  });

  it('names the code of a refusal that has no sentence yet', () => {
    expect(zh.refusal({ code: 'never.heard' })).toContain('never.heard');
  });

  it('does not read markup in parameters', () => {
    expect(zh('ui.file.download', { name: '<b>{x}</b>' })).toBe('下载 <b>{x}</b>');
  });
});
