import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DrawnOnce } from '#app/components/ui/drawn-once.tsx';
import { LocaleProvider, useNow, useTranslate } from '#app/components/ui/index.ts';
import type { Locale } from '#app/i18n/locale.ts';

const Product = () => <b>{useTranslate()('ui.product')}</b>;
const Instant = () => useNow();

const page = (locale: Locale, piece: React.ReactNode) =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale} now="2026-11-24T01:00:00.000Z">
      <Product />
      {piece}
      <i>
        <Product /> <Instant />
      </i>
    </LocaleProvider>,
  );

describe('a piece that is drawn once', () => {
  test('is drawn for the first reader of each language, and the same for all later ones', () => {
    let times = 0;
    const piece = (name: string) => (
      <DrawnOnce as="div" by={name}>
        {() => {
          times += 1;
          return <Product />;
        }}
      </DrawnOnce>
    );
    const chinese = page('zh-CN', piece('tests a'));
    expect(page('zh-CN', piece('tests a'))).toBe(chinese);
    expect(times).toBe(1);
    const english = page('en', piece('tests a'));
    expect(times).toBe(2);
    page('en', piece('tests b'));
    expect(times).toBe(3);
    const around = (product: string) =>
      `<b>${product}</b><div><b>${product}</b></div><i><b>${product}</b> 2026-11-24T01:00:00.000Z</i>`;
    expect(chinese).toBe(around('孵化台'));
    expect(english).toBe(around('Hatchery'));
  });

  test('writes text as text', () => {
    const markup = page(
      'en',
      <DrawnOnce as="div" by="tests of text">
        {() => '<script>alert(1)</script>'}
      </DrawnOnce>,
    );
    expect(markup).toContain('<div>&lt;script&gt;');
  });

  test('may not ask for the time: the next reader would read that of the first', () => {
    const timed = (
      <DrawnOnce as="div" by="tests of time">
        {() => <Instant />}
      </DrawnOnce>
    );
    expect(() => page('en', timed)).toThrow('LocaleProvider');
  });

  test('gives way when there are many, and is drawn again', () => {
    let times = 0;
    const long = (n: number) => (
      <DrawnOnce as="div" by={`tests of many ${n}`}>
        {() => {
          times += 1;
          return 'x'.repeat(500_000);
        }}
      </DrawnOnce>
    );
    for (let n = 0; n < 12; n += 1) page('en', long(n));
    page('en', long(11));
    expect(times).toBe(12);
    page('en', long(0));
    expect(times).toBe(13);
  });
});
