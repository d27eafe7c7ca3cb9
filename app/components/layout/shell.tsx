import type { ReactNode } from 'react';
import type { MessageKey } from '#app/i18n/catalogue.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/paths.ts';
import type { KeptForm } from '../forms/kept-form.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Count } from './header.tsx';
import { Page } from './page.tsx';

/** What the frame of every page needs to know. */
export interface ShellData {
  readonly locale: Locale;
  readonly now: string;
  readonly nonce: string;
  readonly requestId: string;
  readonly path: string;
  /** The form that this person left unsent at this address. */
  readonly kept: KeptForm | null;
  readonly demo: boolean;
  readonly centerName: string | null;
  readonly person: {
    readonly name: string;
    readonly role: string | null;
    /** What they were told and have not marked as read. */
    readonly unread: number;
  } | null;
  readonly nav: readonly { readonly href: string; readonly label: MessageKey; readonly count?: number }[];
}

/** The frame of every page: the bar with what this person may open, the account's menu, the foot. */
export function Shell({
  data,
  narrow,
  children,
}: {
  readonly data: ShellData;
  readonly narrow: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslate();
  const current = (href: string) => data.path === href || data.path.startsWith(`${href}/`);
  const other = data.locale === 'en' ? 'zh-CN' : 'en';
  const language = data.person ? (
    <form method="post" action="/language" className="inline-form">
      <input type="hidden" name="back" value={data.path} />
      <button type="submit" name="locale" value={other} className="link-button">
        {t('shell.otherLanguage')}
      </button>
    </form>
  ) : (
    // Pages that are kept for everyone hold no form that sends anything.
    <a href={`${paths.language()}?${new URLSearchParams({ locale: other, back: data.path })}`} rel="nofollow">
      {t('shell.otherLanguage')}
    </a>
  );
  return (
    <Page
      narrow={narrow}
      header={{
        home: data.person ? '/desk' : '/',
        nav: data.nav.map((item) => ({ ...item, label: t(item.label), current: current(item.href) })),
        ...(data.person
          ? {
              account: {
                name: data.person.name,
                unread: data.person.unread,
                ...(data.person.role
                  ? { role: t.maybe(`role.${data.person.role}`) ?? data.person.role }
                  : {}),
                menu: (
                  <>
                    <a href="/account">{t('shell.account')}</a>
                    <a href="/notifications">
                      {t('shell.notifications')}
                      {data.person.unread > 0 && <Count count={data.person.unread} />}
                    </a>
                    {language}
                    <form method="post" action="/sign-out" className="inline-form">
                      <button type="submit" className="link-button">
                        {t('shell.signOut')}
                      </button>
                    </form>
                  </>
                ),
              },
            }
          : {
              end: (
                <>
                  {language}
                  <a href="/sign-in">{t('shell.signIn')}</a>
                </>
              ),
            }),
      }}
      foot={
        <>
          {data.centerName ?? t('ui.product')}
          {data.demo && (
            <>
              {' · '}
              {t('shell.demo')} <a href="/mail">{t('shell.demoMail')}</a>
            </>
          )}
        </>
      }
    >
      {children}
    </Page>
  );
}
