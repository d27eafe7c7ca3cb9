import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { EnhanceScript } from '#app/components/layout/index.ts';
import { LocaleProvider } from '#app/components/ui/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { ApplicationPage } from './application-page.tsx';
import { ChartsPage } from './charts-page.tsx';
import { DeskPage } from './desk-page.tsx';
import { FormPage } from './form-page.tsx';
import { organizationGallery } from './organization-pages.tsx';
import { publicGallery } from './public-pages.tsx';
import { TablePage } from './table-page.tsx';

/** The pages of the gallery: every component in the company it keeps. */
export const galleryPages = {
  desk: DeskPage,
  application: ApplicationPage,
  form: FormPage,
  table: TablePage,
  charts: ChartsPage,
  ...publicGallery,
  ...organizationGallery,
} as const;

export type GalleryPage = keyof typeof galleryPages;

/** 24 November 2026, 09:00 in the center. */
export const galleryNow = '2026-11-24T01:00:00.000Z';

/** A component as HTML, spoken in a language at the gallery's time. */
export const markupOf = (node: ReactNode, locale: Locale = 'zh-CN'): string =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale} now={galleryNow}>
      {node}
    </LocaleProvider>,
  );

/** A gallery page as a whole document. */
export function galleryDocument(name: GalleryPage, css: string, locale: Locale = 'zh-CN'): string {
  const Body = galleryPages[name];
  return `<!doctype html>${markupOf(
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{name}</title>
        <link rel="stylesheet" href={css} />
        <EnhanceScript nonce="gallery" src="/enhance.js" />
      </head>
      <body>
        <Body />
      </body>
    </html>,
    locale,
  )}`;
}
