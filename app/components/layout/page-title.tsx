import type { ReactNode } from 'react';
import { useTranslate } from '../ui/locale.tsx';

export interface Crumb {
  readonly label: ReactNode;
  readonly href?: string;
}

/** The way from the desk to this page; the page itself is not in it, its title says that. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  const t = useTranslate();
  return (
    <nav className="crumbs" aria-label={t('ui.nav.crumbs')}>
      <ol>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path has no other identity than its order
          <li key={index}>{item.href ? <a href={item.href}>{item.label}</a> : item.label}</li>
        ))}
      </ol>
    </nav>
  );
}

export interface PageTitleProps {
  readonly crumbs?: readonly Crumb[];
  /** Said before the title: the date on the desk, the kind of thing elsewhere. */
  readonly over?: ReactNode;
  readonly children: ReactNode;
  /** The state of the thing, as a `Tag`. */
  readonly tag?: ReactNode;
  /** A sentence under the title. */
  readonly lead?: ReactNode;
  /** Quiet buttons at the end of the line: export, print, new. */
  readonly actions?: ReactNode;
}

/** The head of a page: where it stands, what it is about, and its state. */
export function PageTitle({ crumbs, over, children, tag, lead, actions }: PageTitleProps) {
  return (
    <div className="page-head">
      {crumbs && <Breadcrumbs items={crumbs} />}
      {over !== undefined && <p className="soft">{over}</p>}
      <div className="page-head-line">
        <h1>{children}</h1>
        {tag}
        {actions !== undefined && <div className="page-head-actions">{actions}</div>}
      </div>
      {lead !== undefined && <p className="soft">{lead}</p>}
    </div>
  );
}
