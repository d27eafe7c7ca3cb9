import type { ReactNode } from 'react';
import { useTranslate } from './locale.tsx';

export interface Tab {
  readonly href: string;
  readonly label: ReactNode;
  readonly current?: boolean;
  /** How many things are behind it. */
  readonly count?: number;
}

/** Sections of a thing that has several pages: links, so each has an address. */
export function Tabs({ items, label }: { readonly items: readonly Tab[]; readonly label?: string }) {
  const t = useTranslate();
  return (
    <nav className="tabs" aria-label={label ?? t('ui.nav.sections')}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count !== undefined && <span className="count">{t.format.number(item.count)}</span>}
        </a>
      ))}
    </nav>
  );
}
