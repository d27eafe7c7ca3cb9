import type { LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, Outlet, useMatches, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { KeptFormContext } from './components/forms/kept-form.tsx';
import type { BoundaryProps } from './components/layout/drawn-branch.tsx';
import { EnhanceScript } from './components/layout/index.ts';
import { Page } from './components/layout/page.tsx';
import { Shell, type ShellData } from './components/layout/shell.tsx';
import { LocaleProvider } from './components/ui/locale.tsx';
import type { DoorContext } from './http/context.ts';
import { shellFor } from './http/shell.server.ts';
import type { RouteHandle } from './http/visit.ts';
import { defaultLocale } from './i18n/locale.ts';
import { translator } from './i18n/translate.ts';
import stylesheet from './styles/app.css?url';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return shellFor(context as DoorContext, request, params.noun !== undefined);
}

/** What a route may say of its page. */
export interface PageHandle {
  /** One column of reading width. */
  readonly narrow?: boolean;
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>('root');
  const locale = shell?.locale ?? defaultLocale;
  const title = useTitle();
  const handle = useMatches().at(-1)?.handle as RouteHandle | undefined;
  // A page that is kept for everyone carries no script, and so nothing that differs from answer to answer.
  const isKept = handle?.kept === true && shell?.person === null;
  const t = translator(locale);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title ? `${title} · ${t('ui.product')}` : t('ui.product')}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <LocaleProvider locale={locale} now={shell?.now ?? '2000-01-01T00:00:00.000Z'}>
          {children}
        </LocaleProvider>
        {shell && !isKept && <EnhanceScript nonce={shell.nonce} />}
      </body>
    </html>
  );
}

/** The title of a page is what its loader calls `title`, in the reader's language. */
function useTitle(): string | null {
  const data: unknown = useMatches().at(-1)?.data;
  return typeof data === 'object' && data !== null && 'title' in data && typeof data.title === 'string'
    ? data.title
    : null;
}

export default function Root() {
  const shell = useRouteLoaderData<typeof loader>('root') as ShellData;
  const handle = useMatches().at(-1)?.handle as PageHandle | undefined;
  return (
    <Shell data={shell} narrow={handle?.narrow ?? false}>
      <KeptFormContext.Provider value={shell.kept}>
        <Outlet />
      </KeptFormContext.Provider>
    </Shell>
  );
}

export function ErrorBoundary({ error }: BoundaryProps) {
  const shell = useRouteLoaderData<typeof loader>('root') as ShellData | undefined;
  const t = translator(shell?.locale ?? defaultLocale);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = t.maybe(`error.${status}.title`) !== undefined ? status : status >= 500 ? 500 : 400;
  const body = (
    <div className="card">
      <h1>{t.maybe(`error.${known}.title`)}</h1>
      <p>{t.maybe(`error.${known}.text`)}</p>
      <p>
        <a className="button" href={shell?.person ? '/desk' : '/'}>
          {t(shell?.person ? 'error.toDesk' : 'error.toHome')}
        </a>
      </p>
      {shell && <p className="soft small">{t('error.requestId', { id: shell.requestId })}</p>}
    </div>
  );
  if (!shell)
    return (
      <Page header={{ home: '/' }} narrow>
        {body}
      </Page>
    );
  return (
    <Shell data={shell} narrow>
      {body}
    </Shell>
  );
}
