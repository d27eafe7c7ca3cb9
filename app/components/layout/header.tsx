import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Logo } from './logo.tsx';

export interface NavItem {
  readonly href: string;
  readonly label: ReactNode;
  readonly current?: boolean;
  /** How many things wait there. */
  readonly count?: number;
}

export interface Account {
  readonly name: string;
  /** The role or organization the person acts for. */
  readonly role?: string;
  /** News that the person has not marked as read. */
  readonly unread?: number;
  /** Links and small forms (language, password, sign out), one under another. */
  readonly menu: ReactNode;
}

export interface HeaderProps {
  /** Where the name of the product leads. */
  readonly home: string;
  /** The name on the bar; the product's name if left out. */
  readonly title?: ReactNode;
  readonly nav?: readonly NavItem[];
  readonly account?: Account;
  /** Instead of an account: a link to sign in. */
  readonly end?: ReactNode;
}

/** The bar on top of every page. The menus are native `<details>`, so they open without scripts. */
export function Header({ home, title, nav = [], account, end }: HeaderProps) {
  const t = useTranslate();
  return (
    <header className="bar">
      <div className="bar-inner">
        <a className="brand" href={home}>
          <Logo />
          {title ?? t('ui.product')}
        </a>
        {nav.length > 0 && (
          <nav className="bar-nav" aria-label={t('ui.nav.main')}>
            <NavLinks items={nav} />
          </nav>
        )}
        <div className="bar-end">
          {end}
          {account && (
            <details className="menu" name="bar-menu">
              <summary>
                <Icon name="person" />
                <span>{account.name}</span>
                {account.unread ? (
                  <>
                    <Count count={account.unread} />
                    <span className="sr-only">{t('ui.unread')}</span>
                  </>
                ) : null}
                {account.role && <small>{account.role}</small>}
                <Icon name="down" />
              </summary>
              <nav className="menu-panel" aria-label={t('ui.nav.account')}>
                {account.menu}
              </nav>
            </details>
          )}
          {nav.length > 0 && (
            <details className="menu menu-narrow" name="bar-menu">
              <summary>
                <Icon name="menu" />
                {t('ui.nav.menu')}
              </summary>
              <nav className="menu-panel" aria-label={t('ui.nav.main')}>
                <NavLinks items={nav} />
              </nav>
            </details>
          )}
        </div>
      </div>
    </header>
  );
}

function NavLinks({ items }: { readonly items: readonly NavItem[] }) {
  return items.map((item) => (
    <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
      {item.label}
      {item.count ? <Count count={item.count} /> : null}
    </a>
  ));
}

/** How many things there are, small and round; beyond 99 it says no more than that. */
export function Count({ count }: { readonly count: number }) {
  const t = useTranslate();
  return <span className="count">{count > 99 ? '99+' : t.format.number(count)}</span>;
}
